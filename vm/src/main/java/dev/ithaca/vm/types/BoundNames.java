package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Stmt;
import java.util.HashSet;
import java.util.Set;

/** The names that a clause binds anywhere: parameters, bindings, pattern variables, local functions. */
final class BoundNames extends ExprWalker {
    private final Set<String> names = new HashSet<>();

    private BoundNames() {}

    static Set<String> of(Item.Function clause) {
        BoundNames bound = new BoundNames();
        clause.params().forEach(p -> bound.add(p.pattern()));
        bound.walk(clause.guard());
        bound.walk(clause.body());
        return bound.names;
    }

    @Override protected void visit(Stmt statement) {
        switch (statement) {
            case Stmt.Binding b -> add(b.pattern());
            case Stmt.LocalFunction f -> {
                names.add(f.name().text());
                f.params().forEach(p -> add(p.pattern()));
            }
            case Stmt.Expression _, Stmt.Assign _ -> { }
        }
        super.visit(statement);
    }

    @Override protected void visit(Expr expr) {
        switch (expr) {
            case Expr.Lambda l -> l.params().forEach(p -> add(p.pattern()));
            case Expr.Match m -> m.arms().forEach(arm -> add(arm.pattern()));
            case Expr.Try t -> t.handlers().forEach(arm -> add(arm.pattern()));
            case Expr.Receive r -> r.arms().forEach(arm -> add(arm.pattern()));
            case Expr.For f -> names.add(f.variable().text());
            default -> { }
        }
        super.visit(expr);
    }

    private void add(Pattern pattern) {
        switch (pattern) {
            case null -> { }
            case Pattern.Variable v -> names.add(v.name());
            case Pattern.Wildcard _, Pattern.Pin _, Pattern.Literal _, Pattern.Unit _, Pattern.Range _, Pattern.SetOf _ -> { }
            case Pattern.Tuple t -> t.elements().forEach(this::add);
            case Pattern.ListOf l -> {
                l.elements().forEach(this::add);
                add(l.rest());
            }
            case Pattern.Record r -> r.fields().forEach(f -> add(f.pattern()));
            case Pattern.Constructor c -> c.args().forEach(this::add);
            case Pattern.NamedConstructor c -> c.fields().forEach(f -> add(f.pattern()));
            case Pattern.MapOf m -> m.entries().forEach(e -> add(e.value()));
            case Pattern.Or or -> or.alternatives().forEach(this::add);
        }
    }
}
