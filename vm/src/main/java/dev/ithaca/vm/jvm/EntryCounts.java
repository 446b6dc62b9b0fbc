package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Operands;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.code.Terminator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a function counts the reduction of its entry, and may be suspended at it: on each path just before the first
 * instruction that is more than arithmetic, tests and reading, so that activations that end without a call cost nothing
 * (they are bounded). A frame saved there begins the function anew, so nothing before may be noticed when it runs twice.
 */
final class EntryCounts {
    /** The reduction is counted before any block. */
    private static final Integer AT_ONCE = -1;

    private final Plan plan;
    private final Set<Integer> params = new HashSet<>();
    private final int[] predecessors;
    /** Index of the instruction in the block before which the reduction is counted; the body's size for its end. */
    private final Map<Integer, Integer> positions = new HashMap<>();

    EntryCounts(Plan plan) {
        this.plan = plan;
        for (Register r : plan.code.params()) params.add(r.index());
        predecessors = new int[plan.blocks().size()];
        for (Block block : plan.blocks()) {
            for (int next : Operands.successors(block.end())) predecessors[next]++;
        }
        // In a loop of tail calls of itself, the safepoint of the loop's header is that of the entry.
        if (inLoopHeader()) return;
        if (plan.entryLoop >= 0) visit(plan.block(plan.entryLoop), 1);
        else if (predecessors[0] > 0 || plan.block(0).handler() >= 0) positions.put(AT_ONCE, 0);
        else visit(plan.block(0), 0);
    }

    /** Whether the safepoint at the header of the loop the function consists of counts it. */
    boolean inLoopHeader() { return plan.entryLoop >= 0 && plan.quietLoops.header(plan.entryLoop) == plan.entryLoop; }

    /** Whether the reduction is counted where the method begins. */
    boolean atOnce() { return positions.containsKey(AT_ONCE); }

    /** Whether it is counted before that instruction of the block, or after the last. */
    boolean at(Block block, int index) { return positions.getOrDefault(block.number(), -1) == index; }

    /** A block that control reaches from the entry only, with nothing counted yet. */
    private void visit(Block block, int from) {
        for (int i = from; i < block.body().size(); i++) {
            if (!isRepeatable(block.body().get(i))) {
                positions.put(block.number(), i);
                return;
            }
        }
        if (block.end() instanceof Terminator.Return) return;
        boolean tree = !Operands.successors(block.end()).isEmpty();
        for (int next : Operands.successors(block.end())) {
            tree &= predecessors[next] == 1 && plan.block(next).handler() < 0 && plan.block(next).exception() == null;
        }
        if (!tree) positions.put(block.number(), block.body().size());
        else for (int next : Operands.successors(block.end())) visit(plan.block(next), 0);
    }

    private boolean isRepeatable(Instruction instruction) {
        Register result = Operands.result(instruction);
        if (result != null && params.contains(result.index())) return false;
        return switch (instruction) {
            case Instruction.Const _, Instruction.Move _, Instruction.Arithmetic _, Instruction.Negate _, Instruction.Compare _,
                 Instruction.Not _, Instruction.IntToFloat _, Instruction.Box _, Instruction.Unbox _, Instruction.IsBox _,
                 Instruction.GetCell _, Instruction.GetField _, Instruction.IsStruct _, Instruction.TupleGet _,
                 Instruction.IsTuple _, Instruction.IsList _, Instruction.ListIsEmpty _, Instruction.ListHead _,
                 Instruction.ListTail _, Instruction.IsMap _, Instruction.IsSet _, Instruction.IsString _,
                 Instruction.IsNull _, Instruction.MakeTuple _ -> true;
            case Instruction.NewStruct i -> !StructClasses.isMutable(i.constructor());
            default -> false;
        };
    }
}
