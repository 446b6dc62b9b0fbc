package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Copies of values: immutable parts are shared, mutable ones (arrays, {@code var} records, captured variables) copied
 * once each, so that aliases inside the value stay aliases. Iterative: depth does not matter.
 */
public final class Copies {
    /** What could not be done with a part that cannot leave its process; null to copy within the process. */
    private final String refusal;
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    /** Mutable originals and their copies. */
    private final Map<Object, Object> copied = new IdentityHashMap<>();

    private Copies(String refusal) { this.refusal = refusal; }

    /** A composite value whose parts are being copied. */
    private static final class Level {
        final Object source;
        final Object[] parts;
        /** The copy of a mutable source, made before its parts because they may refer to it. */
        final Object shell;
        int next;
        boolean changed;

        Level(Object source, Object[] parts, Object shell) {
            this.source = source;
            this.parts = parts;
            this.shell = shell;
        }
    }

    /**
     * The value as another process will see it.
     *
     * @param refusal what to say first when a part cannot leave its process
     * @throws NostosException {@code Panic} that names such a part
     */
    public static Object forSend(Object value, String refusal) {
        return isShareable(value) ? value : new Copies(refusal).run(value);
    }

    /** A deep copy within the process, buffers included. */
    public static Object deep(Object value) { return isShareable(value) ? value : new Copies(null).run(value); }

    /** Whether the value has no mutable part, captured values of functions included. */
    static boolean isShareable(Object value) {
        if (isImmutableLeaf(value) || isFlat(value)) return true;
        var pending = new ArrayDeque<Object>();
        Set<Object> closures = null;
        pending.push(value);
        while (!pending.isEmpty()) {
            switch (pending.pop()) {
                case ListValue list -> {
                    if (!list.isIntegers()) for (Object o : list) if (!isImmutableLeaf(o)) pending.push(o);
                }
                case Tuple t -> {
                    for (int i = 0; i < t.arity(); i++) if (!isImmutableLeaf(t.get(i))) pending.push(t.get(i));
                }
                case Struct s -> {
                    if (s.shape().mutable() || s.shape().reactive()) return false;
                    for (int i = 0; i < s.shape().arity(); i++) if (!isImmutableLeaf(s.get(i))) pending.push(s.get(i));
                }
                case MapValue map -> {
                    for (var e : map.entries()) {
                        if (!isImmutableLeaf(e.getKey())) pending.push(e.getKey());
                        if (!isImmutableLeaf(e.getValue())) pending.push(e.getValue());
                    }
                }
                case SetValue set -> {
                    for (Object o : set) if (!isImmutableLeaf(o)) pending.push(o);
                }
                case Closure c when c.captureCount() > 0 -> {
                    // Local functions may capture each other.
                    if (closures == null) closures = Collections.newSetFromMap(new IdentityHashMap<>());
                    if (!closures.add(c)) continue;
                    for (int i = 0; i < c.captureCount(); i++) if (!isImmutableLeaf(c.capture(i))) pending.push(c.capture(i));
                }
                case Closure _ -> { }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a small value has immutable leaves only; most messages are such, and this allocates nothing. */
    private static boolean isFlat(Object value) {
        switch (value) {
            case Tuple t -> {
                for (int i = 0; i < t.arity(); i++) if (!isImmutableLeaf(t.get(i))) return false;
                return true;
            }
            case Struct s when !s.shape().mutable() && !s.shape().reactive() -> {
                for (int i = 0; i < s.shape().arity(); i++) if (!isImmutableLeaf(s.get(i))) return false;
                return true;
            }
            case Closure c -> {
                for (int i = 0; i < c.captureCount(); i++) if (!isImmutableLeaf(c.capture(i))) return false;
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean isImmutableLeaf(Object value) {
        return value instanceof Long || value instanceof String || value instanceof Double || value instanceof Boolean
                || value instanceof CharValue || value instanceof Unit || value instanceof Pid || value instanceof Ref
                || value instanceof Number || value instanceof Unsigned;
    }

    private Object run(Object value) {
        Object done = start(value);
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (done != null) {
                level.changed |= done != level.parts[level.next];
                level.parts[level.next++] = done;
            }
            if (level.next < level.parts.length) {
                done = start(level.parts[level.next]);
            } else {
                levels.pop();
                done = finish(level);
            }
        }
        return done;
    }

    /** The copy of a value that needs no descent, or null after opening a level for it. */
    private Object start(Object value) {
        if (isImmutableLeaf(value)) return value;
        Object known = copied.get(value);
        if (known != null) return known;
        switch (value) {
            case Int64Array a -> { return remember(value, a.copy()); }
            case Float64Array a -> { return remember(value, a.copy()); }
            case Float32Array a -> { return remember(value, a.copy()); }
            case BufferValue b when refusal == null -> { return remember(value, new BufferValue(b.toString())); }
            case ArrayValue a -> { return open(value, a.toList().toArray(), null); }
            case ListValue list -> { return open(value, list.toArray(), null); }
            case Tuple t -> { return open(value, parts(t), null); }
            case Struct s when !s.shape().reactive() -> {
                Object shell = s.shape().mutable() ? remember(s, s.copy()) : null;
                return open(value, parts(s), shell);
            }
            case MapValue map -> { return open(value, parts(map), null); }
            case SetValue set -> { return open(value, parts(set), null); }
            case Cell cell -> { return open(value, new Object[] {cell.value}, remember(cell, new Cell(null))); }
            case Closure c when c.captureCount() == 0 -> { return c; }
            case Closure c -> { return open(value, parts(c), remember(c, c.withCaptures(parts(c)))); }
            default -> {
                if (refusal == null) return value;
                throw NostosException.panic(refusal + ": a value of type " + TypeNames.of(value) + " cannot leave its process");
            }
        }
    }

    private Object remember(Object original, Object copy) {
        copied.put(original, copy);
        return copy;
    }

    private Object open(Object source, Object[] parts, Object shell) {
        levels.push(new Level(source, parts, shell));
        return null;
    }

    private Object finish(Level level) {
        if (level.shell instanceof Cell cell) {
            cell.value = level.parts[0];
            return cell;
        }
        if (level.shell instanceof Struct shell) {
            for (int i = 0; i < level.parts.length; i++) shell.set(i, level.parts[i]);
            return shell;
        }
        if (level.shell instanceof Closure shell) {
            for (int i = 0; i < level.parts.length; i++) shell.setCapture(i, level.parts[i]);
            return shell;
        }
        if (level.source instanceof ArrayValue) return remember(level.source, ArrayValue.of(level.parts));
        if (!level.changed) return level.source;
        return switch (level.source) {
            case ListValue _ -> ListValue.of(level.parts);
            case Tuple _ -> new Tuple(level.parts);
            case Struct s -> s.with(level.parts);
            case SetValue _ -> {
                SetValue.Builder set = SetValue.EMPTY.builder();
                for (Object element : level.parts) set.add(element);
                yield set.build();
            }
            case MapValue _ -> {
                MapValue.Builder map = MapValue.EMPTY.builder();
                for (int i = 0; i < level.parts.length; i += 2) map.put(level.parts[i], level.parts[i + 1]);
                yield map.build();
            }
            default -> throw new IllegalStateException(TypeNames.of(level.source));
        };
    }

    private static Object[] parts(Tuple t) {
        var parts = new Object[t.arity()];
        for (int i = 0; i < parts.length; i++) parts[i] = t.get(i);
        return parts;
    }

    private static Object[] parts(Struct s) {
        var parts = new Object[s.shape().arity()];
        for (int i = 0; i < parts.length; i++) parts[i] = s.get(i);
        return parts;
    }

    private static Object[] parts(Closure c) {
        var parts = new Object[c.captureCount()];
        for (int i = 0; i < parts.length; i++) parts[i] = c.capture(i);
        return parts;
    }

    private static Object[] parts(SetValue set) {
        var parts = new Object[set.size()];
        int i = 0;
        for (Object element : set) parts[i++] = element;
        return parts;
    }

    private static Object[] parts(MapValue map) {
        var parts = new Object[2 * map.size()];
        int i = 0;
        for (Map.Entry<Object, Object> e : map.entries()) {
            parts[i++] = e.getKey();
            parts[i++] = e.getValue();
        }
        return parts;
    }
}
