package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.value.ArrayValue;
import dev.ithaca.vm.runtime.value.BufferValue;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.LargeValue;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The first part of a value's text form, on one line. Bounded in length and depth and so in work, whatever the size of the
 * value and however often it contains itself.
 */
final class Preview {
    private static final int LENGTH = 200;
    private static final int MAX_DEPTH = 8;
    /** Digits of a number are made only up to that many bits. */
    private static final int MAX_BITS = 4_000;

    private final StringBuilder out = new StringBuilder();
    private final int limit;

    private Preview(int limit) { this.limit = limit; }

    static String of(Object value) { return of(value, LENGTH); }

    /** At most about {@code limit} characters, ending in an ellipsis where it was cut. */
    static String of(Object value, int limit) {
        Preview preview = new Preview(limit);
        preview.add(value, 0);
        StringBuilder out = preview.out;
        if (out.length() <= limit) return out.toString();
        int cut = limit - 1;
        if (Character.isHighSurrogate(out.charAt(cut - 1))) cut--;
        return out.substring(0, cut) + "…";
    }

    private boolean full() { return out.length() > limit; }

    private void add(Object value, int depth) {
        if (full()) return;
        if (depth > MAX_DEPTH) {
            out.append('…');
            return;
        }
        switch (value) {
            case null -> out.append('?');
            case String s -> quote(s);
            case CharValue c -> out.append('\'').append(c).append('\'');
            case Cell cell -> add(cell.value, depth);
            case LargeValue large -> out.append(large);
            case ListValue list -> elements("[", list.iterator(), "]", depth);
            case SetValue set -> elements("#{", set.iterator(), "}", depth);
            case Tuple tuple -> sequence("(", tuple.arity(), tuple::get, ")", depth);
            case MapValue map -> map(map, depth);
            case Struct struct -> struct(struct, depth);
            case Int64Array array -> sequence("Int64Array[", array.length(), array::get, "]", depth);
            case Float64Array array -> sequence("Float64Array[", array.length(), array::get, "]", depth);
            case Float32Array array -> sequence("Float32Array[", array.length(), array::get, "]", depth);
            case ArrayValue array -> sequence("Array[", array.size(), array::get, "]", depth);
            case BufferValue buffer -> {
                out.append("Buffer ");
                quote(contents(buffer));
            }
            case BigInteger n when n.bitLength() > MAX_BITS -> out.append("BigInt of ").append(n.bitLength()).append(" bits");
            case BigDecimal n when n.unscaledValue().bitLength() > MAX_BITS || Math.abs((long) n.scale()) > LENGTH ->
                    out.append("Decimal of ").append(n.precision()).append(" digits");
            case Closure closure -> out.append("<function ").append(closure.signature()).append('>');
            default -> out.append(Display.nested(value));
        }
    }

    private static String contents(BufferValue buffer) {
        try {
            return buffer.toString();
        } catch (IndexOutOfBoundsException e) {
            // Its process is writing to it at this moment.
            return "";
        }
    }

    private void quote(String s) {
        out.append('"');
        for (int i = 0; i < s.length() && !full(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> out.append(c < ' ' ? '\u00b7' : c);
            }
        }
        out.append('"');
    }

    private void elements(String open, Iterator<Object> elements, String close, int depth) {
        out.append(open);
        for (boolean first = true; elements.hasNext() && !full(); first = false) {
            if (!first) out.append(", ");
            add(elements.next(), depth + 1);
        }
        out.append(close);
    }

    private void sequence(String open, int count, IntFunction<Object> get, String close, int depth) {
        out.append(open);
        for (int i = 0; i < count && !full(); i++) {
            if (i > 0) out.append(", ");
            add(get.apply(i), depth + 1);
        }
        out.append(close);
    }

    private void map(MapValue map, int depth) {
        out.append("%{");
        Iterator<Map.Entry<Object, Object>> entries = map.entryIterator();
        for (boolean first = true; entries.hasNext() && !full(); first = false) {
            Map.Entry<Object, Object> e = entries.next();
            if (!first) out.append(", ");
            add(e.getKey(), depth + 1);
            out.append(": ");
            add(e.getValue(), depth + 1);
        }
        out.append('}');
    }

    private void struct(Struct struct, int depth) {
        var shape = struct.shape();
        out.append(shape.isRecord() ? shape.typeName() : shape.constructor());
        if (shape.arity() == 0 && !shape.isRecord()) return;
        out.append(shape.isRecord() ? '{' : '(');
        for (int i = 0; i < shape.arity() && !full(); i++) {
            if (i > 0) out.append(", ");
            if (shape.fieldNames() != null) out.append(shape.fieldNames().get(i)).append(": ");
            add(struct.get(i), depth + 1);
        }
        out.append(shape.isRecord() ? '}' : ')');
    }
}
