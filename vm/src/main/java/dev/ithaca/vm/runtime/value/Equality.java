package dev.ithaca.vm.runtime.value;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Structural equality. Nested values are compared by recursion down to a fixed depth; deeper pairs are put aside and
 * compared afterwards, so that no value is too deep. Pairs of mutable records are remembered: cycles are equal if they
 * cannot be told apart.
 */
final class Equality {
    private static final int DEPTH = 128;

    private record Pair(Object left, Object right) {}

    /** Two mutable records by identity. */
    private record Seen(Object left, Object right) {
        @Override public boolean equals(Object other) { return other instanceof Seen s && s.left == left && s.right == right; }

        @Override public int hashCode() { return System.identityHashCode(left) * 31 + System.identityHashCode(right); }
    }

    private final ArrayDeque<Pair> postponed = new ArrayDeque<>();
    private Set<Seen> seen;

    private Equality() {}

    static boolean compare(Object a, Object b) {
        var equality = new Equality();
        if (!equality.equal(a, b, 0)) return false;
        while (!equality.postponed.isEmpty()) {
            Pair pair = equality.postponed.pop();
            if (!equality.equal(pair.left, pair.right, 0)) return false;
        }
        return true;
    }

    private boolean equal(Object a, Object b, int depth) {
        if (depth > DEPTH) {
            postponed.push(new Pair(a, b));
            return true;
        }
        return switch (a) {
            case ListValue x -> b instanceof ListValue y && x.size() == y.size() && elements(x, y, depth);
            case Tuple x -> b instanceof Tuple y && tuples(x, y, depth);
            case Struct x -> b instanceof Struct y && structs(x, y, depth);
            case MapValue x -> b instanceof MapValue y && maps(x, y, depth);
            case SetValue x -> b instanceof SetValue y && sets(x, y);
            default -> leaves(a, b);
        };
    }

    /** Values without parts; false for different kinds. Arrays and buffers equal only themselves. */
    static boolean leaves(Object a, Object b) {
        return switch (a) {
            case Double x -> b instanceof Double y && x.doubleValue() == y.doubleValue();
            case Float x -> b instanceof Float y && x.floatValue() == y.floatValue();
            case BigDecimal x -> b instanceof BigDecimal y && x.compareTo(y) == 0;
            default -> a.equals(b);
        };
    }

    private boolean elements(ListValue x, ListValue y, int depth) {
        var left = new ListCursor(x);
        var right = new ListCursor(y);
        if (x.isIntegers() && y.isIntegers()) {
            while (left.hasNext()) if (left.nextInt() != right.nextInt()) return false;
            return true;
        }
        while (left.hasNext()) if (!equal(left.next(), right.next(), depth + 1)) return false;
        return true;
    }

    private boolean tuples(Tuple x, Tuple y, int depth) {
        if (x.arity() != y.arity()) return false;
        for (int i = 0; i < x.arity(); i++) if (!equal(x.get(i), y.get(i), depth + 1)) return false;
        return true;
    }

    private boolean structs(Struct x, Struct y, int depth) {
        if (x instanceof ReactiveStruct a && y instanceof ReactiveStruct b && (a.isPlain() || b.isPlain())) {
            return parts(a.current(), b.current(), depth);
        }
        if (x instanceof ReactiveStruct) return x == y;
        return parts(x, y, depth);
    }

    private boolean parts(Struct x, Struct y, int depth) {
        if (x.shape() != y.shape()) return false;
        if (x.shape().mutable()) {
            if (x == y) return true;
            if (seen == null) seen = new HashSet<>();
            if (!seen.add(new Seen(x, y))) return true;
        }
        for (int i = 0; i < x.shape().arity(); i++) if (!equal(x.get(i), y.get(i), depth + 1)) return false;
        return true;
    }

    private boolean maps(MapValue x, MapValue y, int depth) {
        if (x.size() != y.size()) return false;
        for (Map.Entry<Object, Object> entry : x.entries()) {
            Object other = y.getOrNull(entry.getKey());
            if (other == null || !equal(entry.getValue(), other, depth + 1)) return false;
        }
        return true;
    }

    private static boolean sets(SetValue x, SetValue y) {
        if (x.size() != y.size()) return false;
        for (Object element : x) if (!y.contains(element)) return false;
        return true;
    }
}
