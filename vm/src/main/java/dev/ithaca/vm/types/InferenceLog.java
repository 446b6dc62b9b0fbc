package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps what inference found out, by file name and place. */
final class InferenceLog implements InferenceObserver {
    private final Map<String, List<Seen>> expressions = new HashMap<>();
    private final Map<String, Map<Span, Variable>> declarations = new HashMap<>();
    private final Map<Variable, Declared> places = new IdentityHashMap<>();

    /** An expression with the scope it stands in. */
    record Seen(Span span, ModuleScope module, LocalScope scope, Type type) {}

    /** Where a variable is introduced. */
    record Declared(SourceFile file, Span name) {}

    @Override public void inferred(ModuleScope module, Span span, LocalScope scope, Type type) {
        if (!module.isLibrary()) expressions.computeIfAbsent(module.file().name(), _ -> new ArrayList<>()).add(new Seen(span, module, scope, type));
    }

    @Override public void declared(ModuleScope module, Span name, Variable variable) {
        if (module.isLibrary()) return;
        declarations.computeIfAbsent(module.file().name(), _ -> new HashMap<>()).put(name, variable);
        places.put(variable, new Declared(module.file(), name));
    }

    /** The smallest expression around an offset, or one that ends there; the newest among equals. */
    Optional<Seen> around(String file, int offset) {
        return smallest(file, seen -> seen.span().start() <= offset && offset <= seen.span().end());
    }

    private Optional<Seen> smallest(String file, Predicate<Seen> fits) {
        Seen best = null;
        for (Seen seen : expressions.getOrDefault(file, List.of())) {
            if (fits.test(seen) && (best == null || seen.span().length() <= best.span().length())) best = seen;
        }
        return Optional.ofNullable(best);
    }

    /** The longest expression that ends at an offset: what stands before a dot there. */
    Optional<Seen> endingAt(String file, int offset) {
        Seen best = null;
        for (Seen seen : expressions.getOrDefault(file, List.of())) {
            if (seen.span().end() == offset && (best == null || seen.span().length() >= best.span().length())) best = seen;
        }
        return Optional.ofNullable(best);
    }

    /** The variable whose name is introduced at exactly this place. */
    Optional<Variable> declaredAt(String file, Span name) {
        return Optional.ofNullable(declarations.getOrDefault(file, Map.of()).get(name));
    }

    Optional<Declared> place(Variable variable) { return Optional.ofNullable(places.get(variable)); }
}
