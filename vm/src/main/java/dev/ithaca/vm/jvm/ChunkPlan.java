package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Operands;
import dev.ithaca.vm.code.Register;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a function too big for one method is cut into chunks, each a method that HotSpot compiles. Every segment and every
 * site is a state in which the function can be entered or go on: chunk number times {@link #STATES} plus a number there.
 */
final class ChunkPlan {
    static final int STATES = 1 << 16;
    private final List<List<Segment>> chunks = new ArrayList<>();
    private final List<List<Site>> sites = new ArrayList<>();
    private final Map<Segment, Integer> segmentStates = new HashMap<>();
    private final Map<Long, Segment> byStart = new HashMap<>();
    private final int[] siteStates;
    private final int[] index;
    private int bits;
    private int refs;

    /** @param limit chunk size to aim at, in bytes */
    ChunkPlan(Plan plan, int limit) {
        cut(plan, limit);
        siteStates = new int[plan.sites.all().size()];
        for (int c = 0; c < chunks.size(); c++) number(plan, c);
        index = new int[plan.code.registers().size()];
        for (Register r : plan.code.registers()) {
            if (!plan.constants.contains(r)) index[r.index()] = r.kind() == Kind.REF ? refs++ : bits++;
        }
    }

    /** About how many bytes the function's code takes in one method; counting ends beyond the limit. */
    static int size(Plan plan, int limit) {
        int size = 0;
        for (Block block : plan.blocks()) {
            size += 8;
            for (int i = 0; i < block.body().size() && size <= limit; i++) {
                Instruction instruction = block.body().get(i);
                Register result = Operands.result(instruction);
                if (result != null && plan.constants.contains(result)) continue;
                Site site = plan.sites.at(block.number(), i);
                size += 3 * Operands.uses(instruction).size() + 8 + elements(instruction) * 6;
                if (site != null) size += 20 + 3 * (site.primitives().size() + site.references().size());
            }
        }
        return size;
    }

    private static int elements(Instruction instruction) {
        return switch (instruction) {
            case Instruction.MakeList i -> i.elements().size();
            case Instruction.MakeTuple i -> i.elements().size();
            case Instruction.MakeSet i -> i.elements().size();
            case Instruction.MakeMap i -> i.keys().size();
            case Instruction.CallClosure i -> i.args().size();
            default -> 0;
        };
    }

    private static int estimate(Plan plan, Block block, int i) {
        Instruction instruction = block.body().get(i);
        // An upper bound, on average twice the truth.
        int operands = Operands.uses(instruction).size() + (Operands.result(instruction) == null ? 0 : 1);
        if (elements(instruction) > ArrayPieces.SIZE) operands = 2 * elements(instruction) / ArrayPieces.SIZE;
        return 30 + 12 * operands + 6 * Math.min(elements(instruction), ArrayPieces.SIZE) + (plan.sites.at(block.number(), i) == null ? 0 : 90);
    }

    private void cut(Plan plan, int limit) {
        BitSet reachable = new CodeGraph(plan, -1).closure(0);
        List<Segment> chunk = new ArrayList<>();
        int size = 0;
        for (int b = reachable.nextSetBit(0); b >= 0; b = reachable.nextSetBit(b + 1)) {
            Block block = plan.block(b);
            int from = 0;
            if (size > limit && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                size = 0;
            }
            size += 60;
            for (int i = 0; i < block.body().size(); i++) {
                int next = estimate(plan, block, i);
                // A branch stays with the comparison before it.
                boolean together = i > 0 && i == block.body().size() - 1;
                if (size + next > limit && !together && (i > from || !chunk.isEmpty())) {
                    if (i > from) chunk.add(new Segment(b, from, i));
                    chunks.add(chunk);
                    chunk = new ArrayList<>();
                    size = 60;
                    from = i;
                }
                size += next;
            }
            chunk.add(new Segment(b, from, block.body().size()));
        }
        chunks.add(chunk);
    }

    private void number(Plan plan, int chunk) {
        int state = chunk * STATES;
        List<Site> here = new ArrayList<>();
        for (Segment s : chunks.get(chunk)) {
            segmentStates.put(s, state++);
            byStart.put(key(s.block(), s.from()), s);
            for (int i = s.from(); i < s.to(); i++) {
                Site site = plan.sites.at(s.block(), i);
                if (site != null && !site.isEntry()) here.add(site);
            }
        }
        for (Site site : here) siteStates[site.number()] = state++;
        sites.add(here);
    }

    private static long key(int block, int from) { return ((long) block << 32) + from; }

    int count() { return chunks.size(); }

    List<Segment> segments(int chunk) { return chunks.get(chunk); }

    /** Sites in a chunk; their states follow those of its segments. */
    List<Site> sites(int chunk) { return sites.get(chunk); }

    /** The state in which the segment that starts there runs. */
    int state(int block, int from) { return segmentStates.get(byStart.get(key(block, from))); }

    /** State by site number. */
    int[] siteStates() { return siteStates; }

    /** Position of a register in the array of its sort. */
    int index(Register r) { return index[r.index()]; }

    int bits() { return bits; }

    int refs() { return refs; }
}
