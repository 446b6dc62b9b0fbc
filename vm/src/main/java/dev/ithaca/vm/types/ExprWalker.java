package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Stmt;
import java.util.List;

/** Visits every expression below one; override {@link #visit} or {@link #visit(Stmt)} to look at some of them. */
abstract class ExprWalker {
    final void walk(Expr expr) { if (expr != null) visit(expr); }

    final void walk(Stmt statement) { visit(statement); }

    private void all(List<? extends Expr> exprs) { exprs.forEach(this::walk); }

    private void args(List<Expr.Arg> args) { args.forEach(a -> walk(a.value())); }

    /** Visits the statement's expressions. */
    protected void visit(Stmt statement) {
        switch (statement) {
            case Stmt.Expression e -> walk(e.value());
            case Stmt.Binding b -> walk(b.value());
            case Stmt.Assign a -> {
                walk(a.target());
                walk(a.value());
            }
            case Stmt.LocalFunction f -> walk(f.body());
        }
    }

    protected void arms(List<Expr.Arm> arms) {
        for (Expr.Arm arm : arms) {
            walk(arm.guard());
            walk(arm.body());
        }
    }

    /** Visits the parts of the expression. */
    protected void visit(Expr expr) {
        switch (expr) {
            case Expr.Literal _, Expr.Unit _, Expr.Variable _, Expr.Wildcard _, Expr.UpperName _, Expr.Continue _ -> { }
            case Expr.Interpolation i -> all(i.parts());
            case Expr.Construct c -> {
                walk(c.qualifier());
                args(c.args());
            }
            case Expr.Call c -> {
                walk(c.function());
                args(c.args());
            }
            case Expr.MethodCall m -> {
                walk(m.receiver());
                args(m.args());
            }
            case Expr.Field f -> walk(f.receiver());
            case Expr.TupleField t -> walk(t.receiver());
            case Expr.Index i -> {
                walk(i.receiver());
                all(i.indices());
            }
            case Expr.Unary u -> walk(u.operand());
            case Expr.Binary b -> {
                walk(b.left());
                walk(b.right());
            }
            case Expr.Pipe p -> {
                walk(p.value());
                walk(p.function());
            }
            case Expr.Send s -> {
                walk(s.target());
                walk(s.message());
            }
            case Expr.Propagate p -> walk(p.value());
            case Expr.Tuple t -> all(t.elements());
            case Expr.ListLit l -> {
                all(l.elements());
                walk(l.tail());
            }
            case Expr.RangeList r -> {
                walk(r.low());
                walk(r.high());
            }
            case Expr.MapLit m -> m.entries().forEach(e -> {
                walk(e.key());
                walk(e.value());
            });
            case Expr.SetLit s -> all(s.elements());
            case Expr.If i -> {
                walk(i.condition());
                walk(i.then());
                walk(i.otherwise());
            }
            case Expr.Match m -> {
                walk(m.subject());
                arms(m.arms());
            }
            case Expr.Try t -> {
                walk(t.body());
                arms(t.handlers());
                walk(t.cleanup());
            }
            case Expr.Block b -> b.statements().forEach(this::walk);
            case Expr.While w -> {
                walk(w.condition());
                walk(w.body());
            }
            case Expr.For f -> {
                walk(f.low());
                walk(f.high());
                walk(f.body());
            }
            case Expr.Break b -> walk(b.value());
            case Expr.Return r -> walk(r.value());
            case Expr.Receive r -> {
                arms(r.arms());
                walk(r.timeout());
                walk(r.onTimeout());
            }
            case Expr.Spawn s -> walk(s.body());
            case Expr.Lambda l -> walk(l.body());
            case Expr.Quote q -> walk(q.body());
            case Expr.Splice s -> walk(s.value());
        }
    }
}
