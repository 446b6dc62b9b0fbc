package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Turns compile-time values into code at the place of use. Each turn gives new nodes. */
final class Codes {
    private final TemplateUse use;
    private final Evaluator evaluator;
    private final TreeRewriter copier;

    Codes(TemplateUse use, Evaluator evaluator) {
        this.use = use;
        this.evaluator = evaluator;
        this.copier = new TreeRewriter() {
            @Override Expr expr(Expr expr) {
                use.session().step();
                return super.expr(expr);
            }
        };
    }

    /** As statements: a list of pieces of code is the pieces one after the other. */
    MetaValue.Code toCode(MetaValue value) {
        return switch (value) {
            case MetaValue.Code(List<Stmt> statements, List<Item> items) ->
                    new MetaValue.Code(copier.statements(statements), items.stream().map(copier::item).toList());
            case MetaValue.TypeTarget(Item.TypeDef type) -> new MetaValue.Code(List.of(), List.of(copier.item(type)));
            case MetaValue.ListOf(List<MetaValue> elements) when elements.stream().allMatch(Codes::isCode) -> {
                List<Stmt> statements = new ArrayList<>();
                List<Item> items = new ArrayList<>();
                for (MetaValue element : elements) {
                    MetaValue.Code code = toCode(element);
                    statements.addAll(code.statements());
                    items.addAll(code.items());
                }
                yield new MetaValue.Code(statements, items);
            }
            default -> MetaValue.Code.of(toExpr(value));
        };
    }

    private static boolean isCode(MetaValue value) {
        return value instanceof MetaValue.Code || value instanceof MetaValue.TypeTarget
                || value instanceof MetaValue.ListOf(List<MetaValue> elements) && elements.stream().allMatch(Codes::isCode);
    }

    private static boolean isStatements(MetaValue value) { return value instanceof MetaValue.Code code && code.asExpression() == null; }

    /** As one expression; a list of expressions is a list, a list of longer pieces a block. */
    Expr toExpr(MetaValue value) {
        use.session().step();
        Span at = use.site();
        return switch (value) {
            case MetaValue.Int(long number) -> new Expr.IntLit(BigInteger.valueOf(number), Expr.IntKind.INT, at);
            case MetaValue.Float(double number) -> {
                if (!Double.isFinite(number)) throw ExpansionException.unresolved("the value " + number + " cannot be written as a literal");
                yield new Expr.FloatLit(BigDecimal.valueOf(number), Expr.FloatKind.FLOAT, at);
            }
            case MetaValue.Bool(boolean truth) -> new Expr.BoolLit(truth, at);
            case MetaValue.Char(int codePoint) -> new Expr.CharLit(codePoint, at);
            case MetaValue.Text(String text) -> new Expr.StringLit(text, at);
            case MetaValue.Unit() -> new Expr.Unit(at);
            case MetaValue.ListOf(List<MetaValue> elements) when elements.stream().anyMatch(Codes::isStatements) ->
                    codeAsExpr(toCode(value), at);
            case MetaValue.ListOf(List<MetaValue> elements) -> new Expr.ListLit(toExprs(elements), null, at);
            case MetaValue.TupleOf(List<MetaValue> elements) -> new Expr.Tuple(toExprs(elements), at);
            case MetaValue.MapOf(var entries) -> new Expr.MapLit(entries.entrySet().stream()
                    .map(e -> new Expr.MapEntry(toExpr(e.getKey()), toExpr(e.getValue()))).toList(), at);
            case MetaValue.Code code -> codeAsExpr(code, at);
            case MetaValue.Closure(String _, var _, Environment environment, Expr.Lambda source) when source != null ->
                    evaluator.rewriter(environment).copy(source);
            case MetaValue.Closure closure ->
                    throw ExpansionException.unresolved("the compile-time function `" + closure.name() + "` is no value of the program");
            case MetaValue.FunctionTarget(Item.Function function) -> throw new ExpansionException(TemplateError.DEFINITION_FOR_BODY,
                    "decorator @%s returned a function definition instead of an expression. Use `.body` for the body of `%s`"
                            .formatted(use.template().name(), function.name()));
            case MetaValue.TypeTarget(Item.TypeDef type) -> throw ExpansionException.unresolved(
                    "the type `" + type.name() + "` stands where an expression is needed");
        };
    }

    private Expr codeAsExpr(MetaValue.Code code, Span at) {
        MetaValue.Code copy = toCode(code);
        use.definitions().addAll(copy.items());
        if (copy.statements().isEmpty()) return new Expr.Unit(at);
        return copy.statements().size() == 1 && copy.statements().getFirst() instanceof Stmt.Expression(Expr value, Span _)
                ? value : new Expr.Block(copy.statements(), at);
    }

    private List<Expr> toExprs(List<MetaValue> values) { return values.stream().map(this::toExpr).toList(); }
}
