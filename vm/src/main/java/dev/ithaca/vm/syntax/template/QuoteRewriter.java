package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.List;

/** Copies quoted code to the place of use, with the values of its splices in their places. */
final class QuoteRewriter extends TreeRewriter {
    private final Evaluator evaluator;
    private final Environment environment;
    private final TemplateUse use;

    QuoteRewriter(Evaluator evaluator, Environment environment, TemplateUse use) {
        this.evaluator = evaluator;
        this.environment = environment;
        this.use = use;
    }

    @Override Span span(Span original) { return use.site(); }

    @Override Expr expr(Expr expr) {
        use.session().step();
        MetaValue value = spliced(expr);
        return value == null ? super.expr(expr) : evaluator.codes().toExpr(value);
    }

    @Override void statement(Stmt statement, List<Stmt> result) {
        MetaValue value = statement instanceof Stmt.Expression(Expr expr, Span _) ? spliced(expr) : null;
        if (value == null) {
            super.statement(statement, result);
        } else {
            MetaValue.Code code = evaluator.codes().toCode(value);
            result.addAll(code.statements());
            use.definitions().addAll(code.items());
        }
    }

    /** What takes the place of a splice, a nested quote or {@code eval}; null for other expressions. */
    private MetaValue spliced(Expr expr) {
        return switch (expr) {
            case Expr.Splice _ -> evaluator.eval(expr, environment);
            case Expr.Quote(Expr body, Span _) -> quoted(body);
            case Expr.Call(Expr function, List<TypeExpr> _, List<Expr.Arg> args, Span at)
                    when function instanceof Expr.Variable(String name, Span _) && name.equals("eval") && args.size() == 1 ->
                    evaluated(args.getFirst().value(), at);
            default -> null;
        };
    }

    /** {@code eval} of a text that is known now; otherwise it is a call at run time. */
    private MetaValue evaluated(Expr argument, Span at) {
        try {
            return evaluator.force(evaluator.eval(argument, environment)) instanceof MetaValue.Text(String text)
                    ? CodeText.parse(text, use.site()) : null;
        } catch (ExpansionException e) {
            throw e.at(at);
        }
    }

    /** The expression itself as code, whatever its kind, with the splices inside filled in. */
    Expr copy(Expr expr) { return super.expr(expr); }

    /** The code of a quote's body: the statements of a block, or one expression. */
    MetaValue.Code quoted(Expr body) {
        if (!(body instanceof Expr.Block(List<Stmt> statements, Span _))) {
            MetaValue value = spliced(body);
            return value != null ? evaluator.codes().toCode(value) : MetaValue.Code.of(super.expr(body));
        }
        int before = use.definitions().size();
        List<Stmt> rewritten = statements(statements);
        List<Item> made = use.definitions().subList(before, use.definitions().size());
        MetaValue.Code code = new MetaValue.Code(rewritten, List.copyOf(made));
        made.clear();
        return code;
    }
}
