package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Unit;

/** What indexing, indexed assignment and {@code ++} mean for each type (chapter 4, section 2.8). */
public final class OperatorLibrary {
    private OperatorLibrary() {}

    @NostosFunction(name = "%index", type = "List[a], Int -> a", complexity = "O(1) to O(log n); O(n) once for a list built by prepending",
            doc = "The element at a position, from 0.", example = "[1, 2][1] => 2")
    public static Object index(ListValue list, long i) { return list.get(i); }

    @NostosFunction(name = "%index", type = "List[a], Int -> a", on = "List[Int]")
    public static long indexOfInts(ListValue list, long i) { return list.getInt(i); }

    @NostosFunction(name = "%index", type = "String, Int -> String", complexity = "O(n)",
            doc = "The character at a position, from 0, as a string.", example = "\"abc\"[1] => \"b\"")
    public static String index(String s, long i) {
        int at = Strings.offset(s, i);
        if (i < 0 || at >= s.length()) {
            throw NostosException.panic("Index " + i + " out of bounds for string of length " + s.codePointCount(0, s.length()));
        }
        return s.substring(at, at + Character.charCount(s.codePointAt(at)));
    }

    @NostosFunction(name = "%index", type = "Map[k, v], k -> v", complexity = "O(log n)",
            doc = "The value of a key, unit if it is absent.", example = "%{\"a\": 1}[\"a\"] => 1")
    public static Object index(MapValue map, Object key) { return MapLibrary.get(map, key); }

    @NostosFunction(name = "%index", type = "Set[a], a -> Bool", complexity = "O(log n)",
            doc = "Whether an element is in the set.", example = "#{1, 2}[1] => true")
    public static boolean index(SetValue set, Object element) { return set.contains(element); }

    @NostosFunction(name = "%index", type = "Int64Array, Int -> Int", doc = "The element at a position, from 0.")
    public static long index(Int64Array array, long i) { return array.get(i); }

    @NostosFunction(name = "%index", type = "Float64Array, Int -> Float", doc = "The element at a position, from 0.")
    public static double index(Float64Array array, long i) { return array.get(i); }

    @NostosFunction(name = "%index", type = "Float32Array, Int -> Float", doc = "The element at a position, from 0.")
    public static double index(Float32Array array, long i) { return array.get(i); }

    @NostosFunction(name = "%indexTuple", type = "a, Int -> b", doc = "The element of a tuple at a position that is not known at compile time.")
    public static Object indexTuple(Object tuple, long i) {
        if (!(tuple instanceof Tuple t)) throw NostosException.typeError("Tuple", TypeNames.of(tuple));
        if (i < 0 || i >= t.arity()) throw NostosException.panic("Index " + i + " out of bounds");
        return t.get((int) i);
    }

    @NostosFunction(name = "%indexSet", type = "List[a], Int, a -> List[a]", complexity = "O(log n) after the first update of a list",
            doc = "The list with one element replaced.")
    public static ListValue indexSet(ListValue list, long i, Object value) {
        if (i < 0 || i >= list.size()) throw NostosException.panic("Index " + i + " out of bounds");
        return list.with((int) i, value);
    }

    @NostosFunction(name = "%indexSet", type = "Map[k, v], k, v -> Map[k, v]", complexity = "O(log n)",
            doc = "The map with a value added or replaced.")
    public static MapValue indexSet(MapValue map, Object key, Object value) { return map.put(key, value); }

    @NostosFunction(name = "%indexSet", type = "Int64Array, Int, Int -> Int64Array", doc = "Assigns an element in place.")
    public static Int64Array indexSet(Int64Array array, long i, long value) {
        array.set(i, value);
        return array;
    }

    @NostosFunction(name = "%indexSet", type = "Float64Array, Int, Float -> Float64Array", doc = "Assigns an element in place.")
    public static Float64Array indexSet(Float64Array array, long i, double value) {
        array.set(i, value);
        return array;
    }

    @NostosFunction(name = "%indexSet", type = {"Float32Array, Int, Float -> Float32Array", "Float32Array, Int, Float32 -> Float32Array"},
            doc = "Assigns an element in place.")
    public static Float32Array indexSet(Float32Array array, long i, double value) {
        array.set(i, (float) value);
        return array;
    }

    @NostosFunction(name = "%concat", type = "String, String -> String", complexity = "O(n)", doc = "Two strings joined.",
            example = "\"a\" ++ \"b\" => \"ab\"")
    public static String concat(String a, String b) { return a.concat(b); }

    @NostosFunction(name = {"%concat", "concat"}, type = "List[a], List[a] -> List[a]",
            complexity = "O(length of the shorter list) where one is much shorter, else O(n)",
            doc = "All elements of the first list, then those of the second; the same as ++.",
            example = "concat([1], [2, 3]) => [1, 2, 3]")
    public static ListValue concat(ListValue a, ListValue b) { return a.concat(b); }

    @NostosFunction(name = "%concatAny", type = "a, a -> a", complexity = "O(n)", doc = "++ on values whose type is not known.")
    public static Object concatAny(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) return x.concat(y);
        if (a instanceof ListValue x && b instanceof ListValue y) return x.concat(y);
        throw NostosException.typeError("String or List", TypeNames.of(a instanceof String || a instanceof ListValue ? b : a));
    }

    @NostosFunction(name = "%indexAny", type = "a, b -> c", complexity = "O(log n)", doc = "Indexing of a value whose type is not known.")
    public static Object indexAny(Object container, Object at) {
        return switch (container) {
            case MapValue map -> index(map, at);
            case SetValue set -> index(set, at);
            case ListValue list when at instanceof Long i -> list.get(i);
            case String s when at instanceof Long i -> index(s, i.longValue());
            case Tuple t when at instanceof Long i -> indexTuple(t, i);
            case Int64Array a when at instanceof Long i -> a.get(i);
            case Float64Array a when at instanceof Long i -> a.get(i);
            case Float32Array a when at instanceof Long i -> (double) a.get(i);
            case Unit _ -> throw NostosException.typeError("List", "Unit");
            default -> throw NostosException.typeError("List", TypeNames.of(container));
        };
    }
}
