package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The "line numbers" of compiled code: each number stands for a source span, so that Java stack traces lead back to the
 * source. A tail call gets a number without a span: its frame, gone by the rules of the language, stays out of traces.
 */
final class LineTable {
    /** Line of the function entry. */
    static final int ENTRY = 1;
    /** Class files keep line numbers in 16 bits. */
    private static final int MAX_LINES = 65_535;

    /** By line number; null for a tail call. */
    private final List<Span> spans = new ArrayList<>();
    private final Map<Span, Integer> lineOfSpan = new HashMap<>();
    private final IdentityHashMap<Object, Integer> lines = new IdentityHashMap<>();
    private final int tailCall;

    LineTable(FunctionCode code) {
        spans.add(null);
        lineOf(code.debug().span());
        spans.add(null);
        tailCall = spans.size() - 1;
        for (Block block : code.blocks()) {
            for (Instruction instruction : block.body()) add(code, instruction);
            add(code, block.end());
        }
    }

    private void add(FunctionCode code, Object place) {
        Span span = code.debug().spans().get(place);
        if (isTailCall(place)) lines.put(place, tailCall);
        else if (span != null && spans.size() < MAX_LINES) lines.put(place, lineOf(span));
    }

    private int lineOf(Span span) {
        return lineOfSpan.computeIfAbsent(span, s -> {
            spans.add(s);
            return spans.size() - 1;
        });
    }

    private static boolean isTailCall(Object place) {
        return place instanceof Instruction.Call c && c.tail() || place instanceof Instruction.CallClosure d && d.tail();
    }

    /** The line of an instruction or terminator, 0 if it needs none. */
    int line(Object place) { return lines.getOrDefault(place, 0); }

    /** Null if the line has no place in the source or is a tail call. */
    Span span(int line) { return line > 0 && line < spans.size() ? spans.get(line) : null; }
}
