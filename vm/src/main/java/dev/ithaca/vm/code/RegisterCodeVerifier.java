package dev.ithaca.vm.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Checks register code for internal consistency: targets exist, kinds agree, every register is assigned before it is used
 * on all ways, variables are bound where the debug information says so. For tests and debugging of the compiler.
 */
public final class RegisterCodeVerifier {
    private final FunctionCode code;
    private final List<String> problems = new ArrayList<>();

    private RegisterCodeVerifier(FunctionCode code) { this.code = code; }

    /** What is wrong with the function and its lambdas; empty if nothing is. */
    public static List<String> verify(FunctionCode code) {
        RegisterCodeVerifier verifier = new RegisterCodeVerifier(code);
        verifier.shape();
        if (verifier.problems.isEmpty()) verifier.assignments();
        return verifier.problems;
    }

    private void shape() {
        if (code.params().size() != code.paramTypes().size()) problem("parameters and their types differ in number");
        if (code.captureCount() > code.params().size()) problem("more captures than parameters");
        for (int i = code.captureCount(); i < Math.min(code.params().size(), code.paramTypes().size()); i++) {
            if (code.params().get(i).kind() != Kind.of(code.paramTypes().get(i))) problem("kind of parameter " + i);
        }
        for (int r = 0; r < code.registers().size(); r++) if (code.registers().get(r).index() != r) problem("register index " + r);
        for (int b = 0; b < code.blocks().size(); b++) {
            Block block = code.blocks().get(b);
            if (block.number() != b) problem("block " + b + " is numbered " + block.number());
            for (int target : Operands.successors(block.end())) {
                if (target < 0 || target >= code.blocks().size()) problem("b" + b + " goes to missing block " + target);
                else if (code.blocks().get(target).exception() != null) problem("b" + b + " jumps to a handler");
            }
            if (block.handler() >= code.blocks().size()
                    || block.handler() >= 0 && code.blocks().get(block.handler()).exception() == null) {
                problem("b" + b + " has no proper handler");
            }
            for (Instruction i : block.body()) check(b, i);
            end(b, block.end());
        }
    }

    private void check(int block, Instruction i) {
        KindRules.problem(i).ifPresent(text -> problem("b" + block + " " + i.getClass().getSimpleName() + ": " + text));
        if (KindRules.needsSpan(i) && !code.debug().spans().containsKey(i)) {
            problem("b" + block + " " + i.getClass().getSimpleName() + " has no span");
        }
        if (i instanceof Instruction.MakeClosure made) {
            FunctionCode inner = made.code();
            for (String text : verify(inner)) problems.add(text);
            if (made.captures().size() != inner.captureCount()) problem("number of captures of " + inner.name());
            for (int c = 0; c < Math.min(inner.captureCount(), made.captures().size()); c++) {
                if (made.captures().get(c).kind() != inner.params().get(c).kind()) problem("kind of capture " + c + " of " + inner.name());
            }
        }
    }

    private void end(int block, Terminator end) {
        switch (end) {
            case Terminator.Jump _ -> { }
            case Terminator.Branch t -> {
                if (t.condition().kind() != Kind.INT) problem("b" + block + " branches on " + t.condition());
            }
            case Terminator.Return t -> {
                if (t.value().kind() != code.result()) problem("b" + block + " returns " + t.value());
            }
            case Terminator.Throw t -> reference(block, t.value(), t);
            case Terminator.Rethrow t -> reference(block, t.exception(), t);
            case Terminator.Raise t -> span(block, t);
        }
    }

    private void reference(int block, Register value, Terminator end) {
        if (value.kind() != Kind.REF) problem("b" + block + " throws " + value);
        span(block, end);
    }

    private void span(int block, Terminator end) {
        if (!code.debug().spans().containsKey(end)) problem("b" + block + " terminator has no span");
    }

    // ---- definite assignment

    private void assignments() {
        BitSet[] in = new BitSet[code.blocks().size()];
        BitSet start = new BitSet();
        code.params().forEach(r -> start.set(r.index()));
        Deque<Integer> work = new ArrayDeque<>();
        arrive(in, 0, start, work);
        while (!work.isEmpty()) {
            Block block = code.blocks().get(work.remove());
            BitSet assigned = (BitSet) in[block.number()].clone();
            if (block.exception() != null) assigned.set(block.exception().index());
            if (block.handler() >= 0) arrive(in, block.handler(), assigned, work);
            for (Instruction i : block.body()) {
                Register result = Operands.result(i);
                if (result != null) assigned.set(result.index());
            }
            for (int successor : Operands.successors(block.end())) arrive(in, successor, assigned, work);
        }
        for (Block block : code.blocks()) {
            if (in[block.number()] == null) problem("b" + block.number() + " is unreachable");
            else uses(block, in[block.number()]);
        }
    }

    private static void arrive(BitSet[] in, int block, BitSet assigned, Deque<Integer> work) {
        if (in[block] == null) {
            in[block] = (BitSet) assigned.clone();
        } else {
            BitSet both = (BitSet) in[block].clone();
            both.and(assigned);
            if (both.equals(in[block])) return;
            in[block] = both;
        }
        work.add(block);
    }

    private void uses(Block block, BitSet assigned) {
        if (block.exception() != null) assigned.set(block.exception().index());
        for (int i = 0; i <= block.body().size(); i++) {
            boolean last = i == block.body().size();
            List<Register> uses = last ? Operands.uses(block.end()) : Operands.uses(block.body().get(i));
            for (Register r : uses) {
                if (!assigned.get(r.index())) problem("b" + block.number() + " uses " + r + " before it is assigned");
                if (!code.registers().get(r.index()).equals(r)) problem("unknown register " + r);
            }
            visible(block.number(), i, assigned);
            Register result = last ? null : Operands.result(block.body().get(i));
            if (result != null) assigned.set(result.index());
        }
    }

    private void visible(int block, int index, BitSet assigned) {
        for (DebugInfo.Variable v : code.debug().variables()) {
            for (DebugInfo.Range r : v.ranges()) {
                if (r.block() == block && r.from() <= index && index < r.to() && !assigned.get(v.register().index())) {
                    problem("b" + block + "[" + index + "] shows unassigned variable " + v.name());
                }
            }
        }
    }

    private void problem(String text) { problems.add(code.signature() + ": " + text); }
}
