package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads an expression as the pattern with the same text (chapter 1, section 6.1). */
final class ExprPatterns {
    private ExprPatterns() {}

    /** The pattern, or null if the expression has no such reading. */
    static Pattern toPattern(Expr expr) {
        return switch (expr) {
            case Expr.Wildcard(Span span) -> new Pattern.Wildcard(span);
            case Expr.Variable(String name, Span span) -> new Pattern.Variable(name, span);
            case Expr.Literal literal -> new Pattern.Literal(literal, literal.span());
            case Expr.Unit(Span span) -> new Pattern.Unit(span);
            case Expr.Unary(Expr.UnaryOp op, Expr.IntLit(var value, var kind, Span _), Span span)
                    when op == Expr.UnaryOp.NEGATE ->
                    new Pattern.Literal(new Expr.IntLit(value.negate(), kind, span), span);
            case Expr.Tuple(List<Expr> elements, Span span) -> {
                List<Pattern> patterns = toPatterns(elements);
                yield patterns == null ? null : new Pattern.Tuple(patterns, span);
            }
            case Expr.ListLit(List<Expr> elements, Expr tail, Span span) -> {
                List<Pattern> patterns = toPatterns(elements);
                Pattern rest = tail == null ? null : toPattern(tail);
                yield patterns == null || tail != null && rest == null ? null : new Pattern.ListOf(patterns, rest, span);
            }
            case Expr.UpperName(Name name, Span span) -> new Pattern.Constructor(name, false, List.of(), span);
            case Expr.Construct construct when construct.qualifier() == null -> constructor(construct);
            default -> null;
        };
    }

    private static List<Pattern> toPatterns(List<Expr> exprs) {
        List<Pattern> patterns = new ArrayList<>();
        for (Expr expr : exprs) {
            Pattern pattern = toPattern(expr);
            if (pattern == null) return null;
            patterns.add(pattern);
        }
        return patterns;
    }

    private static Pattern constructor(Expr.Construct construct) {
        List<Pattern> patterns = toPatterns(construct.args().stream().map(Expr.Arg::value).toList());
        if (patterns == null) return null;
        long labels = construct.args().stream().filter(arg -> arg.label() != null).count();
        if (labels == 0) return new Pattern.Constructor(construct.name(), true, patterns, construct.span());
        if (labels < patterns.size()) return null;
        List<Pattern.FieldPattern> fields = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            fields.add(new Pattern.FieldPattern(construct.args().get(i).label(), patterns.get(i)));
        }
        return new Pattern.NamedConstructor(construct.name(), fields, construct.span());
    }
}
