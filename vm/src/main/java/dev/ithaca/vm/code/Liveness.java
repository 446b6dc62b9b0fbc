package dev.ithaca.vm.code;

import java.util.BitSet;
import java.util.List;

/**
 * Which registers are needed later, at every place of a function: backward data flow over the blocks. What a handler needs
 * is needed everywhere in the blocks it protects.
 */
public final class Liveness {
    private final List<Block> blocks;
    private final BitSet[] in;
    /** Per block, for each instruction what is live after it; filled on demand. */
    private final BitSet[][] after;

    private Liveness(FunctionCode code) {
        blocks = code.blocks();
        in = new BitSet[blocks.size()];
        after = new BitSet[blocks.size()][];
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
     * is not among them unless a handler needs the value from before. Do not change the set.
     *
     * @param index position in the block's body
     */
    public BitSet liveAfter(int block, int index) {
        if (after[block] == null) {
            after[block] = new BitSet[blocks.get(block).body().size()];
            flow(block, after[block]);
        }
        return after[block][index];
    }

    private BitSet flow(int number, BitSet[] afterEach) {
        Block block = blocks.get(number);
        BitSet handled = handled(block);
        BitSet live = (BitSet) handled.clone();
        for (int successor : Operands.successors(block.end())) live.or(in[successor]);
        for (Register r : Operands.uses(block.end())) live.set(r.index());
        for (int i = block.body().size() - 1; i >= 0; i--) {
            Instruction instruction = block.body().get(i);
            Register result = Operands.result(instruction);
            if (result != null) {
                live.clear(result.index());
                live.or(handled);
            }
            if (afterEach != null) afterEach[i] = (BitSet) live.clone();
            for (Register r : Operands.uses(instruction)) live.set(r.index());
        }
        if (block.exception() != null) live.clear(block.exception().index());
        return live;
    }

    private BitSet handled(Block block) {
        return block.handler() < 0 ? new BitSet() : in[block.handler()];
    }
}
