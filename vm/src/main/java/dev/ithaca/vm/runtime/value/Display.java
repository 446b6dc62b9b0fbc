package dev.ithaca.vm.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Text forms of values (chapter 4, section 1.5): the display form, at top level or nested, in which nothing is cut, and the
 * result form, which gives only the size of sets. Works with an explicit stack, so deep values are no problem; a mutable record inside itself is shown as
 * {@code Name{...}}.
 */
public final class Display {
    private final StringBuilder out = new StringBuilder();
    private final ArrayDeque<DisplayCursor> open = new ArrayDeque<>();
    private final boolean result;
    private Set<Object> shown;

    private Display(boolean result) { this.result = result; }

    /** Display form at top level: strings and characters bare. */
    public static String show(Object value) {
        return switch (value) {
            case String s -> s;
            case Long n -> Long.toString(n);
            case CharValue c -> c.toString();
            case BufferValue b -> b.toString();
            default -> nested(value);
        };
    }

    /** Display form inside a container: strings and characters quoted. */
    public static String nested(Object value) { return new Display(false).run(value); }

    /** The form in which the tool prints main's value; null for unit, which is not printed. */
    public static String result(Object value) { return value == Unit.UNIT ? null : new Display(true).run(value); }

    private String run(Object value) {
        emit(value, false);
        while (!open.isEmpty()) {
            DisplayCursor cursor = open.peek();
            if (cursor.advance()) {
                out.append(cursor.lead());
                emit(cursor.value(), cursor.isKey());
            } else {
                open.pop();
                out.append(cursor.close());
                if (shown != null && cursor.owner() != null) shown.remove(cursor.owner());
            }
        }
        return out.toString();
    }

    private void emit(Object value, boolean key) {
        switch (value) {
            case ListValue list -> open("[", DisplayCursor.list(list));
            case Tuple tuple -> open("(", DisplayCursor.tuple(tuple));
            case MapValue map -> open("%{", DisplayCursor.map(map));
            case SetValue set -> emitSet(set);
            case Struct struct -> emitStruct(struct);
            case String s when key || result -> out.append('"').append(s).append('"');
            default -> out.append(leaf(value));
        }
    }

    private void open(String opening, DisplayCursor cursor) {
        out.append(opening);
        open.push(cursor);
    }

    private void emitSet(SetValue set) {
        if (result) {
            out.append("#{...").append(set.size()).append(" items}");
            return;
        }
        List<String> texts = new ArrayList<>();
        // Elements are hashable, hence no sets: this recursion is one level deep.
        for (Object element : set) texts.add(nested(element));
        texts.sort(Ordering::strings);
        out.append("#{").append(String.join(", ", texts)).append('}');
    }

    private void emitStruct(Struct struct) {
        StructShape shape = struct.shape();
        if (!shape.isRecord()) {
            Struct shown = struct instanceof ReactiveStruct cell ? cell.current() : struct;
            out.append(shown.shape().constructor());
            if (shown.shape().arity() > 0) open("(", DisplayCursor.variant(shown));
            return;
        }
        String name = result || shape.reactive() ? shape.qualifiedTypeName() : shape.typeName();
        out.append(name);
        if (shape.reactive()) {
            out.append("{...").append(shape.arity()).append(" fields}");
            return;
        }
        if (shape.mutable()) {
            if (shown == null) shown = Collections.newSetFromMap(new IdentityHashMap<>());
            if (!shown.add(struct)) {
                out.append("{...}");
                return;
            }
        }
        open("{", DisplayCursor.record(struct));
    }

    private String leaf(Object value) {
        return switch (value) {
            case Double d -> number(d);
            case Float f -> number(f) + (result ? "f32" : "");
            case BigDecimal d -> d.toPlainString();
            case BigInteger n -> n.toString();
            case CharValue c -> "'" + c + "'";
            case String s -> quoted(s);
            case Byte n -> n + (result ? "i8" : "");
            case Short n -> n + (result ? "i16" : "");
            case Integer n -> n + (result ? "i32" : "");
            case Unsigned u -> u + (result ? "u" + u.bits() : "");
            case Long _, Boolean _, Unit _, Pid _, Ref _ -> value.toString();
            default -> result ? '"' + opaque(value) + '"' : opaque(value);
        };
    }

    private static String opaque(Object value) {
        return switch (value) {
            case Int64Array a -> "Int64Array[" + a.length() + "]";
            case Float64Array a -> "Float64Array[" + a.length() + "]";
            case Float32Array a -> "Float32Array[" + a.length() + "]";
            case ArrayValue a -> "Array[" + a.size() + "]";
            case Closure c -> (c.captureCount() == 0 ? "<function " : "<closure ") + c.name() + ">";
            default -> value.toString();
        };
    }

    private static String quoted(String s) {
        var text = new StringBuilder(s.length() + 2).append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') text.append('\\');
            text.append(c);
        }
        return text.append('"').toString();
    }

    /** Shortest digits that read back as the same number, never an exponent, at least one decimal. */
    public static String number(double d) { return plain(Double.toString(d)); }

    /** The same for 32 bits. */
    public static String number(float f) { return plain(Float.toString(f)); }

    private static String plain(String javaForm) {
        return switch (javaForm) {
            case "Infinity" -> "inf";
            case "-Infinity" -> "-inf";
            case String s when s.indexOf('E') < 0 -> s;
            case String s -> {
                String digits = new BigDecimal(s).stripTrailingZeros().toPlainString();
                yield digits.indexOf('.') < 0 ? digits + ".0" : digits;
            }
        };
    }
}
