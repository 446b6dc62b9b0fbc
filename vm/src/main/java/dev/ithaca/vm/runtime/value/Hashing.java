package dev.ithaca.vm.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;

/**
 * The {@code hash} function: FNV-1a (Fowler, Noll, Vo; 64 bits) over the bytes of scalars, folded over the parts of
 * composite values after the hash of a tag. Equal values hash equal. Works with an explicit stack, so depth does not matter.
 */
final class Hashing {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 1099511628211L;

    private Hashing() {}

    /** A composite value being hashed. */
    private static final class Level {
        final Iterator<?> parts;
        /** Map keys waiting for their value; maps and sets ignore order. */
        final boolean unordered;
        final boolean map;
        long hash;
        long key;
        boolean haveKey;

        Level(long start, Iterator<?> parts, boolean unordered, boolean map) {
            hash = start;
            this.parts = parts;
            this.unordered = unordered;
            this.map = map;
        }

        void add(long part) {
            if (map && !haveKey) {
                key = part;
                haveKey = true;
                return;
            }
            long folded = map ? key * PRIME ^ part : part;
            haveKey = false;
            hash = unordered ? hash ^ folded : hash * PRIME ^ folded;
        }
    }

    static long hash(Object value) {
        var levels = new ArrayDeque<Level>();
        Level top = open(value);
        if (top == null) return scalar(value);
        levels.push(top);
        while (true) {
            Level level = levels.peek();
            if (level.parts.hasNext()) {
                Object part = level.parts.next();
                Level inner = open(part);
                if (inner == null) level.add(scalar(part));
                else levels.push(inner);
            } else {
                levels.pop();
                if (levels.isEmpty()) return level.hash;
                levels.peek().add(level.hash);
            }
        }
    }

    private static Level open(Object value) {
        return switch (value) {
            case ListValue list -> new Level(text("list"), list.iterator(), false, false);
            case Tuple t -> new Level(text("tuple"), new PartIterator(t.arity(), t::get), false, false);
            case Struct s when s.shape().reactive() -> null;
            case Struct s -> {
                StructShape shape = s.shape();
                long start = text(shape.typeName());
                if (!shape.isRecord()) start = start * PRIME ^ text(shape.constructor());
                yield new Level(start, new PartIterator(shape.arity(), s::get), false, false);
            }
            case SetValue set -> new Level(text("set"), set.iterator(), true, false);
            case MapValue map -> new Level(text("map"), new EntryParts(map.entryIterator()), true, true);
            default -> null;
        };
    }

    private static final class PartIterator implements Iterator<Object> {
        private final int count;
        private final java.util.function.IntFunction<Object> part;
        private int next;

        PartIterator(int count, java.util.function.IntFunction<Object> part) {
            this.count = count;
            this.part = part;
        }

        @Override public boolean hasNext() { return next < count; }

        @Override public Object next() { return part.apply(next++); }
    }

    /** Key, value, key, value ... */
    private static final class EntryParts implements Iterator<Object> {
        private final Iterator<Map.Entry<Object, Object>> entries;
        private Map.Entry<Object, Object> open;

        EntryParts(Iterator<Map.Entry<Object, Object>> entries) { this.entries = entries; }

        @Override public boolean hasNext() { return open != null || entries.hasNext(); }

        @Override public Object next() {
            if (open == null) {
                open = entries.next();
                return open.getKey();
            }
            Object value = open.getValue();
            open = null;
            return value;
        }
    }

    private static long scalar(Object value) {
        return switch (value) {
            case Unit _ -> 0;
            case Boolean b -> b ? 1 : 0;
            case Long n -> bytes(n, 8);
            case Byte n -> bytes(n, 1);
            case Short n -> bytes(n, 2);
            case Integer n -> bytes(n, 4);
            case Unsigned n -> bytes(n.value(), n.bits() / 8);
            // 0.0 and -0.0 are equal
            case Double d -> bytes(Double.doubleToLongBits(d == 0.0 ? 0.0 : d), 8);
            case Float f -> bytes(Float.floatToIntBits(f == 0.0f ? 0.0f : f), 4);
            case CharValue c -> bytes(c.codePoint(), 4);
            case String s -> text(s);
            case BigInteger n -> text(n.toString());
            case BigDecimal d -> text(d.stripTrailingZeros().toString());
            case Pid p -> bytes(p.id(), 8);
            case Ref r -> bytes(r.id(), 8);
            case Int64Array a -> {
                long h = text("Int64Array");
                for (int i = 0; i < a.length(); i++) h = h * PRIME ^ bytes(a.get(i), 8);
                yield h;
            }
            case Float64Array a -> {
                long h = text("Float64Array");
                for (int i = 0; i < a.length(); i++) h = h * PRIME ^ scalar(a.get(i));
                yield h;
            }
            case Float32Array a -> {
                long h = text("Float32Array");
                for (int i = 0; i < a.length(); i++) h = h * PRIME ^ scalar(a.get(i));
                yield h;
            }
            default -> bytes(System.identityHashCode(value), 8);
        };
    }

    /** FNV-1a over the low bytes of a number, least significant first. */
    private static long bytes(long value, int count) {
        long h = OFFSET;
        for (int i = 0; i < count; i++) h = (h ^ (value >>> 8 * i & 0xff)) * PRIME;
        return h;
    }

    private static long text(String s) {
        long h = OFFSET;
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) h = (h ^ (b & 0xff)) * PRIME;
        return h;
    }
}
