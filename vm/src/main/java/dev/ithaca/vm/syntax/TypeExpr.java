package dev.ithaca.vm.syntax;

import java.util.List;

/** A type as written. */
public sealed interface TypeExpr {
    Span span();

    /** {@code Int}, {@code Geo.Point}, {@code Map[K, V]}; an upper-case, possibly dotted name. */
    record Named(String name, List<TypeExpr> args, Span span) implements TypeExpr {}

    /** A lower-case identifier. */
    record Variable(String name, Span span) implements TypeExpr {}

    record ListOf(TypeExpr element, Span span) implements TypeExpr {}

    /** At least two elements. */
    record Tuple(List<TypeExpr> elements, Span span) implements TypeExpr {}

    record Unit(Span span) implements TypeExpr {}

    record Function(List<TypeExpr> params, TypeExpr result, Span span) implements TypeExpr {}

    /** {@code {x: Int}}; a description only. */
    record Record(List<Item.Field> fields, Span span) implements TypeExpr {}
}
