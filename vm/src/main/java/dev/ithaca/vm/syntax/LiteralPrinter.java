package dev.ithaca.vm.syntax;

import java.math.BigDecimal;

/** Prints literals for {@link TreePrinter}. */
final class LiteralPrinter {
    private static final int MAX_PLAIN_EXPONENT = 30;

    private LiteralPrinter() {}

    static String literal(Expr.Literal literal) {
        return switch (literal) {
            case Expr.IntLit(var value, var kind, Span _) -> value + switch (kind) {
                case INT -> "";
                case INT8 -> "i8";
                case INT16 -> "i16";
                case INT32 -> "i32";
                case UINT8 -> "u8";
                case UINT16 -> "u16";
                case UINT32 -> "u32";
                case UINT64 -> "u64";
                case BIGINT -> "n";
            };
            case Expr.FloatLit(BigDecimal value, var kind, Span _) -> switch (kind) {
                case FLOAT -> fraction(value);
                case FLOAT32 -> fraction(value) + "f32";
                case DECIMAL -> value.toPlainString() + "d";
            };
            case Expr.BoolLit(boolean value, Span _) -> Boolean.toString(value);
            case Expr.CharLit(int codePoint, Span _) -> "'" + escaped(Character.toString(codePoint), '\'') + "'";
            case Expr.StringLit(String value, Span _) -> string(value);
        };
    }

    private static String fraction(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (Math.abs(exponent) <= MAX_PLAIN_EXPONENT || value.signum() == 0) {
            String plain = value.signum() == 0 ? "0.0" : value.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = value.unscaledValue().toString();
        return digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0") + "e" + exponent;
    }

    /** Single quotes where interpolations are possible: inside them nothing but a single quote can end the literal. */
    static String string(String value) {
        return value.contains("${") ? singleQuoted(value) : "\"" + escaped(value, '"') + "\"";
    }

    static String singleQuoted(String value) { return "'" + escaped(value, '\'') + "'"; }

    private static String escaped(String value, char quote) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\0' -> text.append("\\0");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (c == quote) text.append('\\');
                    text.append(c);
                }
            }
        }
        return text.toString();
    }
}
