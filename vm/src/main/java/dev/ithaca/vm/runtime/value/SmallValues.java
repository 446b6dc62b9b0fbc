package dev.ithaca.vm.runtime.value;

import java.math.BigInteger;
import java.util.Map;

/** Tells whether a value is small, without looking at more of it than that takes. */
public final class SmallValues {
    private static final int CHARS_PER_PART = 16;
    private static final int BITS_PER_PART = 128;

    private SmallValues() {}

    /** Whether a value has no more than so many parts: leaves, fields, elements, pieces of text. Shared parts count each time. */
    public static boolean isAtMost(Object value, int parts) { return left(value, parts) >= 0; }

    /** What is left of the allowance after the value, negative if it is too large. */
    private static int left(Object value, int allowance) {
        int left = allowance - 1;
        if (left < 0) return left;
        switch (value) {
            case Long _, Pid _ -> { }
            case String s -> left -= s.length() / CHARS_PER_PART;
            case Tuple t -> {
                for (int i = 0; i < t.arity() && left >= 0; i++) left = left(t.get(i), left);
            }
            case Struct s -> {
                int arity = s.shape().arity();
                for (int i = 0; i < arity && left >= 0; i++) left = left(s.get(i), left);
            }
            case ListValue list -> {
                if (list.size() > left) return -1;
                if (list.isFlat()) return left - list.size();
                for (Object o : list) {
                    left = left(o, left);
                    if (left < 0) return left;
                }
            }
            case MapValue map -> {
                if (map.size() > left) return -1;
                for (Map.Entry<Object, Object> e : map.entries()) {
                    left = left(e.getValue(), left(e.getKey(), left));
                    if (left < 0) return left;
                }
            }
            case SetValue set -> {
                if (set.size() > left) return -1;
                for (Object o : set) {
                    left = left(o, left);
                    if (left < 0) return left;
                }
            }
            case Closure c -> {
                for (int i = 0; i < c.captureCount() && left >= 0; i++) left = left(c.capture(i), left);
            }
            case Cell cell -> left = left(cell.value, left);
            case ArrayValue array -> {
                if (array.size() > left) return -1;
                for (int i = 0; i < array.size() && left >= 0; i++) left = left(array.get(i), left);
            }
            case Int64Array array -> left -= Math.min(array.length(), allowance);
            case Float64Array array -> left -= Math.min(array.length(), allowance);
            case Float32Array array -> left -= Math.min(array.length(), allowance);
            case BigInteger n -> left -= n.bitLength() / BITS_PER_PART;
            case null, default -> { }
        }
        return left;
    }
}
