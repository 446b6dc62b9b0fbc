package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.Expr.FloatKind;
import dev.ithaca.vm.syntax.Expr.IntKind;
import dev.ithaca.vm.syntax.Token.FloatValue;
import dev.ithaca.vm.syntax.Token.IntForm;
import dev.ithaca.vm.syntax.Token.IntValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numeric literals (chapter 1, section 1.5): longest match, suffixes on decimal digits only. */
final class NumberLexer {
    /** Longer literals are refused: converting decimal digits takes more than linear time. */
    private static final int MAX_DIGITS = 100_000;
    private static final int MAX_EXPONENT_DIGITS = 6;

    private final Lexer lexer;
    private final String text;

    NumberLexer(Lexer lexer, String text) {
        this.lexer = lexer;
        this.text = text;
    }

    /** Adds the number that starts at {@code start}; returns the index after it. */
    int number(int start) {
        int radix = radix(start);
        return radix == 10 ? decimal(start) : prefixed(start, radix);
    }

    private int radix(int start) {
        if (text.charAt(start) != '0') return 10;
        int radix = switch (charAt(start + 1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 10;
        };
        return radix != 10 && isDigit(charAt(start + 2), radix) ? radix : 10;
    }

    private int prefixed(int start, int radix) {
        int end = start + 2;
        while (charAt(end) == '_' || isDigit(charAt(end), radix)) end++;
        BigInteger value = parse(start, start + 2, end, radix);
        return integer(start, end, value, IntKind.INT, IntForm.RADIX);
    }

    private int decimal(int start) {
        int end = digits(start);
        if (charAt(end) == '.' && Lexer.isDigit(charAt(end + 1))) return fraction(start, end);
        if (charAt(end) == 'd') return decimalNumber(start, end, end + 1);
        IntKind kind = suffix(end);
        if (kind == IntKind.INT) return integer(start, end, parse(start, start, end, 10), kind, IntForm.DECIMAL);
        int suffixLength = switch (kind) {
            case BIGINT -> 1;
            case INT8, UINT8 -> 2;
            default -> 3;
        };
        return integer(start, end + suffixLength, parse(start, start, end, 10), kind, IntForm.SUFFIXED);
    }

    private IntKind suffix(int at) {
        return switch (charAt(at)) {
            case 'n' -> IntKind.BIGINT;
            case 'i' -> text.startsWith("8", at + 1) ? IntKind.INT8 : text.startsWith("16", at + 1) ? IntKind.INT16
                    : text.startsWith("32", at + 1) ? IntKind.INT32 : IntKind.INT;
            case 'u' -> text.startsWith("8", at + 1) ? IntKind.UINT8 : text.startsWith("16", at + 1) ? IntKind.UINT16
                    : text.startsWith("32", at + 1) ? IntKind.UINT32
                    : text.startsWith("64", at + 1) ? IntKind.UINT64 : IntKind.INT;
            default -> IntKind.INT;
        };
    }

    private int fraction(int start, int dot) {
        int end = digits(dot + 1);
        if (charAt(end) == 'd') return decimalNumber(start, end, end + 1);
        int exponent = exponentEnd(end);
        boolean single = text.startsWith("f32", exponent);
        boolean indexPair = !single && exponent == end && text.substring(start, end).indexOf('_') < 0;
        int full = single ? exponent + 3 : exponent;
        lexer.add(TokenKind.FLOAT, start, full, new FloatValue(parseDecimal(start, exponent),
                single ? FloatKind.FLOAT32 : FloatKind.FLOAT, indexPair));
        return full;
    }

    private int exponentEnd(int at) {
        if (charAt(at) != 'e' && charAt(at) != 'E') return at;
        int digits = charAt(at + 1) == '+' || charAt(at + 1) == '-' ? at + 2 : at + 1;
        return Lexer.isDigit(charAt(digits)) ? digits(digits) : at;
    }

    private int decimalNumber(int start, int end, int full) {
        lexer.add(TokenKind.FLOAT, start, full, new FloatValue(parseDecimal(start, end), FloatKind.DECIMAL, false));
        return full;
    }

    private BigDecimal parseDecimal(int start, int end) {
        String digits = text.substring(start, end).replace("_", "");
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (digits.length() > MAX_DIGITS || exponent >= 0 && digits.length() - exponent - 2 > MAX_EXPONENT_DIGITS) {
            lexer.error("L5", start, end, "number literal is too long");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(digits);
    }

    private BigInteger parse(int start, int from, int end, int radix) {
        if (end - from > MAX_DIGITS) {
            lexer.error("L5", start, end, "number literal is too long");
            return BigInteger.ZERO;
        }
        String digits = text.substring(from, end).replace("_", "");
        return digits.length() <= 15 ? BigInteger.valueOf(Long.parseLong(digits, radix)) : new BigInteger(digits, radix);
    }

    private int integer(int start, int end, BigInteger value, IntKind kind, IntForm form) {
        BigInteger high = maximum(kind);
        if (high == null || value.compareTo(high) <= 0) {
            lexer.add(TokenKind.INT, start, end, new IntValue(value, kind, form));
        } else if (isSigned(kind) && value.equals(high.add(BigInteger.ONE)) && lexer.afterPrefixMinus()) {
            // The most negative number has no positive counterpart, so sign and digits make one literal.
            lexer.addWithMinus(TokenKind.INT, start, end, new IntValue(value.negate(), kind, form));
        } else {
            BigInteger low = isSigned(kind) ? high.negate().subtract(BigInteger.ONE) : BigInteger.ZERO;
            lexer.error("L4", start, end, "integer literal `%s` is out of range for %s (valid range: %s to %s)"
                    .formatted(text.substring(start, end), typeName(kind), low, high));
            lexer.add(TokenKind.INT, start, end, new IntValue(high, kind, form));
        }
        return end;
    }

    private static boolean isSigned(IntKind kind) {
        return switch (kind) {
            case INT, INT8, INT16, INT32 -> true;
            default -> false;
        };
    }

    private static BigInteger maximum(IntKind kind) {
        int bits = switch (kind) {
            case INT -> 63;
            case INT8 -> 7;
            case INT16 -> 15;
            case INT32 -> 31;
            case UINT8 -> 8;
            case UINT16 -> 16;
            case UINT32 -> 32;
            case UINT64 -> 64;
            case BIGINT -> 0;
        };
        return bits == 0 ? null : BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    private static String typeName(IntKind kind) {
        return switch (kind) {
            case INT -> "Int";
            case INT8 -> "Int8";
            case INT16 -> "Int16";
            case INT32 -> "Int32";
            case UINT8 -> "UInt8";
            case UINT16 -> "UInt16";
            case UINT32 -> "UInt32";
            case UINT64 -> "UInt64";
            case BIGINT -> "BigInt";
        };
    }

    private int digits(int from) {
        int end = from;
        while (charAt(end) == '_' || Lexer.isDigit(charAt(end))) end++;
        return end;
    }

    private static boolean isDigit(char c, int radix) { return c < 128 && Character.digit(c, radix) >= 0; }

    private char charAt(int index) { return index < text.length() ? text.charAt(index) : 0; }
}
