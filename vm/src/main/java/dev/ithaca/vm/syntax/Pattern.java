package dev.ithaca.vm.syntax;

import java.math.BigInteger;
import java.util.List;

/** A pattern (chapter 1, sections 3.5 and 7). */
public sealed interface Pattern {
    Span span();

    record Wildcard(Span span) implements Pattern {}

    /** A lower-case name: a fresh binding, or a test or assignment where the name exists (section 7.3). */
    record Variable(String name, Span span) implements Pattern {}

    /** {@code ^x}. */
    record Pin(String name, Span span) implements Pattern {}

    /** An integer, float, string, char or boolean literal (negative ones folded in), never an interpolation. */
    record Literal(Expr.Literal value, Span span) implements Pattern {}

    record Unit(Span span) implements Pattern {}

    /** {@code a..b} or {@code a..=b}. */
    record Range(BigInteger low, BigInteger high, boolean inclusive, Span span) implements Pattern {}

    record Tuple(List<Pattern> elements, Span span) implements Pattern {}

    /** {@code [p, q | rest]}; rest null if there is none. Also string prefixes, by type. */
    record ListOf(List<Pattern> elements, Pattern rest, Span span) implements Pattern {}

    /** {@code {x, y: p}}; wildcards inside are dropped. */
    record Record(List<FieldPattern> fields, Span span) implements Pattern {}

    /** {@code Ctor}, {@code Ctor(p, q)}; args empty and {@code hasArgs} false for the bare name. */
    record Constructor(Name name, boolean hasArgs, List<Pattern> args, Span span) implements Pattern {}

    /** {@code Ctor(f: p)}, {@code Ctor{f, g: p}}. */
    record NamedConstructor(Name name, List<FieldPattern> fields, Span span) implements Pattern {}

    record FieldPattern(Name field, Pattern pattern) {}

    record MapOf(List<MapEntry> entries, Span span) implements Pattern {}

    /** The key is a {@link Literal} or a {@link Pin}. */
    record MapEntry(Pattern key, Pattern value) {}

    record SetOf(List<Pattern> elements, Span span) implements Pattern {}

    record Or(List<Pattern> alternatives, Span span) implements Pattern {}
}
