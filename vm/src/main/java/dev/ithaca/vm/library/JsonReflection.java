package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.BufferValue;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import dev.ithaca.vm.runtime.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns any value into Json (chapter 3, section 9.2). Works with an explicit stack: depth does not matter. */
final class JsonReflection {
    /** Ends an array or object whose parts have been emitted. */
    private record End(boolean object, int count) {}

    /** A key of an object, or any other text. */
    private record Text(String text) {}

    private final JsonTokens out = new JsonTokens();
    private final ArrayDeque<Object> pending = new ArrayDeque<>();

    private JsonReflection() {}

    static JsonTokens of(Object value) {
        var reflection = new JsonReflection();
        reflection.pending.push(value);
        while (!reflection.pending.isEmpty()) reflection.emit(reflection.pending.pop());
        return reflection.out;
    }

    private void emit(Object value) {
        switch (value) {
            case End e when e.object -> out.object(e.count);
            case End e -> out.array(e.count);
            case Text t -> out.text(t.text);
            case Unit _ -> out.nothing();
            case Boolean b -> out.bool(b);
            case Double d -> out.number(d);
            case Float f -> out.number(f);
            case BigDecimal d -> out.number(d.doubleValue());
            case BigInteger n -> out.number(n.doubleValue());
            case Number n -> out.integer(n.longValue());
            case Unsigned u -> out.integer(u.value());
            case String s -> out.text(s);
            case CharValue c -> out.text(c.toString());
            case ListValue list -> array(list);
            case SetValue set -> array(set);
            case Tuple t -> {
                List<Object> parts = new ArrayList<>();
                for (int i = 0; i < t.arity(); i++) parts.add(t.get(i));
                array(parts);
            }
            case Int64Array a -> array(ArrayLibrary.toList(a));
            case Float64Array a -> array(ArrayLibrary.toList(a));
            case Float32Array a -> array(ArrayLibrary.toList(a));
            case MapValue map -> map(map);
            case Struct s when s.shape().isRecord() -> record(s);
            case Struct s -> variant(s);
            case Pid p -> out.text("<pid:" + p.id() + ">");
            case Closure _ -> out.text("<function>");
            case BufferValue b -> out.text(b.toString());
            default -> out.text(Display.show(value));
        }
    }

    private void array(Iterable<Object> elements) {
        List<Object> parts = new ArrayList<>();
        for (Object element : elements) parts.add(element);
        parts.add(new End(false, parts.size()));
        pushAll(parts);
    }

    private void map(MapValue map) {
        List<Object> parts = new ArrayList<>(2 * map.size() + 1);
        for (Map.Entry<Object, Object> entry : map.entries()) {
            parts.add(new Text(key(entry.getKey())));
            parts.add(entry.getValue());
        }
        parts.add(new End(true, map.size()));
        pushAll(parts);
    }

    private static String key(Object key) {
        return switch (key) {
            case String s -> s;
            case Struct s when s.shape().isRecord() -> "<" + s.shape().typeName() + ">";
            case Struct s -> s.shape().typeName() + "." + s.shape().constructor();
            default -> Display.nested(key);
        };
    }

    private void record(Struct s) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < s.shape().arity(); i++) {
            parts.add(new Text(s.shape().fieldNames() == null ? "_" + i : s.shape().fieldNames().get(i)));
            parts.add(s.get(i));
        }
        parts.add(new End(true, s.shape().arity()));
        pushAll(parts);
    }

    private void variant(Struct s) {
        List<Object> parts = new ArrayList<>();
        parts.add(new Text(s.shape().constructor()));
        int arity = s.shape().arity();
        if (arity == 0) {
            parts.add(Unit.UNIT);
        } else {
            for (int i = 0; i < arity; i++) parts.add(s.get(i));
            if (arity > 1) parts.add(new End(false, arity));
        }
        parts.add(new End(true, 1));
        pushAll(parts);
    }

    private void pushAll(List<Object> parts) { for (Object part : parts.reversed()) pending.push(part); }
}
