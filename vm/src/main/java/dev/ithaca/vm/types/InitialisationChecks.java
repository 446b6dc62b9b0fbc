package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds module bindings whose value depends on itself, which would never be computed, and module variables read before
 * they have their first value. What happens in any case is an error, what may happen a warning.
 */
final class InitialisationChecks {
    private final List<ModuleScope> scopes;
    private final Report report;
    private final Map<FunctionSymbol, List<Evaluations.Use>> known = new HashMap<>();

    InitialisationChecks(List<ModuleScope> scopes, Findings findings) {
        this.scopes = scopes;
        this.report = new Report(findings);
    }

    /** @param mvars in the order in which they get their values */
    void check(List<ModuleScope.MvarDeclaration> mvars) {
        List<FunctionSymbol> values = new ArrayList<>();
        for (ModuleScope scope : scopes) values.addAll(scope.values().values());
        Set<FunctionSymbol> reported = new HashSet<>();
        for (boolean certain : new boolean[] {true, false}) {
            Predicate<Evaluations.Use> counts = certain ? Evaluations.Use::certain : _ -> true;
            for (List<FunctionSymbol> circle : new Components(counts).circles(values)) {
                if (circle.stream().noneMatch(reported::contains)) report(circle, counts, certain);
                reported.addAll(circle);
            }
        }
        checkMvars(mvars);
    }

    /** What all clauses of a function evaluate in any case is certain. */
    private List<Evaluations.Use> uses(FunctionSymbol function) {
        return known.computeIfAbsent(function, f -> {
            Map<Object, Evaluations.Use> all = new LinkedHashMap<>();
            Map<Object, Integer> certain = new HashMap<>();
            for (Item.Function clause : f.clauses()) {
                Set<Object> here = new HashSet<>();
                for (Evaluations.Use use : Evaluations.of(f.module(), clause)) {
                    all.putIfAbsent(use.what(), use);
                    if (use.certain() && here.add(use.what())) certain.merge(use.what(), 1, Integer::sum);
                }
            }
            return all.values().stream().map(use -> new Evaluations.Use(use.what(), use.at(),
                    certain.getOrDefault(use.what(), 0) == f.clauses().size())).toList();
        });
    }

    // ---- circles

    private void report(List<FunctionSymbol> circle, Predicate<Evaluations.Use> counts, boolean certain) {
        FunctionSymbol first = circle.stream().filter(f -> f.kind() == FunctionSymbol.Kind.VALUE).findFirst().orElseThrow();
        List<FunctionSymbol> path = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Step step = shortest(first, new HashSet<>(circle), counts); step != null; step = step.before()) {
            path.addFirst(step.to());
            places.addFirst(step.at());
        }
        report.dependsOnItself(first, path, places, certain);
    }

    private record Step(FunctionSymbol to, Place at, Step before) {}

    /** The shortest way from a function back to itself, last step first. */
    private Step shortest(FunctionSymbol from, Set<FunctionSymbol> within, Predicate<Evaluations.Use> counts) {
        List<Step> reached = new ArrayList<>();
        Set<FunctionSymbol> visited = new HashSet<>();
        reached.add(new Step(from, null, null));
        for (int i = 0; ; i++) {
            Step step = reached.get(i);
            for (Evaluations.Use use : uses(step.to())) {
                if (!counts.test(use) || !(use.what() instanceof FunctionSymbol f) || !within.contains(f)) continue;
                Step next = new Step(f, use.at(), step.before() == null && step.at() == null ? null : step);
                if (f == from) return next;
                if (visited.add(f)) reached.add(next);
            }
        }
    }

    /** Strongly connected components (Tarjan 1972) of what evaluates what. */
    private final class Components {
        private final Predicate<Evaluations.Use> counts;
        private final Map<FunctionSymbol, Integer> index = new HashMap<>();
        private final Map<FunctionSymbol, Integer> low = new HashMap<>();
        private final List<FunctionSymbol> stack = new ArrayList<>();
        private final Set<FunctionSymbol> onStack = new HashSet<>();
        private final List<List<FunctionSymbol>> circles = new ArrayList<>();

        Components(Predicate<Evaluations.Use> counts) { this.counts = counts; }

        /** Those with a module binding that are circles, each in the order in which it was come by. */
        List<List<FunctionSymbol>> circles(List<FunctionSymbol> values) {
            for (FunctionSymbol value : values) if (!index.containsKey(value)) visit(value);
            return circles;
        }

        private void visit(FunctionSymbol function) {
            index.put(function, index.size());
            low.put(function, index.get(function));
            stack.add(function);
            onStack.add(function);
            boolean usesItself = false;
            for (Evaluations.Use use : uses(function)) {
                if (!counts.test(use) || !(use.what() instanceof FunctionSymbol used)) continue;
                usesItself |= used == function;
                if (!index.containsKey(used)) visit(used);
                if (onStack.contains(used)) low.merge(function, low.get(used), Math::min);
            }
            if (!low.get(function).equals(index.get(function))) return;
            List<FunctionSymbol> component = new ArrayList<>();
            FunctionSymbol member;
            do {
                member = stack.removeLast();
                onStack.remove(member);
                component.addFirst(member);
            } while (member != function);
            boolean circle = component.size() > 1 || usesItself;
            if (circle && component.stream().anyMatch(f -> f.kind() == FunctionSymbol.Kind.VALUE)) circles.add(component);
        }
    }

    // ---- module variables

    private void checkMvars(List<ModuleScope.MvarDeclaration> mvars) {
        Map<ModuleScope.MvarDeclaration, Integer> order = new HashMap<>();
        for (ModuleScope.MvarDeclaration mvar : mvars) order.put(mvar, order.size());
        for (ModuleScope.MvarDeclaration mvar : mvars) {
            if (mvar.module().isLibrary() || mvar.hasLiteral()) continue;
            Set<FunctionSymbol> certain = new HashSet<>();
            if (readsEarly(mvar, mvar.initial(), null, order, true, certain)) continue;
            readsEarly(mvar, mvar.initial(), null, order, false, new HashSet<>());
        }
    }

    /** @param outermost where the initialiser begins what leads here; null at the initialiser itself */
    private boolean readsEarly(ModuleScope.MvarDeclaration mvar, FunctionSymbol from, Place outermost,
                               Map<ModuleScope.MvarDeclaration, Integer> order, boolean certain, Set<FunctionSymbol> visited) {
        if (!visited.add(from)) return false;
        for (Evaluations.Use use : uses(from)) {
            if (certain && !use.certain()) continue;
            Place at = outermost == null ? use.at() : outermost;
            if (use.what() instanceof ModuleScope.MvarDeclaration read) {
                if (order.getOrDefault(read, -1) < order.get(mvar)) continue;
                report.readTooEarly(at, mvar.symbol(), read.symbol(), certain);
                return true;
            }
            if (use.what() instanceof FunctionSymbol f && readsEarly(mvar, f, at, order, certain, visited)) return true;
        }
        return false;
    }
}
