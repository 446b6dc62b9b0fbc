package dev.ithaca.vm.syntax;

import java.util.List;

/** A statement of a block (chapter 1, section 6). */
public sealed interface Stmt {
    Span span();

    record Expression(Expr value, Span span) implements Stmt {}

    /**
     * {@code pattern = e}, {@code pattern: T = e}, {@code var pattern = e}. A plain {@code x = e} is a binding or an
     * assignment depending on what {@code x} is (section 9.1); the checker decides.
     */
    record Binding(boolean isVar, Pattern pattern, TypeExpr type, Expr value, Span span) implements Stmt {}

    /**
     * {@code a[i] = e}, {@code r.f = e}, at any depth; target is an {@link Expr.Index} or {@link Expr.Field}.
     * Compound forms ({@code x += e}) arrive as a {@link Binding} or Assign with the operation written out.
     */
    record Assign(Expr target, Expr value, Span span) implements Stmt {}

    /** One clause of a local function {@code name(params) = body}. */
    record LocalFunction(Name name, List<Item.Param> params, TypeExpr returnType, Expr body, Span span) implements Stmt {}
}
