package dev.ithaca.vm.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * The order of values: numbers, characters and strings by code point, false before true, tuples, lists and records
 * lexicographically, variants by position of the constructor and then payload. Deep values are compared with an explicit
 * stack.
 */
final class Ordering {
    /** Result for two values without an order. */
    static final int NONE = Integer.MIN_VALUE;
    private static final int DEPTH = 128;

    private record Level(Iterator<Object> left, Iterator<Object> right) {}

    private Ordering() {}

    /** Negative, zero or positive, or {@link #NONE}. */
    static int compare(Object a, Object b) { return compare(a, b, 0); }

    private static int compare(Object a, Object b, int depth) {
        if (!isComposite(a) || !isComposite(b)) return leaves(a, b);
        if (depth > DEPTH) return iteratively(a, b);
        int heads = headers(a, b);
        if (heads != 0) return heads;
        return lexicographic(parts(a), parts(b), depth);
    }

    private static int lexicographic(Iterator<Object> left, Iterator<Object> right, int depth) {
        while (left.hasNext()) {
            if (!right.hasNext()) return 1;
            int order = compare(left.next(), right.next(), depth + 1);
            if (order != 0) return order;
        }
        return right.hasNext() ? -1 : 0;
    }

    private static int iteratively(Object a, Object b) {
        var levels = new ArrayDeque<Level>();
        levels.push(new Level(IntStream.of(0).mapToObj(_ -> a).iterator(), IntStream.of(0).mapToObj(_ -> b).iterator()));
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (!level.left.hasNext() || !level.right.hasNext()) {
                if (level.left.hasNext()) return 1;
                if (level.right.hasNext()) return -1;
                levels.pop();
                continue;
            }
            Object x = level.left.next();
            Object y = level.right.next();
            boolean composite = isComposite(x) && isComposite(y);
            int order = composite ? headers(x, y) : leaves(x, y);
            if (order != 0) return order;
            if (composite) levels.push(new Level(parts(x), parts(y)));
        }
        return 0;
    }

    private static boolean isComposite(Object value) {
        return value instanceof Tuple || value instanceof ListValue || value instanceof Struct s && !s.shape().reactive();
    }

    /** What decides before any part is looked at. */
    private static int headers(Object a, Object b) {
        if (a instanceof Struct x && b instanceof Struct y) {
            if (!x.shape().qualifiedTypeName().equals(y.shape().qualifiedTypeName())) return NONE;
            return Integer.compare(x.shape().index(), y.shape().index());
        }
        boolean sameKind = a instanceof Tuple && b instanceof Tuple || a instanceof ListValue && b instanceof ListValue;
        return sameKind ? 0 : NONE;
    }

    private static Iterator<Object> parts(Object value) {
        return switch (value) {
            case ListValue list -> list.iterator();
            case Tuple t -> new Indexed(t.arity()) {
                @Override Object get(int i) { return t.get(i); }
            };
            case Struct s -> new Indexed(s.shape().arity()) {
                @Override Object get(int i) { return s.get(i); }
            };
            default -> throw new IllegalArgumentException(TypeNames.of(value));
        };
    }

    private abstract static class Indexed implements Iterator<Object> {
        private final int count;
        private int next;

        Indexed(int count) { this.count = count; }

        abstract Object get(int i);

        @Override public boolean hasNext() { return next < count; }

        @Override public Object next() { return get(next++); }
    }

    private static int leaves(Object a, Object b) {
        if (a.getClass() != b.getClass()) return NONE;
        return switch (a) {
            case Long x -> Long.compare(x, (Long) b);
            case Double x -> doubles(x, (Double) b);
            case String x -> strings(x, (String) b);
            case CharValue x -> Integer.compare(x.codePoint(), ((CharValue) b).codePoint());
            case Boolean x -> Boolean.compare(x, (Boolean) b);
            case Byte x -> Byte.compare(x, (Byte) b);
            case Short x -> Short.compare(x, (Short) b);
            case Integer x -> Integer.compare(x, (Integer) b);
            case Unsigned x -> x.bits() == ((Unsigned) b).bits() ? Long.compareUnsigned(x.value(), ((Unsigned) b).value()) : NONE;
            case Float x -> doubles(x, (Float) b);
            case BigInteger x -> x.compareTo((BigInteger) b);
            case BigDecimal x -> x.compareTo((BigDecimal) b);
            case Unit _ -> 0;
            default -> NONE;
        };
    }

    static int doubles(double a, double b) { return a < b ? -1 : a > b ? 1 : a == b ? 0 : NONE; }

    /** Code point order, which UTF-16 order is not where surrogates meet characters above them. */
    static int strings(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x == y) continue;
            boolean xSurrogate = Character.isSurrogate(x);
            if (xSurrogate != Character.isSurrogate(y)) return xSurrogate ? 1 : -1;
            return Character.compare(x, y);
        }
        return Integer.compare(a.length(), b.length());
    }
}
