package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints Json trees compactly. Works with an explicit stack: depth does not matter. */
final class JsonWriter {
    private static final int MAX_PLAIN_DIGITS = 16;

    /** Text to append as it is, among values still to be printed. */
    private record Literal(String text) {}

    private final StringBuilder out = new StringBuilder();
    private final ArrayDeque<Object> pending = new ArrayDeque<>();

    private final boolean strict;

    private JsonWriter(boolean strict) { this.strict = strict; }

    /** @param strict sort object keys, of equal ones the last wins, and print numbers as Json tools do */
    static String write(Object json, boolean strict) {
        var writer = new JsonWriter(strict);
        writer.pending.push(json);
        while (!writer.pending.isEmpty()) writer.emit(writer.pending.pop());
        return writer.out.toString();
    }

    private void emit(Object value) {
        switch (value) {
            case Literal l -> out.append(l.text);
            case Unit _ -> out.append("null");
            case Boolean b -> out.append(b);
            case Long n -> out.append(n);
            case Double d -> out.append(strict ? number(d) : Display.show(d));
            case String s -> out.append(quoted(s));
            case Struct s when !s.shape().isRecord() -> emitJson(s);
            default -> throw NostosException.typeError("Json", "other");
        }
    }

    private void emitJson(Struct json) {
        switch (json.shape().constructor()) {
            case "Null" -> out.append("null");
            case "Bool", "Number", "Integer", "String" -> emit(json.get(0));
            case "Array" -> emitArray((ListValue) json.get(0));
            case "Object" -> emitObject((ListValue) json.get(0));
            case String other -> throw NostosException.panic("Unknown Json constructor: " + other);
        }
    }

    private void emitArray(ListValue elements) {
        List<Object> parts = new ArrayList<>(2 * elements.size() + 1);
        out.append('[');
        for (Object element : elements) {
            if (!parts.isEmpty()) parts.add(new Literal(","));
            parts.add(element);
        }
        parts.add(new Literal("]"));
        pushAll(parts);
    }

    private void emitObject(ListValue entries) {
        List<Object> parts = new ArrayList<>(3 * entries.size() + 1);
        out.append('{');
        if (strict) {
            Map<String, Object> sorted = new TreeMap<>();
            for (Object entry : entries) sorted.put((String) ((Tuple) entry).get(0), ((Tuple) entry).get(1));
            sorted.forEach((key, value) -> addEntry(parts, key, value));
        } else {
            for (Object entry : entries) addEntry(parts, (String) ((Tuple) entry).get(0), ((Tuple) entry).get(1));
        }
        parts.add(new Literal("}"));
        pushAll(parts);
    }

    private static void addEntry(List<Object> parts, String key, Object value) {
        if (!parts.isEmpty()) parts.add(new Literal(","));
        parts.add(new Literal(quoted(key) + ":"));
        parts.add(value);
    }

    private void pushAll(List<Object> parts) { for (Object part : parts.reversed()) pending.push(part); }

    static String quoted(String s) { return '"' + escape(s, true) + '"'; }

    /** @param named whether backspace and form feed have their short forms */
    static String escape(String s, boolean named) {
        var escaped = new StringBuilder(s.length() + 2);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\b' -> escaped.append(named ? "\\b" : "\\u0008");
                case '\f' -> escaped.append(named ? "\\f" : "\\u000c");
                default -> {
                    if (c < ' ' || c == 0x7f && !named) escaped.append("\\u%04x".formatted((int) c));
                    else escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }

    /** Shortest digits, plain where that takes up to 16 digits before or 5 after the point, else with an exponent. */
    private static String number(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) return "0";
        if (d == 0) return 1 / d < 0 ? "-0.0" : "0.0";
        BigDecimal exact = new BigDecimal(Double.toString(d)).stripTrailingZeros();
        int point = exact.precision() - exact.scale();
        if (point > -5 && point <= MAX_PLAIN_DIGITS) {
            String plain = exact.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (d < 0 ? "-" : "") + mantissa + "e" + (point - 1);
    }
}
