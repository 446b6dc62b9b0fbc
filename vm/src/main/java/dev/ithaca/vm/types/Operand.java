package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;

/** An argument of a call: an expression still to be inferred, or one that was. */
final class Operand {
    private final Name label;
    private final Expr expr;
    private final Span span;
    private Typed typed;
    private final Type type;

    private Operand(Name label, Expr expr, Span span, Typed typed, Type type) {
        this.label = label;
        this.expr = expr;
        this.span = span;
        this.typed = typed;
        this.type = type;
    }

    static Operand of(Expr.Arg arg) { return new Operand(arg.label(), arg.value(), arg.value().span(), null, null); }

    static Operand of(Expr expr) { return new Operand(null, expr, expr.span(), null, null); }

    static Operand of(Typed typed, Span span) { return new Operand(null, null, span, typed, null); }

    /** For a copy of a pending call, which only has types. */
    Operand withType(Type copied) { return new Operand(label, null, span, null, copied); }

    Name label() { return label; }

    Expr expr() { return expr; }

    Span span() { return span; }

    Typed typed() { return typed; }

    void infer(Typed result) { typed = result; }

    boolean isInferred() { return typed != null || type != null; }

    /** Null until the operand was inferred. */
    Type type() { return typed != null ? typed.type() : type; }

    /** Lambdas are inferred after the other arguments, when more is known about their parameters. */
    boolean isLambda() { return expr instanceof Expr.Lambda; }
}
