package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Uses of module variables that could deadlock (chapter 2, section 13). */
final class MvarChecks {
    private final ModuleScope scope;
    private final NameReport names;
    private final Map<String, Summary> summaries = new HashMap<>();

    /** What a function does, all clauses together. */
    private static final class Summary {
        final Set<String> calls = new HashSet<>();
        boolean receives;
    }

    MvarChecks(ModuleScope scope, Findings findings) {
        this.scope = scope;
        this.names = new NameReport(findings);
    }

    void check() {
        if (scope.mvars().isEmpty()) return;
        scope.functions().forEach((name, functions) -> summaries.put(name, summary(functions)));
        scope.functions().values().forEach(all -> all.forEach(this::check));
    }

    private static Summary summary(List<FunctionSymbol> functions) {
        Summary summary = new Summary();
        ExprWalker walker = new ExprWalker() {
            @Override protected void visit(Expr expr) {
                switch (expr) {
                    case Expr.Receive _ -> summary.receives = true;
                    case Expr.Call c when c.function() instanceof Expr.Variable v -> summary.calls.add(v.name());
                    case Expr.MethodCall m -> summary.calls.add(m.name().text());
                    default -> { }
                }
                // What runs in another process does not hold this one up.
                if (!(expr instanceof Expr.Spawn)) super.visit(expr);
            }
        };
        for (FunctionSymbol f : functions) for (Item.Function clause : f.clauses()) walker.walk(clause.body());
        return summary;
    }

    private boolean blocks(String function, Set<String> visited) {
        Summary summary = summaries.get(function);
        if (summary == null || !visited.add(function)) return false;
        return summary.receives || summary.calls.stream().anyMatch(c -> blocks(c, visited));
    }

    private void check(FunctionSymbol function) {
        for (Item.Function clause : function.clauses()) {
            Uses uses = new Uses(clause);
            for (Write write : uses.writes) checkNested(write);
            for (Write write : uses.guardedWrites) {
                names.guardedWrite(new Place(scope.file(), write.span()), function.signature(), write.mvar());
            }
            checkBlocking(function, clause, uses);
        }
    }

    private void checkNested(Write write) {
        new ExprWalker() {
            @Override protected void visit(Stmt statement) {
                if (statement instanceof Stmt.Binding b && write.mvar().equals(writtenName(b))) {
                    names.nestedWrite(new Place(scope.file(), b.span()), write.mvar());
                }
                super.visit(statement);
            }
        }.walk(write.value());
    }

    private void checkBlocking(FunctionSymbol function, Item.Function clause, Uses uses) {
        Set<String> both = new HashSet<>(uses.reads);
        Set<String> written = new HashSet<>();
        for (Write write : uses.writes) written.add(write.mvar());
        both.retainAll(written);
        if (both.isEmpty()) return;
        Summary own = summary(List.of(function));
        for (String callee : own.calls) {
            List<FunctionSymbol> called = scope.functions().get(callee);
            if (called == null || !blocks(callee, new HashSet<>())) continue;
            for (String mvar : both) {
                names.blockingWhileLocked(new Place(scope.file(), clause.name().span()), function.signature(), mvar,
                        called.getFirst().signature());
            }
        }
    }

    private static String writtenName(Stmt.Binding b) {
        return !b.isVar() && b.type() == null && b.pattern() instanceof Pattern.Variable v ? v.name() : null;
    }

    private record Write(String mvar, Expr value, Span span) {}

    /** Reads and writes of mvars in one clause; names that are also locals of it are left out. */
    private final class Uses extends ExprWalker {
        final Set<String> reads = new HashSet<>();
        final List<Write> writes = new ArrayList<>();
        final List<Write> guardedWrites = new ArrayList<>();
        private final Set<String> locals = new HashSet<>();
        /** Mvars that a condition around the current place reads. */
        private Set<String> guards = Set.of();

        Uses(Item.Function clause) {
            for (Item.Param p : clause.params()) if (p.pattern() instanceof Pattern.Variable v) locals.add(v.name());
            new ExprWalker() {
                @Override protected void visit(Stmt s) {
                    if (s instanceof Stmt.Binding b && b.isVar() && b.pattern() instanceof Pattern.Variable v) locals.add(v.name());
                    super.visit(s);
                }

                @Override protected void visit(Expr e) {
                    if (e instanceof Expr.Lambda l) {
                        for (Item.Param p : l.params()) if (p.pattern() instanceof Pattern.Variable v) locals.add(v.name());
                    }
                    super.visit(e);
                }
            }.walk(clause.body());
            walk(clause.body());
        }

        private boolean isMvar(String name) { return scope.mvars().containsKey(name) && !locals.contains(name); }

        private Set<String> readBy(Expr e) {
            Set<String> names = new Mentions().of(e);
            names.removeIf(n -> !isMvar(n));
            return names;
        }

        @Override protected void visit(Stmt statement) {
            if (statement instanceof Stmt.Binding b && writtenName(b) != null && isMvar(writtenName(b))) {
                Write write = new Write(writtenName(b), b.value(), b.span());
                writes.add(write);
                if (guards.contains(write.mvar()) && !readBy(b.value()).contains(write.mvar())) guardedWrites.add(write);
            }
            super.visit(statement);
        }

        @Override protected void visit(Expr expr) {
            switch (expr) {
                case Expr.Variable v when isMvar(v.name()) -> reads.add(v.name());
                case Expr.If i -> guarded(i.condition(), () -> {
                    walk(i.then());
                    walk(i.otherwise());
                });
                case Expr.Match m -> guarded(m.subject(), () -> arms(m.arms()));
                default -> super.visit(expr);
            }
        }

        private void guarded(Expr condition, Runnable branches) {
            walk(condition);
            Set<String> outer = guards;
            Set<String> inner = new HashSet<>(outer);
            inner.addAll(readBy(condition));
            guards = inner;
            branches.run();
            guards = outer;
        }
    }
}
