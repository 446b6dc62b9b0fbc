package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records in which stretches of code the named variables of a function are bound. */
final class VariableTable {
    /** A stretch of a block that is still being built. */
    record Stretch(Label block, int from, int to) {}

    static final class Entry {
        final String name;
        final Register register;
        final boolean inCell;
        final Type type;
        final List<Stretch> stretches = new ArrayList<>();
        private int from;

        Entry(String name, Register register, boolean inCell, Type type) {
            this.name = name;
            this.register = register;
            this.inCell = inCell;
            this.type = type;
        }
    }

    private final List<Entry> all = new ArrayList<>();
    private final List<Entry> open = new ArrayList<>();
    private Label block;

    void bind(String name, Register register, boolean inCell, Type type, int position) {
        Entry entry = new Entry(name, register, inCell, type);
        entry.from = position;
        all.add(entry);
        open.add(entry);
    }

    int mark() { return open.size(); }

    void release(int mark, int position) {
        while (open.size() > mark) close(open.removeLast(), position);
    }

    /** Variables that are out of sight for a while. */
    record Hidden(List<Entry> entries) {}

    Hidden hide(int position) {
        var hidden = new Hidden(List.copyOf(open));
        release(0, position);
        return hidden;
    }

    /** Brings variables back, from the next block on. */
    void show(Hidden hidden) { open.addAll(hidden.entries); }

    void startBlock(Label label) {
        block = label;
        for (Entry e : open) e.from = 0;
    }

    void endBlock(int position) {
        for (Entry e : open) close(e, position);
        block = null;
    }

    /** Variables with final block numbers; stretches in blocks that did not survive are left out. */
    List<DebugInfo.Variable> variables(Map<Label, BlockAssembler.Position> positions) {
        List<DebugInfo.Variable> result = new ArrayList<>();
        for (Entry e : all) {
            List<DebugInfo.Range> ranges = new ArrayList<>();
            for (Stretch s : e.stretches) {
                BlockAssembler.Position p = positions.get(s.block());
                if (p == null) continue;
                // Where a block was joined to its only predecessor, its jump is gone: "to" past the end means up to the join.
                int to = Math.min(s.to(), s.block().body.size() + (p.last() ? 1 : 0));
                if (s.from() < to) append(ranges, new DebugInfo.Range(p.block(), p.offset() + s.from(), p.offset() + to));
            }
            if (!ranges.isEmpty()) result.add(new DebugInfo.Variable(e.name, e.register, e.inCell, e.type, ranges));
        }
        return result;
    }

    private static void append(List<DebugInfo.Range> ranges, DebugInfo.Range next) {
        if (!ranges.isEmpty()) {
            DebugInfo.Range previous = ranges.getLast();
            if (previous.block() == next.block() && previous.to() == next.from()) {
                ranges.set(ranges.size() - 1, new DebugInfo.Range(next.block(), previous.from(), next.to()));
                return;
            }
        }
        ranges.add(next);
    }

    private void close(Entry entry, int position) {
        if (block != null && entry.from < position) entry.stretches.add(new Stretch(block, entry.from, position));
    }
}
