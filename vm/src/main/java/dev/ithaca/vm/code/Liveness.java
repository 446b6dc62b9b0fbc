package dev.ithaca.vm.code;

import java.util.BitSet;
import java.util.List;

/**
 * Which registers are needed later, at every place of a function: backward data flow over the blocks. What a handler needs
 * is needed everywhere in the blocks it protects.
 */
public final class Liveness {
    /** Sets kept per block: very long blocks have no place for one at every instruction. */
    private static final int KEPT = 256;

    private final List<Block> blocks;
    private final BitSet[] in;
    /** Per block, what is live behind every instruction at a multiple of the block's step; filled on demand. */
    private final BitSet[][] behind;

    private Liveness(FunctionCode code) {
        blocks = code.blocks();
        in = new BitSet[blocks.size()];
        behind = new BitSet[blocks.size()][];
        for (int b = 0; b < in.length; b++) in[b] = new BitSet();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int b = in.length - 1; b >= 0; b--) {
                BitSet live = flow(b, null);
                if (!live.equals(in[b])) {
                    in[b] = live;
                    changed = true;
                }
            }
        }
    }

    public static Liveness of(FunctionCode code) { return new Liveness(code); }

    /** Indices of the registers live where a block begins. Do not change the set. */
    public BitSet liveIn(int block) { return in[block]; }

    /**
     * Indices of the registers whose present values are needed after an instruction has completed or raised; its own result
     * is not among them unless a handler needs the value from before. The set is the caller's.
     *
     * @param index position in the block's body
     */
    public BitSet liveAfter(int block, int index) {
        List<Instruction> body = blocks.get(block).body();
        int step = step(body);
        if (behind[block] == null) {
            behind[block] = new BitSet[(body.size() + step - 1) / step];
            flow(block, behind[block]);
        }
        int kept = (index + step - 1) / step;
        boolean atEnd = kept == behind[block].length;
        BitSet live = atEnd ? atEnd(blocks.get(block)) : (BitSet) behind[block][kept].clone();
        BitSet handled = handled(blocks.get(block));
        for (int i = atEnd ? body.size() - 1 : kept * step; i > index; i--) {
            overwrite(body.get(i), live, handled);
            use(body.get(i), live);
        }
        overwrite(body.get(index), live, handled);
        return live;
    }

    private static int step(List<Instruction> body) { return (body.size() + KEPT - 1) / KEPT; }

    /** @param kept filled with copies of what is live behind instructions; or null */
    private BitSet flow(int number, BitSet[] kept) {
        Block block = blocks.get(number);
        int step = step(block.body());
        BitSet handled = handled(block);
        BitSet live = atEnd(block);
        for (int i = block.body().size() - 1; i >= 0; i--) {
            if (kept != null && i % step == 0) kept[i / step] = (BitSet) live.clone();
            overwrite(block.body().get(i), live, handled);
            use(block.body().get(i), live);
        }
        if (block.exception() != null) live.clear(block.exception().index());
        return live;
    }

    private BitSet atEnd(Block block) {
        BitSet live = (BitSet) handled(block).clone();
        for (int successor : Operands.successors(block.end())) live.or(in[successor]);
        for (Register r : Operands.uses(block.end())) live.set(r.index());
        return live;
    }

    private static void overwrite(Instruction instruction, BitSet live, BitSet handled) {
        Register result = Operands.result(instruction);
        if (result == null) return;
        live.clear(result.index());
        live.or(handled);
    }

    private static void use(Instruction instruction, BitSet live) {
        for (Register r : Operands.uses(instruction)) live.set(r.index());
    }

    private BitSet handled(Block block) {
        return block.handler() < 0 ? new BitSet() : in[block.handler()];
    }
}
