package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.ReactiveStruct;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.StructShape;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import dev.ithaca.vm.runtime.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;

/** Values as expressions of the language, whole: a value that is too large, or contains itself, becomes a placeholder. */
public final class SourceText {
    private static final int MOST_CHARACTERS = 50_000;
    private static final int MAX_DEPTH = 200;

    private final SourceNames names;
    private final StringBuilder out = new StringBuilder();
    private boolean tooLarge;

    private SourceText(SourceNames names) { this.names = names; }

    static String of(Object value, SourceNames names) {
        var before = names.placeholders();
        SourceText text = new SourceText(names);
        text.add(value, 0);
        if (!text.tooLarge) return text.out.toString();
        names.forgetAllBut(before);
        return names.unknown("too large to be written down: " + Preview.of(value));
    }

    /** A string literal in which nothing is interpolated. */
    public static String quoted(String s) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            // no escape takes away the meaning of this: it is cut in two
            if (c == '$' && i + 1 < s.length() && s.charAt(i + 1) == '{') out.append("$\" ++ \"");
            else out.append(escaped(c, '"'));
        }
        String text = out.append('"').toString();
        return text.contains("$\" ++ \"") ? "(" + text + ")" : text;
    }

    private static String escaped(int c, char quote) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\0' -> "\\0";
            case '\\' -> "\\\\";
            default -> c == quote ? "\\" + quote : Character.toString(c);
        };
    }

    private void add(Object value, int depth) {
        tooLarge |= depth > MAX_DEPTH || out.length() > MOST_CHARACTERS;
        if (tooLarge) return;
        switch (value) {
            case null -> out.append(names.unknown("nothing yet"));
            case Cell cell -> add(cell.value, depth);
            case String s -> string(s);
            case CharValue(int c) -> out.append('\'').append(escaped(c, '\'')).append('\'');
            case Long n when n == Long.MIN_VALUE -> out.append("(-9223372036854775807 - 1)");
            case Boolean _, Unit _, Long _ -> out.append(value);
            case Byte n -> out.append(n).append("i8");
            case Short n -> out.append(n).append("i16");
            case Integer n -> out.append(n).append("i32");
            case Unsigned n -> out.append(n).append('u').append(n.bits());
            case Double d when Double.isFinite(d) -> out.append(Display.number(d));
            case Float f when Float.isFinite(f) -> out.append(Display.number(f)).append("f32");
            case BigInteger n when n.bitLength() < MOST_CHARACTERS -> out.append(n).append('n');
            case BigDecimal n when n.precision() < MOST_CHARACTERS && Math.abs((long) n.scale()) < MOST_CHARACTERS ->
                    out.append(n.toPlainString()).append('d');
            case ListValue list -> elements("[", list.iterator(), "]", depth);
            case SetValue set -> elements("#{", set.iterator(), "}", depth);
            case MapValue map -> map(map, depth);
            case Tuple tuple -> {
                out.append('(');
                for (int i = 0; i < tuple.arity(); i++) element(i, tuple.get(i), depth);
                out.append(')');
            }
            case Pid(long id) -> out.append(names.process(id));
            case Struct struct when !(struct instanceof ReactiveStruct) && !struct.shape().reactive() -> struct(struct, depth);
            case Closure closure -> out.append(names.unknown("the function " + closure.signature()));
            default -> out.append(names.unknown(Preview.of(value)));
        }
    }

    private void string(String s) {
        tooLarge |= s.length() > MOST_CHARACTERS;
        if (!tooLarge) out.append(quoted(s));
    }

    private void element(int index, Object value, int depth) {
        if (index > 0) out.append(", ");
        add(value, depth + 1);
    }

    private void elements(String open, Iterator<Object> elements, String close, int depth) {
        out.append(open);
        for (int i = 0; elements.hasNext() && !tooLarge; i++) element(i, elements.next(), depth);
        out.append(close);
    }

    private void map(MapValue map, int depth) {
        out.append("%{");
        Iterator<Map.Entry<Object, Object>> entries = map.entryIterator();
        for (int i = 0; entries.hasNext() && !tooLarge; i++) {
            Map.Entry<Object, Object> entry = entries.next();
            element(i, entry.getKey(), depth);
            out.append(": ");
            add(entry.getValue(), depth + 1);
        }
        out.append('}');
    }

    private void struct(Struct struct, int depth) {
        StructShape shape = struct.shape();
        out.append(names.seen(shape.qualifiedTypeName(), shape.typeName(), shape.isRecord() ? shape.typeName() : shape.constructor()));
        if (shape.arity() == 0 && !shape.isRecord()) return;
        boolean named = shape.fieldNames() != null;
        out.append("(");
        for (int i = 0; i < shape.arity() && !tooLarge; i++) {
            if (i > 0) out.append(", ");
            if (named) out.append(shape.fieldNames().get(i)).append(": ");
            add(struct.get(i), depth + 1);
        }
        out.append(")");
    }
}
