package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values of declared types from Json (chapter 3, section 9.3). There are two readings, which differ in what they
 * accept and in their error texts: the native one of {@code fromJson} and the forgiving one of {@code fromJsonValue}, where
 * a missing key counts as null, a constructor without fields may be a text, and payloads may be objects. Failures are
 * thrown texts.
 */
final class TypedJson {
    private final TypeDirectory types;
    private final boolean forgiving;

    TypedJson(TypeDirectory types, boolean forgiving) {
        this.types = types;
        this.forgiving = forgiving;
    }

    static NostosException failure(String text) { return new NostosException(text); }

    Object convert(TypeText type, Object json) {
        if (type.isTuple()) return type.args().isEmpty() ? Unit.UNIT : tuple(type, json);
        return switch (type.name()) {
            case "Int", "Int64", "Int8", "Int16", "Int32", "UInt8", "UInt16", "UInt32", "UInt64", "BigInt", "Float", "Float64",
                    "Float32", "Decimal" -> number(type.name(), json);
            case "String" -> {
                if (!isTag(json, "String")) throw expected("String", json);
                yield field(json);
            }
            case "Char" -> {
                if (!isTag(json, "String") || ((String) field(json)).isEmpty()) throw expected("String for Char", json);
                yield Boxes.character(((String) field(json)).codePointAt(0));
            }
            case "Bool" -> {
                if (!isTag(json, "Bool")) throw expected("Bool", json);
                yield field(json);
            }
            case "List" -> list(type, json);
            case "Map" -> map(type, json);
            case "Json", "stdlib.json.Json" -> json;
            default -> declared(type, json);
        };
    }

    private static String tag(Object json) { return json instanceof Struct s ? s.shape().constructor() : "other"; }

    static boolean isTag(Object json, String tag) { return tag(json).equals(tag); }

    private static Object field(Object json) { return ((Struct) json).get(0); }

    private static NostosException expected(String what, Object json) { return failure("Expected " + what + ", got " + Display.show(json)); }

    private static Object number(String type, Object json) {
        if (!isTag(json, "Number") && !isTag(json, "Integer")) throw expected("Number for " + type, json);
        Object n = field(json);
        return switch (type) {
            case "Int", "Int64" -> ConversionLibrary.toInt(n);
            case "Int8" -> Boxes.int8(ConversionLibrary.toInt8(n));
            case "Int16" -> Boxes.int16(ConversionLibrary.toInt16(n));
            case "Int32" -> Boxes.int32(ConversionLibrary.toInt32(n));
            case "UInt8" -> Boxes.uint8(ConversionLibrary.toUInt8(n));
            case "UInt16" -> Boxes.uint16(ConversionLibrary.toUInt16(n));
            case "UInt32" -> Boxes.uint32(ConversionLibrary.toUInt32(n));
            case "UInt64" -> Boxes.uint64(ConversionLibrary.toUInt64(n));
            case "BigInt" -> n instanceof Long i ? BigInteger.valueOf(i) : new BigDecimal((Double) n).toBigInteger();
            case "Float32" -> (float) ConversionLibrary.toFloat(n);
            case "Decimal" -> new BigDecimal(n.toString());
            default -> ConversionLibrary.toFloat(n);
        };
    }

    private ListValue elements(TypeText type, Object json) {
        if (isTag(json, "Array")) return (ListValue) field(json);
        throw forgiving ? expected("Array for " + type, json) : failure("Expected Json Array, found " + tag(json));
    }

    private Tuple tuple(TypeText type, Object json) {
        ListValue elements = elements(type, json);
        if (elements.size() != type.args().size()) {
            throw failure("Expected " + type.args().size() + " elements for " + type + ", got " + elements.size());
        }
        var parts = new Object[elements.size()];
        for (int i = 0; i < parts.length; i++) parts[i] = convert(type.args().get(i), elements.get(i));
        return new Tuple(parts);
    }

    private ListValue list(TypeText type, Object json) {
        TypeText element = type.args().isEmpty() ? new TypeText("Json", List.of()) : type.args().getFirst();
        var list = new ListValue.Builder();
        for (Object part : elements(type, json)) list.add(convert(element, part));
        return list.build();
    }

    private MapValue map(TypeText type, Object json) {
        if (!isTag(json, "Object")) throw expected("Object for " + type, json);
        MapValue.Builder map = MapValue.EMPTY.builder();
        for (Object entry : (ListValue) field(json)) {
            Tuple pair = (Tuple) entry;
            map.put(key(type.args().getFirst(), (String) pair.get(0)), convert(type.args().get(1), pair.get(1)));
        }
        return map.build();
    }

    private static Object key(TypeText type, String text) {
        return switch (type.name()) {
            case "Int", "Int64" -> {
                ListValue parsed = StringLibrary.parseInt(text);
                if (parsed.isEmpty()) throw failure("Expected Int key, got " + text);
                yield parsed.head();
            }
            case "Bool" -> text.equals("true");
            case "Char" -> new CharValue(text.isEmpty() ? 0 : text.codePointAt(0));
            default -> text;
        };
    }

    /** A record or variant of the program or the library. */
    private Object declared(TypeText type, Object json) {
        TypeDirectory.Description description = description(type.name());
        if (description.shortName().equals("Option") && description.name().startsWith("stdlib.")) {
            return isTag(json, "Null") ? types.make(constructor(description, "None"))
                    : types.make(constructor(description, "Some"), convert(type.args().getFirst(), json));
        }
        Map<String, TypeText> meanings = meanings(description, type);
        return description.isRecord() ? record(description, meanings, json) : variant(description, meanings, json);
    }

    TypeDirectory.Description description(String name) {
        TypeDirectory.Description found = types.find(name).orElse(null);
        if (found == null || found.constructors().isEmpty()) throw failure("Unknown type: " + name);
        return found;
    }

    static Map<String, TypeText> meanings(TypeDirectory.Description description, TypeText type) {
        Map<String, TypeText> meanings = new HashMap<>();
        for (int i = 0; i < Math.min(description.params().size(), type.args().size()); i++) {
            meanings.put(description.params().get(i), type.args().get(i));
        }
        return meanings;
    }

    static TypeDirectory.Constructor constructor(TypeDirectory.Description description, String name) {
        return description.constructor(name).orElseThrow(() -> failure("Unknown constructor: " + name));
    }

    /** The value of a key, or null. */
    private static Object find(ListValue entries, String key) {
        for (Object entry : entries) if (((Tuple) entry).get(0).equals(key)) return ((Tuple) entry).get(1);
        return null;
    }

    private Object record(TypeDirectory.Description description, Map<String, TypeText> meanings, Object json) {
        if (!isTag(json, "Object")) {
            throw forgiving ? failure("Expected Object for record type " + description.shortName())
                    : failure("Expected Json Object, found " + tag(json));
        }
        TypeDirectory.Constructor constructor = description.constructors().getFirst();
        var fields = new Object[constructor.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            TypeDirectory.Field field = constructor.fields().get(i);
            Object part = find((ListValue) field(json), field.name());
            if (part == null && !forgiving) throw failure("Missing field: " + field.name());
            fields[i] = convert(TypeText.parse(field.type()).with(meanings), part == null ? nothing() : part);
        }
        return types.make(constructor, fields);
    }

    private Object nothing() { return types.make(constructor(description("stdlib.json.Json"), "Null")); }

    private Object variant(TypeDirectory.Description description, Map<String, TypeText> meanings, Object json) {
        if (forgiving && isTag(json, "String")) return payload(description, (String) field(json), meanings, null);
        if (!isTag(json, "Object")) {
            throw forgiving ? failure("Expected Object or String for variant type " + description.shortName())
                    : failure("Expected Json Object, found " + tag(json));
        }
        ListValue entries = (ListValue) field(json);
        if (entries.size() != 1) throw failure(oneKey(description, entries.size()));
        Tuple entry = (Tuple) entries.head();
        boolean known = description.constructor((String) entry.get(0)).isPresent();
        if (forgiving && !known && isResult(description)) throw failure(oneKey(description, 1));
        return payload(description, (String) entry.get(0), meanings, entry.get(1));
    }

    private static boolean isResult(TypeDirectory.Description description) {
        return description.name().equals("stdlib.list.Result");
    }

    private String oneKey(TypeDirectory.Description description, int found) {
        if (!forgiving) return "Variant json must have exactly one key (constructor), found " + found;
        return isResult(description) ? "Result JSON must have exactly one key: Ok or Err"
                : "Variant JSON must have exactly one key (constructor name)";
    }

    /** @param payload null for a bare constructor name */
    private Object payload(TypeDirectory.Description description, String name, Map<String, TypeText> meanings, Object payload) {
        TypeDirectory.Constructor constructor = description.constructor(name).orElseThrow(() -> failure(forgiving
                ? "Unknown constructor '" + name + "' for type '" + description.shortName() + "'" : "Unknown constructor: " + name));
        List<TypeDirectory.Field> fields = constructor.fields();
        var values = new Object[fields.size()];
        if (fields.isEmpty()) return types.make(constructor);
        for (int i = 0; i < values.length; i++) {
            TypeText type = TypeText.parse(fields.get(i).type()).with(meanings);
            values[i] = convert(type, part(constructor, payload, i));
        }
        return types.make(constructor, values);
    }

    private Object part(TypeDirectory.Constructor constructor, Object payload, int i) {
        int count = constructor.fields().size();
        if (forgiving) {
            String name = constructor.fields().get(i).name();
            if (payload == null) throw failure("Missing field '" + name + "' for constructor '" + constructor.name() + "'");
            if (isTag(payload, "Object")) {
                Object named = find((ListValue) field(payload), name);
                if (named == null) named = find((ListValue) field(payload), "_" + i);
                if (named != null) return named;
                if (count > 1) throw failure("Missing field '" + name + "' for constructor '" + constructor.name() + "'");
            }
        }
        if (count == 1) return payload;
        if (!isTag(payload, "Array")) throw failure("Expected Json Array, found " + tag(payload));
        ListValue parts = (ListValue) field(payload);
        if (parts.size() != count) throw failure("Expected " + count + " fields for " + constructor.name() + ", got " + parts.size());
        return parts.get(i);
    }

    private static NostosException missing(TypeDirectory.Description description, TypeDirectory.Constructor constructor, TypeDirectory.Field field) {
        return failure(description.isRecord() ? "Missing field: " + field.name()
                : "Missing field '" + field.name() + "' for constructor '" + constructor.name() + "'");
    }

    /** Makes a value from its fields by name; values that are no Json are taken as they are. */
    Object fromFields(TypeDirectory.Description description, TypeDirectory.Constructor constructor, Map<String, TypeText> meanings, MapValue fields) {
        var values = new Object[constructor.fields().size()];
        for (int i = 0; i < values.length; i++) {
            TypeDirectory.Field field = constructor.fields().get(i);
            Object value = fields.getOrNull(field.name());
            if (value == null) value = fields.getOrNull("_" + i);
            if (value == null) throw missing(description, constructor, field);
            boolean json = value instanceof Struct s && s.shape().qualifiedTypeName().equals("stdlib.json.Json");
            values[i] = json ? convert(TypeText.parse(field.type()).with(meanings), value) : value;
        }
        return types.make(constructor, values);
    }
}
