package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;

/** The strict Json reader and writer (chapter 3, section 9); the type itself is declared in {@code stdlib.json}. */
public final class JsonLibrary {
    private JsonLibrary() {}

    @NostosFunction(name = "Json._tokens", type = "String -> List[(Int, Int, Float, String)]", complexity = "O(n)",
            doc = "The value of a Json text in postfix form.")
    public static ListValue tokens(String text) { return new JsonReader(text).read().list(); }

    @NostosFunction(name = "Json._lenientTokens", type = "String -> List[(Int, Int, Float, String)]", complexity = "O(n)",
            doc = "The value of a text that may not be Json, in postfix form.")
    public static ListValue lenientTokens(String text) { return new LenientJsonReader(text).read().list(); }

    @NostosFunction(name = "Json._text", type = "a -> String", complexity = "O(size of the value)",
            doc = "A Json value as compact text with keys in their order and numbers as show prints them.")
    public static String text(Object json) { return JsonWriter.write(json, false); }

    @NostosFunction(name = "Json._reflect", type = "a -> List[(Int, Int, Float, String)]", complexity = "O(size of the value)",
            doc = "The Json form of any value in postfix form.")
    public static ListValue reflect(Object value) { return JsonReflection.of(value).list(); }

    @NostosFunction(name = "Json.stringify", type = "a -> String", complexity = "O(size of the value)",
            doc = "A Json value as compact text with sorted keys.", example = "Json.stringify(\"a\\\"b\") => \"\\\"a\\\\\\\"b\\\"\"")
    public static String stringify(Object json) { return JsonWriter.write(json, true); }

    @NostosFunction(name = "Json.escapeString", type = "String -> String", complexity = "O(n)",
            doc = "A text with everything escaped that may not stand between the quotes of a Json string.",
            example = "Json.escapeString(\"a\\nb\") => \"a\\\\nb\"")
    public static String escape(String text) { return JsonWriter.escape(text, false); }
}
