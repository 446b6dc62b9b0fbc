package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import java.util.List;

/** Registers in two arrays that several methods share: for functions too big for one method. */
final class ArrayRegisters implements RegisterFile {
    private final Assembler a;
    private final Plan plan;
    private final Linker linker;
    private final ChunkPlan chunks;
    private final ArrayPieces pieces;
    private final int bitsSlot;
    private final int refsSlot;
    private final int tempSlot;

    /** @param tempSlot two free local variables */
    ArrayRegisters(Assembler a, Plan plan, Linker linker, ChunkPlan chunks, ArrayPieces pieces, int bitsSlot, int refsSlot,
                   int tempSlot) {
        this.a = a;
        this.plan = plan;
        this.linker = linker;
        this.chunks = chunks;
        this.pieces = pieces;
        this.bitsSlot = bitsSlot;
        this.refsSlot = refsSlot;
        this.tempSlot = tempSlot;
    }

    @Override public void load(Register r) {
        if (plan.constants.contains(r)) {
            plan.constants.load(a, linker, r);
        } else if (r.kind() == Kind.REF) {
            a.code.aload(refsSlot);
            a.index(chunks.index(r));
            a.code.aaload();
        } else {
            a.code.aload(bitsSlot);
            a.index(chunks.index(r));
            a.code.laload();
            SaveHelpers.fromBits(a, r.kind());
        }
    }

    @Override public void store(Register r) {
        if (r.kind() == Kind.REF) {
            a.code.astore(tempSlot).aload(refsSlot);
            a.index(chunks.index(r));
            a.code.aload(tempSlot).aastore();
        } else {
            SaveHelpers.toBits(a, r.kind());
            a.code.lstore(tempSlot).aload(bitsSlot);
            a.index(chunks.index(r));
            a.code.lload(tempSlot).lastore();
        }
    }

    @Override public void storeInto(List<Register> elements) {
        if (elements.size() <= ArrayPieces.SIZE) {
            LocalRegisters.storeInline(a, this, elements, 0, elements.size());
            return;
        }
        for (int from = 0; from < elements.size(); from += ArrayPieces.SIZE) {
            a.code.dup().aload(bitsSlot).aload(refsSlot);
            pieces.call(a, elements, from);
        }
    }
}
