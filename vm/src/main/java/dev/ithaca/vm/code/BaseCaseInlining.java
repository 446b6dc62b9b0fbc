package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.FunctionInstance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tests for the {@link BaseCases} of a function where it calls itself, and calls only if it is none of them. Where a function
 * calls itself more than once, as on trees, at least half of all its calls are base cases; they then cost a comparison. A
 * function that calls itself once has one base case in the end, so it stays as it is.
 */
final class BaseCaseInlining {
    /** A block whose number, and those it goes to, are not final yet: the original blocks keep theirs until the end. */
    private static final class Draft {
        final int id;
        final List<Instruction> body = new ArrayList<>();
        Terminator end;

        Draft(int id) { this.id = id; }
    }

    /** Original instructions (the terminator counts as last) from {@code from} until before {@code to} that are at the start of a draft. */
    private record Piece(Draft draft, int from, int to) {}

    private final FunctionCode code;
    private final FunctionInstance self;
    private final BaseCases cases;
    private final List<Register> registers;
    private final IdentityHashMap<Object, Span> spans;
    private final IdentityHashMap<Object, DebugInfo.Origin> origins;
    private final List<Draft> layout = new ArrayList<>();
    private final Map<Integer, List<Piece>> pieces = new HashMap<>();
    private int nextId;

    private BaseCaseInlining(FunctionCode code, FunctionInstance self, BaseCases cases) {
        this.code = code;
        this.self = self;
        this.cases = cases;
        registers = new ArrayList<>(code.registers());
        spans = new IdentityHashMap<>(code.debug().spans());
        origins = new IdentityHashMap<>(code.debug().origins());
        nextId = code.blocks().size();
    }

    /** @param self the function as the code's calls name it */
    static FunctionCode apply(FunctionCode code, FunctionInstance self) {
        long calls = code.blocks().stream().flatMap(b -> b.body().stream()).filter(i -> isCall(i, self)).count();
        if (calls < 2) return code;
        BaseCases cases = BaseCases.of(code);
        return cases == BaseCases.REST ? code : new BaseCaseInlining(code, self, cases).apply();
    }

    private static boolean isCall(Instruction i, FunctionInstance self) {
        return i instanceof Instruction.Call call && call.function() == self && !call.tail();
    }

    private FunctionCode apply() {
        for (Block block : code.blocks()) cut(block);
        int[] numbers = new int[nextId];
        for (int i = 0; i < layout.size(); i++) numbers[layout.get(i).id] = i;
        List<Block> blocks = new ArrayList<>();
        for (Block block : code.blocks()) {
            int handler = block.handler() < 0 ? -1 : numbers[block.handler()];
            int end = block.number() + 1 < code.blocks().size() ? numbers[block.number() + 1] : layout.size();
            for (int i = numbers[block.number()]; i < end; i++) {
                Draft draft = layout.get(i);
                Register exception = draft.id == block.number() ? block.exception() : null;
                blocks.add(new Block(i, List.copyOf(draft.body), renumbered(draft.end, numbers), handler, exception));
            }
        }
        DebugInfo debug = code.debug();
        List<DebugInfo.Variable> variables = debug.variables().stream().map(v -> new DebugInfo.Variable(v.name(), v.register(),
                v.inCell(), v.type(), v.ranges().stream().flatMap(r -> moved(r, numbers).stream()).toList())).toList();
        return new FunctionCode(code.module(), code.name(), code.signature(), code.params(), code.captureCount(), code.paramTypes(),
                code.result(), code.resultType(), List.copyOf(registers), List.copyOf(blocks),
                new DebugInfo(debug.file(), debug.span(), spans, variables, debug.receives(), origins));
    }

    private Terminator renumbered(Terminator end, int[] numbers) {
        return switch (end) {
            case Terminator.Jump(int target) -> new Terminator.Jump(numbers[target]);
            case Terminator.Branch(Register c, int yes, int no) -> new Terminator.Branch(c, numbers[yes], numbers[no]);
            default -> end;
        };
    }

    private List<DebugInfo.Range> moved(DebugInfo.Range range, int[] numbers) {
        List<DebugInfo.Range> result = new ArrayList<>();
        for (Piece piece : pieces.get(range.block())) {
            int from = Math.max(range.from(), piece.from);
            int to = Math.min(range.to(), piece.to);
            if (from < to) result.add(new DebugInfo.Range(numbers[piece.draft.id], from - piece.from, to - piece.from));
        }
        return result;
    }

    private Draft draft() {
        Draft draft = new Draft(nextId++);
        layout.add(draft);
        return draft;
    }

    /** Cuts a block at each call that may be a base case. */
    private void cut(Block block) {
        List<Piece> cuts = pieces.computeIfAbsent(block.number(), _ -> new ArrayList<>());
        Draft current = new Draft(block.number());
        layout.add(current);
        int start = 0;
        for (int i = 0; i < block.body().size(); i++) {
            if (!isCall(block.body().get(i), self)) continue;
            Instruction.Call call = (Instruction.Call) block.body().get(i);
            BaseCases left = cases.withUnchanged(unchanged(call));
            if (left == BaseCases.REST) continue;
            current.body.addAll(block.body().subList(start, i));
            cuts.add(new Piece(current, start, i));
            Draft calling = new Draft(nextId++);
            Draft after = new Draft(nextId++);
            emit(left, call, names(call), current, calling, after);
            layout.add(calling);
            layout.add(after);
            calling.body.add(call);
            calling.end = new Terminator.Jump(after.id);
            cuts.add(new Piece(calling, i, i + 1));
            current = after;
            start = i + 1;
        }
        current.body.addAll(block.body().subList(start, block.body().size()));
        current.end = block.end();
        cuts.add(new Piece(current, start, Integer.MAX_VALUE));
    }

    /** The parameters a call hands over as they are. */
    private BitSet unchanged(Instruction.Call call) {
        BitSet result = new BitSet();
        for (int i = 0; i < call.args().size(); i++) {
            Register param = code.params().get(i);
            if (call.args().get(i).equals(param)) result.set(param.index());
        }
        return result;
    }

    private Map<Register, Register> names(Instruction.Call call) {
        Map<Register, Register> names = new HashMap<>();
        for (int i = 0; i < call.args().size(); i++) names.put(code.params().get(i), call.args().get(i));
        return names;
    }

    private void emit(BaseCases left, Instruction.Call call, Map<Register, Register> names, Draft into, Draft calling, Draft after) {
        switch (left) {
            case BaseCases.Test(var before, Register condition, BaseCases ifTrue, BaseCases ifFalse) -> {
                emit(before, names, into);
                into.end = new Terminator.Branch(name(condition, names), target(ifTrue, call, names, calling, after),
                        target(ifFalse, call, names, calling, after));
            }
            case BaseCases.Result(var before, Register value) -> {
                emit(before, names, into);
                if (call.dst() != null) into.body.add(new Instruction.Move(call.dst(), name(value, names)));
                into.end = new Terminator.Jump(after.id);
            }
            case BaseCases.Rest _ -> into.end = new Terminator.Jump(calling.id);
        }
    }

    private int target(BaseCases left, Instruction.Call call, Map<Register, Register> names, Draft calling, Draft after) {
        if (left == BaseCases.REST) return calling.id;
        Draft draft = draft();
        emit(left, call, names, draft, calling, after);
        return draft.id;
    }

    private void emit(List<Instruction> before, Map<Register, Register> names, Draft into) {
        for (Instruction i : before) {
            Instruction copy = BaseCases.renamed(i, r -> name(r, names));
            Span span = spans.get(i);
            if (span != null) spans.put(copy, span);
            DebugInfo.Origin origin = origins.get(i);
            if (origin != null) origins.put(copy, origin);
            into.body.add(copy);
        }
    }

    /** The register that stands for one of the function's in the copy at a call. */
    private Register name(Register r, Map<Register, Register> names) {
        return names.computeIfAbsent(r, old -> {
            Register fresh = new Register(registers.size(), old.kind());
            registers.add(fresh);
            return fresh;
        });
    }
}
