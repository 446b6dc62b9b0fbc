package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.math.BigInteger;
import java.util.ArrayDeque;

/** Which values may be map keys and set elements. */
final class Keys {
    private Keys() {}

    /** Raises {@code TypeError} for a value that cannot be a key. */
    static void check(Object key) {
        Object culprit = unhashablePart(key);
        if (culprit != null) throw new NostosException("TypeError", "expected hashable type, got " + describe(culprit));
    }

    static boolean isHashable(Object key) { return unhashablePart(key) == null; }

    private static String describe(Object value) {
        return switch (value) {
            case Double d -> "Float64(" + Display.show(d) + ")";
            case Float f -> "Float32(" + Display.show(f) + ")";
            default -> TypeNames.of(value);
        };
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Long || value instanceof CharValue || value instanceof Boolean
                || value instanceof Unit || value instanceof Integer || value instanceof Short || value instanceof Byte
                || value instanceof Unsigned || value instanceof BigInteger || value instanceof Pid || value instanceof Ref;
    }

    /** Null if every part can be hashed. Iterative: keys may be deep. */
    private static Object unhashablePart(Object key) {
        if (isScalar(key)) return null;
        var pending = new ArrayDeque<Object>();
        pending.push(key);
        while (!pending.isEmpty()) {
            Object value = pending.pop();
            switch (value) {
                case Tuple t -> {
                    for (int i = 0; i < t.arity(); i++) if (!isScalar(t.get(i))) pending.push(t.get(i));
                }
                case Struct s when !s.shape().reactive() -> {
                    for (int i = 0; i < s.shape().arity(); i++) if (!isScalar(s.get(i))) pending.push(s.get(i));
                }
                default -> {
                    if (!isScalar(value)) return value;
                }
            }
        }
        return null;
    }
}
