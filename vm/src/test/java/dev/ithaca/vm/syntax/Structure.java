package dev.ithaca.vm.syntax;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;

/** Describes trees as text without their spans, so that two trees can be compared and differences read. */
final class Structure {
    private Structure() {}

    static String of(Object node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private static void append(Object node, StringBuilder text) {
        switch (node) {
            case null -> text.append('-');
            case List<?> list -> {
                text.append('[');
                for (Object element : list) {
                    append(element, text);
                    text.append(' ');
                }
                text.append(']');
            }
            case Name name -> text.append(name.text());
            case String string -> text.append('"').append(string).append('"');
            case BigDecimal number -> text.append(number.stripTrailingZeros());
            case Record record -> appendRecord(record, text);
            default -> text.append(node);
        }
    }

    private static void appendRecord(Record record, StringBuilder text) {
        text.append(record.getClass().getSimpleName()).append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType() == Span.class || component.getType() == SourceFile.class) continue;
            try {
                append(component.getAccessor().invoke(record), text);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            text.append(' ');
        }
        text.append(')');
    }
}
