package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What inference found out about the places of a program's files, put together from what is known of each function. */
final class PlaceLog {
    private final Map<String, List<Entry>> byFile = new HashMap<>();

    /**
     * A function's log in the text as it is now.
     *
     * @param moved how far the function stands behind its place when it was inferred
     */
    private record Entry(FunctionSymbol function, FunctionLog log, int moved, int start, int end) {
        boolean covers(int offset) { return start <= offset && offset <= end; }
    }

    /** An expression in its module. */
    record Seen(ModuleScope module, SourceFile file, FunctionLog.VisibleLocals locals, Type type, int moved) {}

    /** A local variable, with the place of its name in the text as it is now; null if it has none. */
    record Local(String name, Type type, SourceFile file, Span place) {}

    PlaceLog(Version version) {
        for (FunctionSymbol f : version.functions().all()) {
            FunctionResult result = version.result(f.slot());
            if (result == null) continue;
            int start = Integer.MAX_VALUE;
            int end = 0;
            for (Item.Function clause : f.clauses()) {
                start = Math.min(start, EarlierVersion.start(clause));
                end = Math.max(end, EarlierVersion.end(clause));
            }
            int moved = EarlierVersion.start(f.first()) - result.start();
            byFile.computeIfAbsent(f.file().name(), _ -> new ArrayList<>()).add(new Entry(f, result.log(), moved, start, end));
        }
    }

    /** The smallest expression around an offset, or one that ends there; the newest among equals. */
    Optional<Seen> around(String file, int offset) {
        return best(file, offset, (entry, span) -> span.start() + entry.moved() <= offset && offset <= span.end() + entry.moved(), false);
    }

    /** The longest expression that ends at an offset: what stands before a dot there. */
    Optional<Seen> endingAt(String file, int offset) {
        return best(file, offset, (entry, span) -> span.end() + entry.moved() == offset, true);
    }

    private interface Fits {
        boolean test(Entry entry, Span span);
    }

    private Optional<Seen> best(String file, int offset, Fits fits, boolean longest) {
        FunctionLog.Seen best = null;
        Entry of = null;
        for (Entry entry : byFile.getOrDefault(file, List.of())) {
            if (!entry.covers(offset)) continue;
            for (FunctionLog.Seen seen : entry.log().expressions()) {
                if (!fits.test(entry, seen.span())) continue;
                int difference = best == null ? 0 : seen.span().length() - best.span().length();
                if (best != null && (longest ? difference < 0 : difference > 0)) continue;
                best = seen;
                of = entry;
            }
        }
        if (best == null) return Optional.empty();
        return Optional.of(new Seen(of.function().module(), of.function().file(), best.locals(), best.type(), of.moved()));
    }

    /** The variable whose name is introduced at exactly this place. */
    Optional<Local> declaredAt(String file, Span name) {
        for (Entry entry : byFile.getOrDefault(file, List.of())) {
            if (!entry.covers(name.start())) continue;
            FunctionLog.LocalName found = entry.log().declarations().get(moved(name, -entry.moved()));
            if (found != null) return Optional.of(local(found, entry.function().file(), entry.moved()));
        }
        return Optional.empty();
    }

    /** The field that a pattern names at exactly this place. */
    Optional<FunctionLog.MatchedField> fieldAt(String file, Span name) {
        for (Entry entry : byFile.getOrDefault(file, List.of())) {
            FunctionLog.MatchedField found = entry.covers(name.start()) ? entry.log().fields().get(moved(name, -entry.moved())) : null;
            if (found != null) return Optional.of(found);
        }
        return Optional.empty();
    }

    static Local local(FunctionLog.LocalName name, SourceFile file, int moved) {
        return new Local(name.name(), name.type(), file, name.place() == null ? null : moved(name.place(), moved));
    }

    private static Span moved(Span span, int by) { return by == 0 ? span : new Span(span.start() + by, span.end() + by); }
}
