package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ArrayValue;
import dev.ithaca.vm.runtime.value.ListValue;

/**
 * Growing arrays with which the Nostos part of the library builds lists in linear time. They never reach programs; the
 * checker knows them under the name of a type that programs have no use for.
 */
public final class ListBuilderLibrary {
    private ListBuilderLibrary() {}

    @NostosFunction(name = "List._builder", type = "Int -> IO[a]", doc = "An empty array with room for some elements.")
    public static ArrayValue builder(long capacity) { return new ArrayValue((int) Math.clamp(capacity, 0, 1 << 20)); }

    @NostosFunction(name = "List._add", type = "IO[a], a -> ()", doc = "Adds an element at the end.")
    public static void add(ArrayValue array, Object element) { array.add(element); }

    @NostosFunction(name = "List._built", type = "IO[a] -> List[a]", complexity = "O(n)", doc = "The elements as a list.")
    public static ListValue built(ArrayValue array) { return array.toList(); }

    @NostosFunction(name = "List._unpacked", type = "List[a] -> IO[a]", complexity = "O(n)", doc = "The elements of a list as an array.")
    public static ArrayValue unpacked(ListValue list) { return ArrayValue.of(list.toArray()); }

    @NostosFunction(name = "List._at", type = "IO[a], Int -> a", doc = "The element at a position.")
    public static Object at(ArrayValue array, long i) { return array.get(i); }

    @NostosFunction(name = "List._put", type = "IO[a], Int, a -> ()", doc = "Replaces the element at a position.")
    public static void put(ArrayValue array, long i, Object element) { array.set(i, element); }

    @NostosFunction(name = "List._sortedRuns", type = "IO[a] -> Int", complexity = "O(n log n)",
            doc = "Sorts runs of the array where its elements are all integers or all strings, and tells their length; else 1.")
    public static long sortedRuns(ArrayValue array) { return array.sortRuns(); }

    @NostosFunction(name = "List._move", type = "IO[a], Int, IO[a], Int, Int -> ()", complexity = "O(count)",
            doc = "Copies some elements from a position of one array to a position of another.")
    public static void move(ArrayValue source, long from, ArrayValue target, long to, long count) {
        source.copyTo(from, target, to, count);
    }
}
