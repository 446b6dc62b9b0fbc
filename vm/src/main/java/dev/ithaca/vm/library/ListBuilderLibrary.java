package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ArrayValue;
import dev.ithaca.vm.runtime.value.ListCursor;
import dev.ithaca.vm.runtime.value.ListValue;

/**
 * Growing arrays and cursors with which the Nostos part of the library builds and reads lists in linear time. They never reach programs; the
 * checker knows them under the name of a type that programs have no use for.
 */
public final class ListBuilderLibrary {
    private ListBuilderLibrary() {}

    @NostosFunction(name = "List._builder", type = "Int -> IO[a]", doc = "An empty array with room for some elements.")
    public static ArrayValue builder(long capacity) { return new ArrayValue((int) Math.clamp(capacity, 0, 1 << 20)); }

    @NostosFunction(name = "List._add", type = "IO[a], a -> ()", doc = "Adds an element at the end.")
    public static void add(ArrayValue array, Object element) { array.add(element); }

    @NostosFunction(name = "List._add", type = "IO[a], a -> ()", on = "IO[Int]")
    public static void addInt(ArrayValue array, long element) { array.addInt(element); }

    @NostosFunction(name = "List._built", type = "IO[a] -> List[a]", doc = "The elements as a list; the array is empty afterwards.")
    public static ListValue built(ArrayValue array) { return array.takeList(); }

    @NostosFunction(name = "List._cursor", type = "List[a] -> IO[a]", doc = "The start of a list.")
    public static ListCursor cursor(ListValue list) { return new ListCursor(list); }

    @NostosFunction(name = "List._more", type = "IO[a] -> Bool", doc = "Whether there is an element at a cursor.")
    public static boolean more(ListCursor cursor) { return cursor.hasNext(); }

    @NostosFunction(name = "List._next", type = "IO[a] -> a", doc = "The element at a cursor, which moves on.")
    public static Object next(ListCursor cursor) { return cursor.next(); }

    @NostosFunction(name = "List._next", type = "IO[a] -> a", on = "IO[Int]")
    public static long nextInt(ListCursor cursor) { return cursor.nextInt(); }

    @NostosFunction(name = "List._unpacked", type = "List[a] -> IO[a]", complexity = "O(n)", doc = "The elements of a list as an array.")
    public static ArrayValue unpacked(ListValue list) { return ArrayValue.of(list); }

    @NostosFunction(name = "List._at", type = "IO[a], Int -> a", doc = "The element at a position.")
    public static Object at(ArrayValue array, long i) { return array.get(i); }

    @NostosFunction(name = "List._at", type = "IO[a], Int -> a", on = "IO[Int]")
    public static long intAt(ArrayValue array, long i) { return array.getInt(i); }

    @NostosFunction(name = "List._put", type = "IO[a], Int, a -> ()", on = "IO[Int]")
    public static void putInt(ArrayValue array, long i, long element) { array.setInt(i, element); }

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
