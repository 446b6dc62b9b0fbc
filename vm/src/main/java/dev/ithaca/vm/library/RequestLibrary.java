package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records from the parameters of requests (chapter 3, section 13.4). */
public final class RequestLibrary {
    private RequestLibrary() {}

    /** Problems found in one request. */
    private static final class Problems {
        private final List<String> texts = new ArrayList<>();

        Object add(String text) {
            texts.add(text);
            return null;
        }
    }

    @NostosFunction(name = "requestToType", type = "r, String -> Result[a, String]", complexity = "O(number of parameters)",
            doc = "A record of the named type from the query and form parameters of a request, or all that is wrong with them.",
            example = "requestToType(1, \"Option\") => Err(\"Expected HttpRequest record\")")
    public static Object requestToType(Process p, Object request, String type) {
        TypeDirectory types = p.machine().types();
        if (!(request instanceof Struct s) || s.shape().fieldNames() == null || !s.shape().fieldNames().contains("queryParams")) {
            return err(types, "Expected HttpRequest record");
        }
        TypeDirectory.Description description = types.find(type).orElse(null);
        if (description == null) return err(types, "Unknown type: " + type);
        if (!description.isRecord()) return err(types, "requestToType only works with record types, '" + type + "' is a variant");
        Map<String, String> parameters = new LinkedHashMap<>();
        collect(parameters, s, "queryParams");
        collect(parameters, s, "formParams");
        TypeDirectory.Constructor constructor = description.constructors().getFirst();
        Problems problems = new Problems();
        var fields = new Object[constructor.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            TypeDirectory.Field field = constructor.fields().get(i);
            fields[i] = field(types, TypeText.parse(field.type()), field.name(), parameters.get(field.name()), problems);
        }
        return problems.texts.isEmpty() ? result(types, "Ok", types.make(constructor, fields)) : err(types, String.join(", ", problems.texts));
    }

    private static Object err(TypeDirectory types, String text) { return result(types, "Err", text); }

    private static Object result(TypeDirectory types, String constructor, Object value) {
        return library(types, "Result", constructor, value);
    }

    private static Object library(TypeDirectory types, String type, String constructor, Object... fields) {
        return types.make(TypedJson.constructor(types.find("stdlib.list." + type).orElseThrow(), constructor), fields);
    }

    private static void collect(Map<String, String> parameters, Struct request, String field) {
        int index = request.shape().fieldNames().indexOf(field);
        if (index < 0) return;
        for (Object pair : (ListValue) request.get(index)) parameters.put((String) ((Tuple) pair).get(0), (String) ((Tuple) pair).get(1));
    }

    private static Object field(TypeDirectory types, TypeText type, String name, String text, Problems problems) {
        if (type.name().equals("Option") || type.name().equals("stdlib.list.Option")) {
            if (text == null) return library(types, "Option", "None");
            Object value = field(types, type.args().getFirst(), name, text, problems);
            return value == null ? null : library(types, "Option", "Some", value);
        }
        if (text == null) return problems.add("missing required field '" + name + "'");
        String mismatch = "field '" + name + "': expected " + type + ", got '" + text + "'";
        return switch (type.name()) {
            case "String" -> text;
            case "Int", "Int64" -> orProblem(StringLibrary.parseInt(text), mismatch, problems);
            case "Int8" -> sized(text, mismatch, problems, 8);
            case "Int16" -> sized(text, mismatch, problems, 16);
            case "Int32" -> sized(text, mismatch, problems, 32);
            case "Float", "Float64" -> orProblem(StringLibrary.parseFloat(text), mismatch, problems);
            case "Bool" -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes" -> true;
                case "false", "0", "no" -> false;
                default -> problems.add(mismatch);
            };
            default -> problems.add("unsupported type '" + type + "' for request parsing");
        };
    }

    private static Object orProblem(ListValue parsed, String mismatch, Problems problems) {
        return parsed.isEmpty() ? problems.add(mismatch) : parsed.head();
    }

    private static Object sized(String text, String mismatch, Problems problems, int bits) {
        ListValue parsed = StringLibrary.parseInt(text);
        if (parsed.isEmpty()) return problems.add(mismatch);
        long n = Boxes.toInt(parsed.head());
        if (n != n << 64 - bits >> 64 - bits) return problems.add(mismatch);
        return bits == 8 ? Boxes.int8(n) : bits == 16 ? Boxes.int16(n) : Boxes.int32(n);
    }
}
