package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.DebugInfo;
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

    /** @param origin the function it was taken over from, or null */
    record Place(Span span, DebugInfo.Origin origin) {}

    /** By line number; null for a tail call. */
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> lineOfPlace = new HashMap<>();
    private final IdentityHashMap<Object, Integer> lines = new IdentityHashMap<>();
    private final int tailCall;

    LineTable(FunctionCode code) {
        places.add(null);
        lineOf(new Place(code.debug().span(), null));
        places.add(null);
        tailCall = places.size() - 1;
        for (Block block : code.blocks()) {
            for (Instruction instruction : block.body()) add(code, instruction);
            add(code, block.end());
        }
    }

    private void add(FunctionCode code, Object place) {
        Span span = code.debug().spans().get(place);
        if (isTailCall(place)) lines.put(place, tailCall);
        else if (span != null && places.size() < MAX_LINES) lines.put(place, lineOf(new Place(span, code.debug().origins().get(place))));
    }

    private int lineOf(Place place) {
        return lineOfPlace.computeIfAbsent(place, p -> {
            places.add(p);
            return places.size() - 1;
        });
    }

    private static boolean isTailCall(Object place) {
        return place instanceof Instruction.Call c && c.tail() || place instanceof Instruction.CallClosure d && d.tail();
    }

    /** The line of an instruction or terminator, 0 if it needs none. */
    int line(Object place) { return lines.getOrDefault(place, 0); }

    /** Null if the line has no place in the source or is a tail call. */
    Place place(int line) { return line > 0 && line < places.size() ? places.get(line) : null; }
}
