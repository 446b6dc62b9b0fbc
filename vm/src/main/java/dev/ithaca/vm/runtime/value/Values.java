package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;

/** Equality, order and hash of boxed values. Depth and length of values are bounded by memory only. */
public final class Values {
    private Values() {}

    /** Structural equality; false for values of different kinds, never raises. */
    public static boolean equal(Object a, Object b) {
        if (a instanceof Long x) return b instanceof Long y && x.longValue() == y.longValue();
        if (a instanceof String x) return x.equals(b);
        if (a instanceof ListValue || a instanceof Tuple || a instanceof Struct || a instanceof MapValue
                || a instanceof SetValue) return Equality.compare(a, b);
        return Equality.leaves(a, b);
    }

    /** Negative, zero or positive; a panic for values without an order. */
    public static int compare(Object a, Object b) { return ordered(a, b, "Lt"); }

    public static boolean less(Object a, Object b) { return ordered(a, b, "Lt") < 0; }

    public static boolean lessEqual(Object a, Object b) { return ordered(a, b, "Le") <= 0; }

    public static boolean greater(Object a, Object b) { return ordered(a, b, "Gt") > 0; }

    public static boolean greaterEqual(Object a, Object b) { return ordered(a, b, "Ge") >= 0; }

    private static int ordered(Object a, Object b, String operation) {
        int order = Ordering.compare(a, b);
        if (order == Ordering.NONE) throw NostosException.panic(operation + ": values are not comparable");
        return order;
    }

    /** The {@code hash} of the language: 64 bits, the same in every run. */
    public static long hash(Object value) { return Hashing.hash(value); }
}
