package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers in JVM local variables: the fast way. */
final class LocalRegisters implements RegisterFile {
    private final Assembler a;
    private final Linker linker;
    private final ConstantRegisters constants;
    private final Map<Integer, Integer> slots = new HashMap<>();
    private int next;

    /** @param firstSlot the first local variable that is free */
    LocalRegisters(Assembler a, Linker linker, ConstantRegisters constants, int firstSlot) {
        this.a = a;
        this.linker = linker;
        this.constants = constants;
        this.next = firstSlot;
    }

    @Override public void load(Register r) {
        if (constants.contains(r)) constants.load(a, linker, r);
        else a.code.loadLocal(Descs.typeKind(r.kind()), slot(r));
    }

    @Override public void store(Register r) { a.code.storeLocal(Descs.typeKind(r.kind()), slot(r)); }

    @Override public void storeInto(List<Register> elements) { storeInline(a, this, elements, 0, elements.size()); }

    static void storeInline(Assembler a, RegisterFile registers, List<Register> elements, int from, int to) {
        for (int i = from; i < to; i++) {
            a.code.dup();
            a.index(i);
            registers.load(elements.get(i));
            if (elements.get(i).kind() == Kind.LONG) a.code.lastore();
            else a.code.aastore();
        }
    }

    /** A local variable for an int that is no register. */
    int intSlot() { return next++; }

    /** The local variable of a register; given out in the order of the first questions. */
    int slot(Register r) {
        return slots.computeIfAbsent(r.index(), _ -> {
            int slot = next;
            next += Descs.slots(r.kind());
            return slot;
        });
    }
}
