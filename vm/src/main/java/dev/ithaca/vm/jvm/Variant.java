package dev.ithaca.vm.jvm;

import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.Map;

/** One method of a function's compiled code: where it keeps registers, how it saves them, and how control leaves it. */
abstract class Variant {
    final Plan plan;
    final Linker linker;
    final Assembler a;
    final RegisterFile registers;
    private final Map<Integer, Label> labels = new HashMap<>();

    Variant(Plan plan, Linker linker, Assembler a, RegisterFile registers) {
        this.plan = plan;
        this.linker = linker;
        this.a = a;
        this.registers = registers;
    }

    /** Hands a frame with the registers of the site to the process. */
    abstract void save(Site site);

    /** Leaves the method while the process is unwinding. */
    abstract void returnUnwound();

    /** Leaves the method with the function's result, which is on the stack. */
    abstract void returnResult();

    /** Leaves the method with the result of a tail call on the stack, or a dummy if the process is unwinding. */
    abstract void returnTailCall();

    /** Where to jump to reach the start of a block. */
    Label target(int block) { return labels.computeIfAbsent(block, _ -> a.code.newLabel()); }

    /** Emits what jumps need outside of the blocks. */
    void finish() {}
}
