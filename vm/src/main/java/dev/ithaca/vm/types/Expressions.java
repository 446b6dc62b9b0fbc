package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/** Sends each kind of expression to its family; literals are done here. */
final class Expressions {
    private final Body body;

    Expressions(Body body) { this.body = body; }

    Typed infer(Expr expr, LocalScope scope, Type expected) {
        return switch (expr) {
            case Expr.Literal literal -> literal(literal);
            case Expr.Unit u -> new Typed(BuiltinTypes.UNIT, true, _ -> Body.unit(u.span()));
            case Expr.Interpolation i -> body.collections().interpolation(i, scope);
            case Expr.Variable v -> body.names().variable(v, scope, expected);
            case Expr.Wildcard w -> {
                body.report().wildcard(body.place(w.span()));
                yield body.erroneous(w.span());
            }
            case Expr.UpperName u -> body.constructions().upperName(u, scope, expected);
            case Expr.Construct c -> body.constructions().construct(c, scope, expected);
            case Expr.Call c -> body.calls().call(c, scope, expected);
            case Expr.MethodCall m -> body.methodCalls().methodCall(m, scope, expected);
            case Expr.Field f -> body.names().field(f, scope);
            case Expr.TupleField t -> body.names().tupleField(t, scope);
            case Expr.Index i -> body.collections().index(i, scope);
            case Expr.Unary u -> body.operators().unary(u, scope);
            case Expr.Binary b -> body.operators().binary(b, scope, expected);
            case Expr.Pipe p -> body.calls().pipe(p, scope, expected);
            case Expr.Send s -> body.concurrency().send(s, scope);
            case Expr.Propagate p -> body.control().propagate(p, scope);
            case Expr.Tuple t -> body.collections().tuple(t, scope, expected);
            case Expr.ListLit l -> body.collections().list(l, scope, expected);
            case Expr.RangeList r -> body.collections().range(r, scope);
            case Expr.MapLit m -> body.collections().map(m, scope);
            case Expr.SetLit s -> body.collections().set(s, scope);
            case Expr.If i -> body.control().conditional(i, scope, expected);
            case Expr.Match m -> body.control().match(m, scope, expected);
            case Expr.Try t -> body.control().attempt(t, scope, expected);
            case Expr.Block b -> body.blocks().block(b, scope, expected);
            case Expr.While w -> body.control().whileLoop(w, scope);
            case Expr.For f -> body.control().forLoop(f, scope);
            case Expr.Break b -> body.control().leave(b, scope);
            case Expr.Continue c -> body.control().next(c, scope);
            case Expr.Return r -> body.control().giveBack(r, scope);
            case Expr.Receive r -> body.concurrency().receive(r, scope, expected);
            case Expr.Spawn s -> body.concurrency().spawn(s, scope);
            case Expr.Lambda l -> body.functions().lambda(l, scope, expected);
            case Expr.Quote q -> unsupported(q.span(), "quote is only valid as the body of a template");
            case Expr.Splice s -> unsupported(s.span(), "Splice (~) can only be used inside quote");
        };
    }

    private Typed unsupported(Span span, String message) {
        body.report().other("TM1", body.place(span), message, null);
        return body.erroneous(span);
    }

    private static Typed literal(Expr.Literal literal) {
        Type type = typeOf(literal);
        Object value = valueOf(literal);
        return new Typed(type, true, _ -> new Core.Const(value, type, literal.span()));
    }

    static Type typeOf(Expr.Literal literal) {
        return switch (literal) {
            case Expr.IntLit i -> new Type.Con(switch (i.kind()) {
                case INT -> BuiltinTypes.INT_SYMBOL;
                case INT8 -> BuiltinTypes.INT8_SYMBOL;
                case INT16 -> BuiltinTypes.INT16_SYMBOL;
                case INT32 -> BuiltinTypes.INT32_SYMBOL;
                case UINT8 -> BuiltinTypes.UINT8_SYMBOL;
                case UINT16 -> BuiltinTypes.UINT16_SYMBOL;
                case UINT32 -> BuiltinTypes.UINT32_SYMBOL;
                case UINT64 -> BuiltinTypes.UINT64_SYMBOL;
                case BIGINT -> BuiltinTypes.BIGINT_SYMBOL;
            }, List.of());
            case Expr.FloatLit f -> new Type.Con(switch (f.kind()) {
                case FLOAT -> BuiltinTypes.FLOAT_SYMBOL;
                case FLOAT32 -> BuiltinTypes.FLOAT32_SYMBOL;
                case DECIMAL -> BuiltinTypes.DECIMAL_SYMBOL;
            }, List.of());
            case Expr.BoolLit _ -> BuiltinTypes.BOOL;
            case Expr.CharLit _ -> BuiltinTypes.CHAR;
            case Expr.StringLit _ -> BuiltinTypes.STRING;
        };
    }

    /** The value as {@link Core.Const} represents it. */
    static Object valueOf(Expr.Literal literal) {
        return switch (literal) {
            case Expr.IntLit i when i.kind() == Expr.IntKind.BIGINT -> i.value();
            case Expr.IntLit i -> i.value().longValue();
            case Expr.FloatLit f -> switch (f.kind()) {
                case DECIMAL -> f.value();
                case FLOAT -> f.value().doubleValue();
                case FLOAT32 -> (double) f.value().floatValue();
            };
            case Expr.BoolLit b -> b.value();
            case Expr.CharLit c -> c.codePoint();
            case Expr.StringLit s -> s.value();
        };
    }
}
