package dev.ithaca.vm.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A token: its kind, its range of character offsets in the file, its spelling, and for literals the value.
 *
 * @param text the spelling; inside an interpolation, after the escapes of the enclosing string
 * @param value null unless the token is a literal
 */
public record Token(TokenKind kind, int start, int end, String text, Value value) {

    public sealed interface Value {}

    /** How an integer is written; patterns accept some forms only in some places. */
    enum IntForm { DECIMAL, RADIX, SUFFIXED }

    record IntValue(BigInteger value, Expr.IntKind kind, IntForm form) implements Value {}

    /** @param indexPair spelled {@code digits.digits}, which after a dot means two tuple indices */
    record FloatValue(BigDecimal value, Expr.FloatKind kind, boolean indexPair) implements Value {}

    record CharValue(int codePoint) implements Value {}

    /** A string with either quote; see {@link StringText} for its interpolations. */
    public record StringValue(StringText text) implements Value {}

    public Span span() { return new Span(start, end); }
}
