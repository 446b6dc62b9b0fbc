package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.Map;

/** One method of a function's compiled code: where it keeps registers, how it saves them, and how control leaves it. */
abstract class Variant {
    private record Position(int block, int index) {}

    final Plan plan;
    final Linker linker;
    final Assembler a;
    final RegisterFile registers;
    private final Map<Position, Label> labels = new HashMap<>();

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
    final Label target(int block) { return target(block, 0); }

    /** Where to jump to reach an instruction at which a segment begins. */
    Label target(int block, int index) { return labels.computeIfAbsent(new Position(block, index), _ -> a.code.newLabel()); }

    /** A segment is about to be emitted. */
    void bind(Segment segment) { a.code.labelBinding(target(segment.block(), segment.from())); }

    /** An instruction of a block is about to be emitted; the body's size stands for the terminator. */
    void before(Block block, int index) {}

    /** Whether what a safepoint instruction does is done elsewhere. */
    boolean replaces(Site safepoint) { return false; }

    /** The local variable that holds the process's budget in quiet loops, or -1 if it stays in its field. */
    int budgetSlot() { return -1; }

    /** Emits what jumps need outside of the blocks; all jumps are known. */
    void finish() {}

    /** {@link #returnTailCall} where results go through the process. */
    final void returnTailCallThroughProcess() {
        Label unwound = a.code.newLabel();
        a.branchIfUnwinding(unwound);
        returnResult();
        a.code.labelBinding(unwound);
        a.pop(plan.code.result());
        returnUnwound();
    }
}
