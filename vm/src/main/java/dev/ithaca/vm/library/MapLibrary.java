package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.Map;

/** Functions on maps (chapter 3, section 5.1). */
public final class MapLibrary {
    private MapLibrary() {}

    @NostosFunction(name = "Map.get", type = "Map[k, v], k -> v", complexity = "O(log n)", doc = "The value of a key, unit if it is absent; see lookup.",
            example = "Map.get(%{\"a\": 1}, \"a\") => 1")
    public static Object get(MapValue map, Object key) {
        Object value = map.getOrNull(key);
        return value == null ? Unit.UNIT : value;
    }

    @NostosFunction(name = "Map.getOrThrow", type = "Map[k, v], k -> v", complexity = "O(log n)", doc = "The value of a key; a panic if it is absent.",
            example = {"%{1: \"a\"}.getOrThrow(1) => \"a\"",
                "%{\"a\": 1}.getOrThrow(\"zz\") => throws (\"Panic\", \"Map.getOrThrow: key \\\"zz\\\" not found\")"})
    public static Object getOrThrow(MapValue map, Object key) {
        Object value = map.getOrNull(key);
        if (value != null) return value;
        boolean plain = key instanceof String || key instanceof Long || key instanceof Boolean;
        throw NostosException.panic("Map.getOrThrow: key " + (plain ? Display.nested(key) : "?") + " not found");
    }

    @NostosFunction(name = "Map.contains", type = "Map[k, v], k -> Bool", complexity = "O(log n)", doc = "Whether a map has a key.",
            example = "%{\"a\": 1}.contains(\"a\") => true")
    public static boolean contains(MapValue map, Object key) { return map.containsKey(key); }

    @NostosFunction(name = "Map.insert", type = "Hash k => Map[k, v], k, v -> Map[k, v]", complexity = "O(log n)",
            doc = "The map with an entry added, or its value replaced.", example = "%{\"a\": 1}.insert(\"b\", 2) => %{\"a\": 1, \"b\": 2}")
    public static MapValue insert(MapValue map, Object key, Object value) { return map.put(key, value); }

    @NostosFunction(name = "Map.remove", type = "Map[k, v], k -> Map[k, v]", complexity = "O(log n)", doc = "The map without a key.",
            example = "%{\"a\": 1}.remove(\"a\") => %{}")
    public static MapValue remove(MapValue map, Object key) { return map.remove(key); }

    @NostosFunction(name = "Map.keys", type = "Map[k, v] -> List[k]", complexity = "O(n)", doc = "The keys in order of insertion.",
            example = "%{\"b\": 1, \"a\": 2}.keys() => [\"b\", \"a\"]")
    public static ListValue keys(MapValue map) {
        var keys = new ListValue.Builder(map.size());
        for (Object key : map.keys()) keys.add(key);
        return keys.build();
    }

    @NostosFunction(name = "Map.values", type = "Map[k, v] -> List[v]", complexity = "O(n)", doc = "The values in the order of their keys.",
            example = "%{\"b\": 1, \"a\": 2}.values() => [1, 2]")
    public static ListValue values(MapValue map) {
        var values = new ListValue.Builder(map.size());
        for (Map.Entry<Object, Object> entry : map.entries()) values.add(entry.getValue());
        return values.build();
    }

    @NostosFunction(name = "Map.toList", type = "Map[k, v] -> List[(k, v)]", complexity = "O(n)", doc = "The entries as pairs, in order of insertion.",
            example = "%{\"a\": 1}.toList() => [(\"a\", 1)]")
    public static ListValue toList(MapValue map) {
        var pairs = new ListValue.Builder(map.size());
        for (Map.Entry<Object, Object> entry : map.entries()) pairs.add(new Tuple(entry.getKey(), entry.getValue()));
        return pairs.build();
    }

    @NostosFunction(name = "Map.fromList", type = "Hash k, Eq k => List[(k, v)] -> Map[k, v]", complexity = "O(n log n)",
            doc = "A map of pairs; of equal keys the last one wins.", example = "Map.fromList([(1, \"a\"), (1, \"b\")]) => %{1: \"b\"}")
    public static MapValue fromList(ListValue pairs) {
        MapValue.Builder map = MapValue.EMPTY.builder();
        for (Object pair : pairs) map.put(((Tuple) pair).get(0), ((Tuple) pair).get(1));
        return map.build();
    }

    @NostosFunction(name = "Map.empty", type = "() -> Map[k, v]", doc = "The map without entries.", example = "Map.empty() => %{}")
    public static MapValue empty() { return MapValue.EMPTY; }

    @NostosFunction(name = "Map.size", type = "Map[k, v] -> Int", doc = "The number of entries.", example = "%{1: 2}.size() => 1")
    public static long size(MapValue map) { return map.size(); }

    @NostosFunction(name = "Map.isEmpty", type = "Map[k, v] -> Bool", doc = "Whether a map has no entries.", example = "%{}.isEmpty() => true")
    public static boolean isEmpty(MapValue map) { return map.isEmpty(); }

    @NostosFunction(name = "Map.union", type = "Map[k, v], Map[k, v] -> Map[k, v]", complexity = "O(size of the second * log n)",
            doc = "The entries of both maps; where both have a key, the first one's value.",
            example = "%{1: \"a\"}.union(%{1: \"b\", 2: \"c\"}) => %{1: \"a\", 2: \"c\"}")
    public static MapValue union(MapValue first, MapValue second) {
        MapValue.Builder union = first.builder();
        for (Map.Entry<Object, Object> entry : second.entries()) {
            if (!first.containsKey(entry.getKey())) union.put(entry.getKey(), entry.getValue());
        }
        return union.build();
    }

    @NostosFunction(name = "Map.intersection", type = "Map[k, v], Map[k, w] -> Map[k, v]", complexity = "O(n log n)",
            doc = "The entries of the first map whose keys the second has.", example = "%{1: \"a\", 2: \"b\"}.intersection(%{2: \"c\"}) => %{2: \"b\"}")
    public static MapValue intersection(MapValue first, MapValue second) {
        MapValue.Builder common = MapValue.EMPTY.builder();
        for (Map.Entry<Object, Object> entry : first.entries()) {
            if (second.containsKey(entry.getKey())) common.put(entry.getKey(), entry.getValue());
        }
        return common.build();
    }

    @NostosFunction(name = "Map.difference", type = "Map[k, v], Map[k, w] -> Map[k, v]", complexity = "O(n log n)",
            doc = "The entries of the first map whose keys the second has not.", example = "%{1: \"a\", 2: \"b\"}.difference(%{2: \"c\"}) => %{1: \"a\"}")
    public static MapValue difference(MapValue first, MapValue second) {
        MapValue.Builder rest = first.builder();
        for (Object key : second.keys()) rest.remove(key);
        return rest.build();
    }
}
