package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.value.ArrayValue;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A view of a boxed value. Nothing is copied: children are looked up when asked for. Immutable values are shown as they
 * were captured, mutable ones as they are when looked at.
 */
final class RuntimeValueView implements ValueView {
    /** A string longer than this has pieces of that length as children. */
    private static final int PIECE = 160;
    private static final int LABEL_LENGTH = 40;

    private final Object value;
    private final String staticType;

    private RuntimeValueView(Object value, String staticType) {
        this.value = value;
        this.staticType = staticType;
    }

    /** @param type static type, or null if unknown */
    static RuntimeValueView of(Object value, String type) {
        return new RuntimeValueView(value instanceof Cell cell ? cell.value : value, type);
    }

    @Override public String type() { return staticType != null ? staticType : ValueTypes.of(value); }

    @Override public String text() { return Preview.of(value); }

    @Override public String fullText() { return Display.show(value); }

    @Override public String source(SourceNames names) { return SourceText.of(value, names); }

    @Override public int childCount() {
        return switch (value) {
            case ListValue list -> list.size();
            case Tuple tuple -> tuple.arity();
            case Struct struct -> struct.shape().arity();
            case MapValue map -> map.size();
            case SetValue set -> set.size();
            case Closure closure -> closure.captureCount();
            case Int64Array array -> array.length();
            case Float64Array array -> array.length();
            case Float32Array array -> array.length();
            case ArrayValue array -> array.size();
            case String s -> s.length() <= PIECE ? 0 : (s.length() + PIECE - 1) / PIECE;
            case null, default -> 0;
        };
    }

    @Override public List<Child> children(int from, int to) {
        int first = Math.max(0, from);
        int end = Math.min(to, childCount());
        if (first >= end) return List.of();
        return switch (value) {
            case ListValue list -> iterate(list.drop(first).iterator(), first, end);
            case SetValue set -> iterate(skip(set.iterator(), first), first, end);
            case MapValue map -> entries(skip(map.entryIterator(), first), end - first);
            case Tuple tuple -> index(first, end, tuple::get);
            case Int64Array array -> index(first, end, array::get);
            case Float64Array array -> index(first, end, array::get);
            case Float32Array array -> index(first, end, array::get);
            case ArrayValue array -> index(first, end, array::get);
            case String s -> index(first, end, i -> s.substring(i * PIECE, Math.min(s.length(), (i + 1) * PIECE)));
            case Struct struct -> fields(struct, first, end);
            case Closure closure -> captures(closure, first, end);
            default -> List.of();
        };
    }

    private static List<Child> index(int from, int to, IntFunction<Object> get) {
        List<Child> result = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) result.add(new Child(Integer.toString(i), of(get.apply(i), null)));
        return result;
    }

    private static List<Child> iterate(Iterator<Object> elements, int from, int to) {
        List<Child> result = new ArrayList<>(to - from);
        for (int i = from; i < to && elements.hasNext(); i++) result.add(new Child(Integer.toString(i), of(elements.next(), null)));
        return result;
    }

    private static List<Child> entries(Iterator<Map.Entry<Object, Object>> entries, int count) {
        List<Child> result = new ArrayList<>(count);
        for (int i = 0; i < count && entries.hasNext(); i++) {
            Map.Entry<Object, Object> e = entries.next();
            result.add(new Child(Preview.of(e.getKey(), LABEL_LENGTH), of(e.getValue(), null)));
        }
        return result;
    }

    private static List<Child> fields(Struct struct, int from, int to) {
        List<String> names = struct.shape().fieldNames();
        List<Child> result = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            result.add(new Child(names == null ? Integer.toString(i) : names.get(i), of(struct.get(i), null)));
        }
        return result;
    }

    private static List<Child> captures(Closure closure, int from, int to) {
        List<Child> result = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) result.add(new Child(closure.captureName(i), of(closure.capture(i), null)));
        return result;
    }

    private static <T> Iterator<T> skip(Iterator<T> elements, int count) {
        for (int i = 0; i < count && elements.hasNext(); i++) elements.next();
        return elements;
    }
}
