package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.Operands;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** The flow between blocks. */
final class CodeGraph {
    private final Plan plan;
    private final int excluded;
    private final BitSet[] reachable;

    /** @param excluded a block that the code in question does not contain, or -1 */
    CodeGraph(Plan plan, int excluded) {
        this.plan = plan;
        this.excluded = excluded;
        reachable = new BitSet[plan.blocks().size()];
    }

    /** The blocks that are entered from their start after control was somewhere in the given one. */
    BitSet reachableFrom(int block) {
        if (reachable[block] != null) return reachable[block];
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>();
        addSuccessors(block, seen, work);
        while (!work.isEmpty()) addSuccessors(work.pop(), seen, work);
        reachable[block] = seen;
        return seen;
    }

    private void addSuccessors(int number, BitSet seen, Deque<Integer> work) {
        Block block = plan.block(number);
        for (int next : Operands.successors(block.end())) visit(next, seen, work);
        if (block.handler() >= 0) visit(block.handler(), seen, work);
    }

    private void visit(int next, BitSet seen, Deque<Integer> work) {
        if (next == excluded || seen.get(next)) return;
        seen.set(next);
        work.push(next);
    }

    /** The block itself, and all that can follow it. */
    BitSet closure(int block) {
        BitSet all = (BitSet) reachableFrom(block).clone();
        all.set(block);
        return all;
    }

    /** Whether a site's block can come again after it. */
    boolean inLoop(Site site) { return !site.isEntry() && reachableFrom(site.block()).get(site.block()); }
}
