package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operators on compile-time data, with the meaning they have at run time. */
final class Operations {
    private Operations() {}

    static MetaValue binary(BinaryOp op, MetaValue left, MetaValue right) {
        return switch (op) {
            case EQ -> new MetaValue.Bool(left.equals(right));
            case NE -> new MetaValue.Bool(!left.equals(right));
            case LT -> new MetaValue.Bool(compare(left, right) < 0);
            case LE -> new MetaValue.Bool(compare(left, right) <= 0);
            case GT -> new MetaValue.Bool(compare(left, right) > 0);
            case GE -> new MetaValue.Bool(compare(left, right) >= 0);
            case CONCAT -> concat(left, right);
            case CONS -> {
                if (!(right instanceof MetaValue.ListOf(List<MetaValue> tail))) throw mismatch(op.symbol(), left, right);
                List<MetaValue> all = new ArrayList<>(List.of(left));
                all.addAll(tail);
                Session.checkSize(all.size());
                yield new MetaValue.ListOf(all);
            }
            case AND, OR -> {
                if (!(left instanceof MetaValue.Bool(boolean a)) || !(right instanceof MetaValue.Bool(boolean b))) {
                    throw mismatch(op.symbol(), left, right);
                }
                yield new MetaValue.Bool(op == BinaryOp.AND ? a && b : a || b);
            }
            case ADD, SUB, MUL, DIV, REM, POW -> arithmetic(op, left, right);
        };
    }

    private static MetaValue arithmetic(BinaryOp op, MetaValue left, MetaValue right) {
        if (left instanceof MetaValue.Int(long a) && right instanceof MetaValue.Int(long b)) return new MetaValue.Int(integer(op, a, b));
        if (left instanceof MetaValue.Float(double a) && right instanceof MetaValue.Float(double b)) {
            return new MetaValue.Float(switch (op) {
                case ADD -> a + b;
                case SUB -> a - b;
                case MUL -> a * b;
                case DIV -> a / b;
                case REM -> a % b;
                default -> Math.pow(a, b);
            });
        }
        throw mismatch(op.symbol(), left, right);
    }

    private static long integer(BinaryOp op, long a, long b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV, REM -> {
                if (b == 0) throw ExpansionException.unresolved("division by zero at compile time");
                yield op == BinaryOp.DIV ? a / b : a % b;
            }
            default -> power(a, b);
        };
    }

    /** By squaring; wraps around like multiplication. */
    private static long power(long base, long exponent) {
        if (exponent < 0) throw ExpansionException.unresolved("a negative exponent at compile time");
        long result = 1;
        long square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) result *= square;
            square *= square;
        }
        return result;
    }

    static MetaValue negate(MetaValue value) {
        return switch (value) {
            case MetaValue.Int(long number) -> new MetaValue.Int(-number);
            case MetaValue.Float(double number) -> new MetaValue.Float(-number);
            default -> throw ExpansionException.unresolved("`-` does not apply to " + describe(value));
        };
    }

    static MetaValue not(MetaValue value) {
        if (value instanceof MetaValue.Bool(boolean truth)) return new MetaValue.Bool(!truth);
        throw ExpansionException.unresolved("`!` does not apply to " + describe(value));
    }

    private static MetaValue concat(MetaValue left, MetaValue right) {
        if (left instanceof MetaValue.Text(String a) && right instanceof MetaValue.Text(String b)) {
            Session.checkSize((long) a.length() + b.length());
            return new MetaValue.Text(a + b);
        }
        if (left instanceof MetaValue.ListOf(List<MetaValue> a) && right instanceof MetaValue.ListOf(List<MetaValue> b)) {
            List<MetaValue> all = new ArrayList<>(a);
            all.addAll(b);
            Session.checkSize(all.size());
            return new MetaValue.ListOf(all);
        }
        if (left instanceof MetaValue.MapOf(Map<MetaValue, MetaValue> a) && right instanceof MetaValue.MapOf(Map<MetaValue, MetaValue> b)) {
            Map<MetaValue, MetaValue> all = new LinkedHashMap<>(a);
            all.putAll(b);
            return new MetaValue.MapOf(all);
        }
        throw mismatch("++", left, right);
    }

    static int compare(MetaValue left, MetaValue right) {
        if (left instanceof MetaValue.Int(long a) && right instanceof MetaValue.Int(long b)) return Long.compare(a, b);
        if (left instanceof MetaValue.Float(double a) && right instanceof MetaValue.Float(double b)) return Double.compare(a, b);
        if (left instanceof MetaValue.Text(String a) && right instanceof MetaValue.Text(String b)) return a.compareTo(b);
        if (left instanceof MetaValue.Char(int a) && right instanceof MetaValue.Char(int b)) return Integer.compare(a, b);
        throw ExpansionException.unresolved("cannot compare %s with %s".formatted(describe(left), describe(right)));
    }

    private static ExpansionException mismatch(String operator, MetaValue left, MetaValue right) {
        return ExpansionException.unresolved("`%s` does not apply to %s and %s".formatted(operator, describe(left), describe(right)));
    }

    /** The kind of a value, for messages. */
    static String describe(MetaValue value) {
        return switch (value) {
            case MetaValue.Int _ -> "an Int";
            case MetaValue.Float _ -> "a Float";
            case MetaValue.Bool _ -> "a Bool";
            case MetaValue.Char _ -> "a Char";
            case MetaValue.Text _ -> "a String";
            case MetaValue.Unit _ -> "()";
            case MetaValue.ListOf _ -> "a list";
            case MetaValue.TupleOf _ -> "a tuple";
            case MetaValue.MapOf _ -> "a map";
            case MetaValue.Code _ -> "code with a value only at run time";
            case MetaValue.FunctionTarget(var function) -> "the function `" + function.name() + "`";
            case MetaValue.TypeTarget(var type) -> "the type `" + type.name() + "`";
            case MetaValue.Closure _ -> "a function";
        };
    }

    /** The text that {@code show} gives; strings stand for themselves only outside of other values. */
    static String show(MetaValue value) {
        return switch (value) {
            case MetaValue.Text(String text) -> text;
            case MetaValue.Int(long number) -> Long.toString(number);
            case MetaValue.Float(double number) -> Double.toString(number);
            case MetaValue.Bool(boolean truth) -> Boolean.toString(truth);
            case MetaValue.Char(int codePoint) -> Character.toString(codePoint);
            case MetaValue.Unit() -> "()";
            case MetaValue.ListOf(List<MetaValue> elements) -> elements.stream().map(Operations::inner).toList().toString();
            case MetaValue.TupleOf(List<MetaValue> elements) ->
                    "(" + String.join(", ", elements.stream().map(Operations::inner).toList()) + ")";
            case MetaValue.MapOf(var entries) -> "%{" + String.join(", ", entries.entrySet().stream()
                    .map(e -> inner(e.getKey()) + ": " + inner(e.getValue())).toList()) + "}";
            default -> throw ExpansionException.unresolved(describe(value) + " has no text");
        };
    }

    private static String inner(MetaValue value) {
        return value instanceof MetaValue.Text(String text) ? "\"" + text + "\"" : show(value);
    }
}
