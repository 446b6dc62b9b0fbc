package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import dev.ithaca.vm.types.Local;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Free variables of every lambda of a function, and which variables must therefore live in cells. */
final class Captures {
    private final Map<Core.Lambda, List<Local>> free = new IdentityHashMap<>();
    private final Set<Local> shared = new HashSet<>();

    /** Analyses a function body with all the lambdas in it. */
    Captures(Core body) { add(body); }

    /** Analyses the body of a further function whose code becomes part of this one's. */
    void add(Core body) { scan(body, new Scope()); }

    /** What a lambda captures, in the order of first use. */
    List<Local> of(Core.Lambda lambda) { return free.get(lambda); }

    /** Whether a local is assigned and captured, so that closures and function must see each other's assignments. */
    boolean inCell(Local local) { return shared.contains(local); }

    private static final class Scope {
        final Set<Local> used = new LinkedHashSet<>();
        final Set<Local> bound = new HashSet<>();
    }

    private void scan(Core e, Scope scope) {
        switch (e) {
            case Core.LocalGet g -> scope.used.add(g.local());
            case Core.LocalSet s -> scope.used.add(s.local());
            case Core.Bind b -> scope.bound.add(b.local());
            case Core.BindFunctions b -> scope.bound.addAll(b.locals());
            case Core.For f -> scope.bound.add(f.variable());
            case Core.Try t when t.exception() != null -> scope.bound.add(t.exception());
            case Core.Lambda lambda -> {
                scanLambda(lambda, scope);
                return;
            }
            default -> { }
        }
        CoreTree.forEachPattern(e, p -> {
            if (p instanceof CorePattern.Bind b) scope.bound.add(b.local());
            if (p instanceof CorePattern.Holds h) scope.bound.add(h.subject());
            if (p instanceof CorePattern.Assign a) scope.used.add(a.local());
        });
        CoreTree.forEachChild(e, child -> scan(child, scope));
    }

    private void scanLambda(Core.Lambda lambda, Scope outer) {
        Scope inner = new Scope();
        inner.bound.addAll(lambda.params());
        scan(lambda.body(), inner);
        inner.used.removeAll(inner.bound);
        free.put(lambda, List.copyOf(inner.used));
        outer.used.addAll(inner.used);
        for (Local local : inner.used) if (local.assigned()) shared.add(local);
    }
}
