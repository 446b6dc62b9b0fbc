package dev.ithaca.vm.runtime.value;

import java.util.Map;

/**
 * Java hash codes in agreement with Nostos equality, for the collections underneath maps and sets. Parts below a certain
 * depth do not contribute, so that deep values cannot exhaust the stack.
 */
final class KeyHash {
    private static final int DEPTH = 64;
    /** Elements of a long list that contribute. */
    private static final int WIDTH = 32;

    private KeyHash() {}

    static int of(Object value) { return of(value, DEPTH); }

    private static int of(Object value, int depth) {
        if (depth == 0) return 1;
        return switch (value) {
            case Tuple t -> {
                int h = 17;
                for (int i = 0; i < t.arity(); i++) h = 31 * h + of(t.get(i), depth - 1);
                yield h;
            }
            case Struct s -> {
                int h = s.shape().constructor().hashCode();
                for (int i = 0; i < s.shape().arity(); i++) h = 31 * h + of(s.get(i), depth - 1);
                yield h;
            }
            case ListValue list -> {
                int h = list.size();
                int left = WIDTH;
                for (Object element : list) {
                    if (left-- == 0) break;
                    h = 31 * h + of(element, depth - 1);
                }
                yield h;
            }
            case MapValue map -> {
                int h = map.size();
                for (Map.Entry<Object, Object> e : map.entries()) h += of(e.getKey(), depth - 1);
                yield h;
            }
            case SetValue set -> {
                int h = set.size();
                for (Object element : set) h += of(element, depth - 1);
                yield h;
            }
            case Double d -> d == 0.0 ? 0 : d.hashCode();
            case Float f -> f == 0.0f ? 0 : f.hashCode();
            case java.math.BigDecimal d -> d.stripTrailingZeros().hashCode();
            default -> value.hashCode();
        };
    }
}
