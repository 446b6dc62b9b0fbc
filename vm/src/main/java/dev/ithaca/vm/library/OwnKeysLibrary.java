package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Values;

/**
 * What stdlib/own_keys.nos is built from: maps and sets whose keys have an equality of their own. The keys given to the
 * functions that end in {@code At} are resident ones or new.
 */
public final class OwnKeysLibrary {
    private static final long FNV_PRIME = 1099511628211L;

    private OwnKeysLibrary() {}

    @NostosFunction(name = "Map._hash", type = "a -> Int", complexity = "O(n)",
            doc = "A hash that is the same for equal values; the compiler replaces it where a type has an equality or hash of its own.")
    public static long hash(Object value) { return Values.hash(value); }

    @NostosFunction(name = "Map._fold", type = "Int, Int -> Int", doc = "The hash of a composite value with one more part.")
    public static long fold(long hash, long part) { return hash * FNV_PRIME ^ part; }

    @NostosFunction(name = "Map._xor", type = "Int, Int -> Int", doc = "The hash of an unordered value with one more part.")
    public static long xor(long hash, long part) { return hash ^ part; }

    @NostosFunction(name = "Map._isIndexed", type = "Map[k, v] -> Bool", doc = "Whether the keys can be found by hash.")
    public static boolean isIndexed(MapValue map) { return map.isIndexed(); }

    @NostosFunction(name = "Map._index", type = "Map[k, v], List[Int] -> ()", complexity = "O(n log n)", doc = "Notes the hashes of the keys.")
    public static void index(MapValue map, ListValue hashes) { map.index(hashes); }

    @NostosFunction(name = "Map._withHash", type = "Map[k, v], Int -> List[k]", complexity = "O(log n)", doc = "The keys with a hash.")
    public static ListValue withHash(MapValue map, long hash) { return map.keysWithHash(hash); }

    @NostosFunction(name = "Map._containsAt", type = "Map[k, v], k -> Bool", complexity = "O(log n)", doc = "Whether a map has this very key.")
    public static boolean containsAt(MapValue map, Object key) { return map.containsKey(key); }

    @NostosFunction(name = "Map._getAt", type = "Map[k, v], k -> v", complexity = "O(log n)", doc = "The value of this very key, unit if it is absent.")
    public static Object getAt(MapValue map, Object key) { return MapLibrary.get(map, key); }

    @NostosFunction(name = "Map._getOrThrowAt", type = "Map[k, v], k -> v", complexity = "O(log n)", doc = "The value of this very key, else a panic.")
    public static Object getOrThrowAt(MapValue map, Object key) { return MapLibrary.getOrThrow(map, key); }

    @NostosFunction(name = "Map._insertAt", type = "Map[k, v], Int, k, v -> Map[k, v]", complexity = "O(log n)",
            doc = "The map with an entry of a key with this hash.")
    public static MapValue insertAt(MapValue map, long hash, Object key, Object value) { return map.putIndexed(hash, key, value); }

    @NostosFunction(name = "Map._removeAt", type = "Map[k, v], Int, k -> Map[k, v]", complexity = "O(log n)",
            doc = "The map without this very key, which has this hash.")
    public static MapValue removeAt(MapValue map, long hash, Object key) { return map.removeIndexed(hash, key); }

    @NostosFunction(name = "Set._isIndexed", type = "Set[a] -> Bool", doc = "Whether the elements can be found by hash.")
    public static boolean isIndexed(SetValue set) { return set.isIndexed(); }

    @NostosFunction(name = "Set._index", type = "Set[a], List[Int] -> ()", complexity = "O(n log n)", doc = "Notes the hashes of the elements.")
    public static void index(SetValue set, ListValue hashes) { set.index(hashes); }

    @NostosFunction(name = "Set._withHash", type = "Set[a], Int -> List[a]", complexity = "O(log n)", doc = "The elements with a hash.")
    public static ListValue withHash(SetValue set, long hash) { return set.elementsWithHash(hash); }

    @NostosFunction(name = "Set._containsAt", type = "Set[a], a -> Bool", complexity = "O(log n)", doc = "Whether a set has this very element.")
    public static boolean containsAt(SetValue set, Object element) { return set.contains(element); }

    @NostosFunction(name = "Set._insertAt", type = "Set[a], Int, a -> Set[a]", complexity = "O(log n)",
            doc = "The set with an element with this hash.")
    public static SetValue insertAt(SetValue set, long hash, Object element) { return set.addIndexed(hash, element); }

    @NostosFunction(name = "Set._removeAt", type = "Set[a], Int, a -> Set[a]", complexity = "O(log n)",
            doc = "The set without this very element, which has this hash.")
    public static SetValue removeAt(SetValue set, long hash, Object element) { return set.removeIndexed(hash, element); }
}
