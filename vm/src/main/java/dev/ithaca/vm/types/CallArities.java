package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** With how many arguments each name is called in some statements. */
final class CallArities extends ExprWalker {
    private final Set<String> calls = new HashSet<>();

    CallArities(List<Stmt> statements) { statements.forEach(this::walk); }

    boolean has(String name, int arguments) { return calls.contains(name + "/" + arguments); }

    @Override protected void visit(Expr expr) {
        if (expr instanceof Expr.Call c && c.function() instanceof Expr.Variable v) calls.add(v.name() + "/" + c.args().size());
        if (expr instanceof Expr.MethodCall m) calls.add(m.name().text() + "/" + (m.args().size() + 1));
        super.visit(expr);
    }
}
