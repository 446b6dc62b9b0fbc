package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;

/**
 * Types at run time (chapter 3, sections 9.3 and 16). The forms with a type argument, {@code fromJson[T]}, are translated by
 * the compiler into calls of those that take the type's name.
 */
public final class ReflectionLibrary {
    private ReflectionLibrary() {}

    @NostosFunction(name = "typeInfo", type = "String -> Map[String, a]", complexity = "O(number of fields)",
            doc = "What a type is made of: name, kind, fields, constructors, type_params; an empty map for an unknown type.",
            example = "Map.size(typeInfo(\"NoSuchType\")) => 0")
    public static MapValue typeInfo(Process p, String name) {
        TypeDirectory.Description type = p.machine().types().find(name).orElse(null);
        if (type == null) return MapValue.EMPTY;
        MapValue info = MapValue.EMPTY.put("name", type.name()).put("kind", type.kind());
        if (!type.constructors().isEmpty()) {
            info = type.isRecord() ? info.put("fields", fields(type.constructors().getFirst())) : info.put("constructors", constructors(type));
        }
        return type.params().isEmpty() ? info : info.put("type_params", ListValue.of(type.params().toArray()));
    }

    private static ListValue constructors(TypeDirectory.Description type) {
        return ListValue.of(type.constructors().stream()
                .map(c -> MapValue.EMPTY.put("name", c.name()).put("fields", fields(c))).toArray());
    }

    private static ListValue fields(TypeDirectory.Constructor constructor) {
        return ListValue.of(constructor.fields().stream()
                .map(f -> MapValue.EMPTY.put("name", f.name()).put("type", f.type())).toArray());
    }

    @NostosFunction(name = {"%fromJson", "%jsonToType", "jsonToTypeByName"}, type = "String, Json -> a", complexity = "O(size of the value)",
            doc = "A value of the named type from Json; throws a text if the Json does not fit.",
            example = "jsonToTypeByName(\"NoSuchType\", reflect(1)) => throws \"Unknown type: NoSuchType\"")
    public static Object fromJson(Process p, String type, Object json) {
        return new TypedJson(p.machine().types(), false).convert(TypeText.parse(type), json);
    }

    @NostosFunction(name = "Json._fromValue", type = "String, Json -> a", complexity = "O(size of the value)",
            doc = "A value of the named type from Json, with missing keys as null.")
    public static Object fromJsonValue(Process p, String type, Object json) {
        return new TypedJson(p.machine().types(), true).convert(TypeText.parse(type), json);
    }

    @NostosFunction(name = {"%makeRecord", "makeRecordByName"}, type = "String, Map[String, v] -> a", complexity = "O(number of fields)",
            doc = "A record of the named type from its fields; Json values are converted to the fields' types.",
            example = "makeRecordByName(\"NoSuchType\", %{\"x\": reflect(1)}) => throws \"Unknown type: NoSuchType\"")
    public static Object makeRecord(Process p, String type, MapValue fields) {
        TypedJson json = new TypedJson(p.machine().types(), false);
        TypeText text = TypeText.parse(type);
        TypeDirectory.Description description = json.description(text.name());
        if (!description.isRecord()) {
            throw TypedJson.failure("makeRecord cannot be used for variant type '" + description.shortName() + "', use makeVariant instead");
        }
        return json.fromFields(description, description.constructors().getFirst(), TypedJson.meanings(description, text), fields);
    }

    @NostosFunction(name = {"%makeVariant", "makeVariantByName"}, type = "String, String, Map[String, v] -> a", complexity = "O(number of fields)",
            doc = "A variant of the named type from the name of its constructor and its fields, _0, _1 and so on or by name.",
            example = "optUnwrap(makeVariantByName(\"Option\", \"Some\", %{\"_0\": 1})) => 1")
    public static Object makeVariant(Process p, String type, String constructor, MapValue fields) {
        TypedJson json = new TypedJson(p.machine().types(), false);
        TypeText text = TypeText.parse(type);
        TypeDirectory.Description description = json.description(text.name());
        TypeDirectory.Constructor found = description.constructor(constructor).orElseThrow(() ->
                TypedJson.failure("Unknown constructor: " + constructor + " for type " + description.shortName()));
        return json.fromFields(description, found, TypedJson.meanings(description, text), fields);
    }

    @NostosFunction(name = "%typeNameOf", type = "String -> String", doc = "The name of a type argument.")
    public static String typeNameOf(String name) { return name; }
}
