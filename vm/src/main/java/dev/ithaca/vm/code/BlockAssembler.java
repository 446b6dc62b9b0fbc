package dev.ithaca.vm.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns placed labels into numbered blocks: skips blocks that only jump, drops unreachable ones, and joins a block to its
 * predecessor where that is the only way in.
 */
final class BlockAssembler {
    /** Where a label's code went. last: its end is the block's terminator. */
    record Position(int block, int offset, boolean last) {}

    private final List<Label> placed;
    private final VariableTable variables;
    private final Map<Label, Label> destinations = new IdentityHashMap<>();

    BlockAssembler(List<Label> placed, VariableTable variables) {
        this.placed = placed;
        this.variables = variables;
    }

    CodeBuilder.Assembly assemble(DebugInfo debug) {
        Label entry = placed.getFirst();
        Set<Label> reachable = reachable(entry);
        Map<Label, Label> joined = joins(entry, reachable);
        Map<Label, Integer> numbers = new IdentityHashMap<>();
        Set<Label> inner = new HashSet<>(joined.values());
        List<Label> heads = placed.stream().filter(l -> reachable.contains(l) && !inner.contains(l)).toList();
        for (Label head : heads) numbers.put(head, numbers.size());

        Map<Label, Position> positions = new IdentityHashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (Label head : heads) {
            int number = blocks.size();
            List<Instruction> body = new ArrayList<>();
            Label last = head;
            for (Label l = head; l != null; l = joined.get(l)) {
                positions.put(l, new Position(number, body.size(), !joined.containsKey(l)));
                body.addAll(l.body);
                last = l;
            }
            int handler = head.handler == null ? -1 : numbers.getOrDefault(head.handler, -1);
            blocks.add(new Block(number, List.copyOf(body), terminator(last.end, numbers), handler, head.exception));
        }
        return new CodeBuilder.Assembly(List.copyOf(blocks),
                new DebugInfo(debug.file(), debug.span(), debug.spans(), variables.variables(positions), debug.receives(), debug.origins()));
    }

    private Terminator terminator(Label.End end, Map<Label, Integer> numbers) {
        return switch (end) {
            case Label.End.Jump(Label target) -> new Terminator.Jump(numbers.get(destination(target)));
            case Label.End.Branch(Register c, Label t, Label f) -> {
                int ifTrue = numbers.get(destination(t));
                int ifFalse = numbers.get(destination(f));
                yield ifTrue == ifFalse ? new Terminator.Jump(ifTrue) : new Terminator.Branch(c, ifTrue, ifFalse);
            }
            case Label.End.Leave(Terminator leave) -> leave;
        };
    }

    /** The first block from here that does something. */
    private Label destination(Label label) {
        Label known = destinations.get(label);
        if (known != null) return known;
        Label l = label;
        Set<Label> seen = new HashSet<>();
        while (l.body.isEmpty() && l.exception == null && l.end instanceof Label.End.Jump(Label next) && seen.add(l)) l = next;
        destinations.put(label, l);
        return l;
    }

    private Set<Label> reachable(Label entry) {
        Set<Label> seen = new HashSet<>();
        Deque<Label> work = new ArrayDeque<>();
        seen.add(entry);
        work.add(entry);
        while (!work.isEmpty()) {
            Label l = work.remove();
            for (Label s : l.successors()) if (seen.add(destination(s))) work.add(destination(s));
            if (l.handler != null && l.mayRaise() && seen.add(l.handler)) work.add(l.handler);
        }
        return seen;
    }

    /** Which block directly continues which. */
    private Map<Label, Label> joins(Label entry, Set<Label> reachable) {
        Map<Label, Integer> ways = new HashMap<>();
        ways.put(entry, 2);
        for (Label l : reachable) for (Label s : l.successors()) ways.merge(destination(s), 1, Integer::sum);
        Map<Label, Label> result = new IdentityHashMap<>();
        for (Label l : reachable) {
            if (!(l.end instanceof Label.End.Jump(Label target))) continue;
            Label next = destination(target);
            if (next != l && ways.get(next) == 1 && next.exception == null && next.handler == l.handler) {
                result.put(l, next);
            }
        }
        return result;
    }
}
