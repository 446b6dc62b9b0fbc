package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the language's own words what the JVM raised while it ran compiled code. */
final class JavaErrors {
    private static final Pattern CAST = Pattern.compile("class (\\S+) cannot be cast to class (\\S+)");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Long", "Int"), Map.entry("Byte", "Int8"), Map.entry("Short", "Int16"), Map.entry("Integer", "Int32"),
            Map.entry("Double", "Float"), Map.entry("Float", "Float32"), Map.entry("Boolean", "Bool"),
            Map.entry("CharValue", "Char"), Map.entry("BigInteger", "BigInt"), Map.entry("BigDecimal", "Decimal"),
            Map.entry("Unsigned", "UInt"), Map.entry("MapValue", "Map"), Map.entry("SetValue", "Set"),
            Map.entry("Struct", "Record"), Map.entry("Closure", "Function"), Map.entry("BufferValue", "Buffer"));

    private JavaErrors() {}

    /** The error a handler sees for anything thrown but a {@link NostosException}. */
    static NostosException translate(Throwable thrown) {
        NostosException error = switch (thrown) {
            case StackOverflowError _ -> new NostosException("StackOverflow", "stack overflow");
            case OutOfMemoryError _ -> NostosException.outOfMemory();
            case ClassCastException e -> cast(e.getMessage());
            case BootstrapMethodError e when e.getCause() instanceof NostosException refused -> refused;
            case NullPointerException _ -> new NostosException("TypeError", "a value of another type was expected");
            default -> NostosException.panic("internal error: " + thrown);
        };
        error.setStackTrace(thrown.getStackTrace());
        return error;
    }

    /** The type name of any value, generated classes included. */
    static String typeName(Object value) {
        return switch (value) {
            case null -> "nothing";
            case Unit _ -> "Unit";
            case Closure _ -> "Function";
            case CharValue _ -> "Char";
            default -> typeName(value.getClass().getName());
        };
    }

    private static NostosException cast(String message) {
        Matcher m = message == null ? null : CAST.matcher(message);
        if (m == null || !m.find()) return new NostosException("TypeError", "a value of another type was expected");
        return NostosException.typeError(typeName(m.group(2)), typeName(m.group(1)));
    }

    private static String typeName(String className) {
        String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        if (simple.endsWith("List") || simple.endsWith("Slice") || simple.equals("ListValue")) return "List";
        return NAMES.getOrDefault(simple, simple);
    }
}
