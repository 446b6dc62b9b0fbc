package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Operands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Innermost loops that neither call functions nor use the process in other ways. They keep the process's budget in a local
 * variable and write it back when they are left: a field that is read and written in each turn costs more than most bodies.
 */
final class QuietLoops {
    private final Plan plan;
    private final List<List<Integer>> predecessors = new ArrayList<>();
    /** By block: the header of the quiet loop it belongs to, or -1. */
    private final int[] header;

    QuietLoops(Plan plan) {
        this.plan = plan;
        header = new int[plan.blocks().size()];
        for (int i = 0; i < header.length; i++) {
            header[i] = -1;
            predecessors.add(new ArrayList<>());
        }
        for (Block block : plan.blocks()) {
            for (int next : Operands.successors(block.end())) predecessors.get(next).add(block.number());
        }
        for (Block block : plan.blocks()) {
            if (block.body().isEmpty() || !(block.body().getFirst() instanceof Instruction.Safepoint)) continue;
            BitSet loop = loop(block.number());
            if (loop != null) loop.stream().forEach(b -> header[b] = block.number());
        }
    }

    /** The header of the quiet loop a block belongs to, or -1. */
    int header(int block) { return header[block]; }

    /** The blocks of the quiet loop with that header, or null if there is no such loop. */
    private BitSet loop(int first) {
        BitSet after = new CodeGraph(plan, -1).reachableFrom(first);
        if (!after.get(first)) return null;
        BitSet loop = new BitSet();
        loop.set(first);
        Deque<Integer> work = new ArrayDeque<>();
        for (int p : predecessors.get(first)) if (after.get(p)) work.push(p);
        while (!work.isEmpty()) {
            int b = work.pop();
            if (loop.get(b)) continue;
            // Entered elsewhere than at its header.
            if (!after.get(b)) return null;
            loop.set(b);
            work.addAll(predecessors.get(b));
        }
        return loop.stream().allMatch(b -> isQuiet(plan.block(b), b == first ? 1 : 0)) ? loop : null;
    }

    private boolean isQuiet(Block block, int from) {
        if (block.handler() >= 0 || block.exception() != null) return false;
        return block.body().subList(from, block.body().size()).stream().noneMatch(QuietLoops::usesProcess);
    }

    private static boolean usesProcess(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Safepoint _, Instruction.Call _, Instruction.CallClosure _, Instruction.MailboxStart _,
                 Instruction.MailboxNext _, Instruction.MailboxTake _, Instruction.MailboxWait _, Instruction.Deadline _,
                 Instruction.Send _, Instruction.Spawn _, Instruction.MvarGet _, Instruction.MvarSet _, Instruction.MvarLock _,
                 Instruction.MvarUnlock _, Instruction.EnterTry _, Instruction.LeaveTry _ -> true;
            case Instruction.CallBuiltin i -> i.builtin().suspends() || i.builtin().target().getParameterCount() > i.args().size();
            default -> false;
        };
    }
}
