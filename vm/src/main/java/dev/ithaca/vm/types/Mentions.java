package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the lower-case names an expression mentions, bound or not. */
final class Mentions extends ExprWalker {
    private final Set<String> names = new HashSet<>();

    Set<String> of(Expr expr) {
        walk(expr);
        return names;
    }

    Set<String> of(Stmt statement) {
        walk(statement);
        return names;
    }

    Set<String> ofClauses(List<Stmt.LocalFunction> clauses) {
        clauses.forEach(this::walk);
        return names;
    }

    @Override protected void visit(Expr expr) {
        if (expr instanceof Expr.Variable v) names.add(v.name());
        super.visit(expr);
    }
}
