package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What inference found out about the places of one function, as an editor needs it. Knows the text and types only, so that
 * it can be kept while the rest of the program changes.
 */
record FunctionLog(List<Seen> expressions, Map<Span, LocalName> declarations, Map<Span, MatchedField> fields) {
    static final FunctionLog NONE = new FunctionLog(List.of(), Map.of(), Map.of());

    /** An expression with the names it can use. */
    record Seen(Span span, VisibleLocals locals, Type type) {}

    /** @param place where it is introduced, or null */
    record LocalName(String name, Type type, Span place) {}

    /**
     * A field that a pattern looks at by its name.
     *
     * @param constructor null where the pattern names none
     */
    record MatchedField(Type owner, ConstructorSymbol constructor) {}

    /** The locals of a block and those around it. */
    record VisibleLocals(VisibleLocals outer, Map<String, LocalName> names) {
        LocalName find(String name) {
            for (VisibleLocals at = this; at != null; at = at.outer) {
                LocalName found = at.names.get(name);
                if (found != null) return found;
            }
            return null;
        }

        /** Innermost first. */
        List<LocalName> all() {
            List<LocalName> all = new ArrayList<>();
            for (VisibleLocals at = this; at != null; at = at.outer) all.addAll(at.names.values());
            return all;
        }
    }

    /** Listens while a function is inferred. */
    static final class Recorder implements InferenceObserver {
        private record Entry(Span span, LocalScope scope, Type type) {}

        private final List<Entry> entries = new ArrayList<>();
        private final Map<Span, Variable> declared = new HashMap<>();
        private final Map<Span, MatchedField> fields = new HashMap<>();
        private final Map<Variable, Span> places = new IdentityHashMap<>();
        private final Map<LocalScope, VisibleLocals> scopes = new IdentityHashMap<>();
        private final Map<Variable, LocalName> names = new IdentityHashMap<>();

        @Override public void inferred(Span span, LocalScope scope, Type type) { entries.add(new Entry(span, scope, type)); }

        @Override public void declared(Span name, Variable variable) {
            declared.put(name, variable);
            places.put(variable, name);
        }

        @Override public void fieldMatched(Span name, Type owner, ConstructorSymbol constructor) {
            fields.put(name, new MatchedField(owner, constructor));
        }

        /** To be asked for when the function's scopes are complete. */
        FunctionLog log() {
            List<Seen> seen = new ArrayList<>(entries.size());
            for (Entry e : entries) seen.add(new Seen(e.span(), locals(e.scope()), e.type()));
            Map<Span, LocalName> declarations = new HashMap<>();
            declared.forEach((span, variable) -> declarations.put(span, name(variable.name(), variable)));
            return new FunctionLog(seen, declarations, Map.copyOf(fields));
        }

        private VisibleLocals locals(LocalScope scope) {
            if (scope == null) return null;
            VisibleLocals known = scopes.get(scope);
            if (known != null) return known;
            Map<String, LocalName> own = new HashMap<>();
            scope.own().forEach((name, variable) -> own.put(name, name(name, variable)));
            VisibleLocals made = new VisibleLocals(locals(scope.parent()), own);
            scopes.put(scope, made);
            return made;
        }

        private LocalName name(String name, Variable variable) {
            LocalName known = names.computeIfAbsent(variable, v -> new LocalName(name, v.type(), places.get(v)));
            return known.name().equals(name) ? known : new LocalName(name, known.type(), known.place());
        }
    }
}
