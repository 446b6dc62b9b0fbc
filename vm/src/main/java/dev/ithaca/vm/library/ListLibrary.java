package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Functions on lists that need no function argument (chapter 3, section 4); the others are Nostos code. */
public final class ListLibrary {
    private ListLibrary() {}

    @NostosFunction(name = {"length", "len"}, type = "List[a] -> Int", doc = "The number of elements.",
            example = {"length([1, 2, 3]) => 3", "[].length() => 0"})
    public static long length(ListValue list) { return list.size(); }

    @NostosFunction(name = "length", type = "String -> Int", complexity = "O(n)", doc = "The number of characters.",
            example = "length(\"abc\") => 3")
    public static long length(String s) { return Strings.length(s); }

    @NostosFunction(name = "length", type = {"(a, b) -> Int", "(a, b, c) -> Int", "(a, b, c, d) -> Int", "(a, b, c, d, e) -> Int",
            "(a, b, c, d, e, f) -> Int", "(a, b, c, d, e, f, g) -> Int", "(a, b, c, d, e, f, g, h) -> Int"},
            doc = "The number of components.", example = "length((1, 2)) => 2")
    public static long length(Tuple tuple) { return tuple.arity(); }

    @NostosFunction(name = {"isEmpty", "empty"}, type = "List[a] -> Bool", doc = "Whether a list has no elements.",
            example = {"isEmpty([]) => true", "[1].empty() => false"})
    public static boolean isEmpty(ListValue list) { return list.isEmpty(); }

    @NostosFunction(name = "head", type = "List[a] -> a", doc = "The first element.",
            example = {"head([1, 2]) => 1", "head([]) => throws (\"IndexOutOfBounds\", \"index 0 out of bounds (length 0)\")"})
    public static Object head(ListValue list) { return list.head(); }

    @NostosFunction(name = "head", type = "List[a] -> a", on = "List[Int]")
    public static long headOfInts(ListValue list) { return list.headInt(); }

    @NostosFunction(name = "tail", type = "List[a] -> List[a]", doc = "All but the first element.", example = "tail([1, 2]) => [2]")
    public static ListValue tail(ListValue list) { return list.tail(); }

    @NostosFunction(name = "last", type = "List[a] -> a", complexity = "O(1) to O(n)", doc = "The last element.",
            example = {"last([1, 2]) => 2", "last([]) => throws (\"Panic\", \"last: empty list\")"})
    public static Object last(ListValue list) {
        if (list.isEmpty()) throw NostosException.panic("last: empty list");
        return list.get(list.size() - 1);
    }

    private static NostosException noMatch() { return NostosException.panic("Non-exhaustive match: no pattern matched"); }

    @NostosFunction(name = "init", type = "List[a] -> List[a]", complexity = "O(n)", doc = "All but the last element.",
            example = "init([1, 2, 3]) => [1, 2]")
    public static ListValue init(ListValue list) {
        if (list.isEmpty()) throw noMatch();
        return list.take(list.size() - 1);
    }

    @NostosFunction(name = {"nth", "get"}, type = "List[a], Int -> a", complexity = "O(1) to O(log n)",
            doc = "The element at a position; throws a text if there is none.",
            example = {"nth([1, 2], 1) => 2", "[1].get(5) => throws \"Index out of bounds: index 5 is out of range\""})
    public static Object nth(ListValue list, long i) {
        if (i < 0) throw new NostosException("Index out of bounds: " + i + " (negative index not allowed)");
        if (i >= list.size()) throw new NostosException("Index out of bounds: index " + i + " is out of range");
        return list.get(i);
    }

    @NostosFunction(name = "set", type = "List[a], Int, a -> List[a]", complexity = "O(log n) after the first update of a list",
            doc = "The list with one element replaced; unchanged if the position does not exist.",
            example = {"[1, 2].set(0, 9) => [9, 2]", "[1].set(5, 9) => [1]"})
    public static ListValue set(ListValue list, long i, Object value) {
        return i < 0 || i >= list.size() ? list : list.with((int) i, value);
    }

    @NostosFunction(name = "push", type = "List[a], a -> List[a]", complexity = "O(log n) after the first append to a list",
            doc = "The list with an element added at the end.", example = "[1].push(2) => [1, 2]")
    public static ListValue push(ListValue list, Object value) { return list.append(value); }

    @NostosFunction(name = "pop", type = "List[a] -> (List[a], a)", complexity = "O(n)", doc = "All but the last element, and the last.",
            example = "[1, 2].pop() => ([1], 2)")
    public static Tuple pop(ListValue list) {
        if (list.isEmpty()) throw noMatch();
        return new Tuple(list.take(list.size() - 1), list.get(list.size() - 1));
    }

    @NostosFunction(name = "take", type = "List[a], Int -> List[a]", complexity = "O(n)",
            doc = "The first n elements; all of them for a negative or too large n.",
            example = {"[1, 2, 3].take(2) => [1, 2]", "[1].take(-1) => [1]"})
    public static ListValue take(ListValue list, long n) { return n < 0 || n >= list.size() ? list : list.take((int) n); }

    @NostosFunction(name = "drop", type = "List[a], Int -> List[a]", complexity = "O(n)",
            doc = "All but the first n elements; none for a negative or too large n.",
            example = {"[1, 2, 3].drop(2) => [3]", "[1].drop(-1) => []"})
    public static ListValue drop(ListValue list, long n) {
        return n < 0 || n >= list.size() ? ListValue.EMPTY : list.drop((int) n);
    }

    @NostosFunction(name = "slice", type = "List[a], Int, Int -> List[a]", complexity = "O(n)",
            doc = "The elements from a start position up to, but not including, a stop position; the whole rest if stop is below start.",
            example = "[1, 2, 3, 4].slice(1, 3) => [2, 3]")
    public static ListValue slice(ListValue list, long start, long stop) { return take(drop(list, start), stop - start); }

    @NostosFunction(name = "splitAt", type = "List[a], Int -> (List[a], List[a])", complexity = "O(n)",
            doc = "The first n elements, and the rest.", example = "[1, 2, 3].splitAt(1) => ([1], [2, 3])")
    public static Tuple splitAt(ListValue list, long n) { return new Tuple(take(list, n), drop(list, n)); }

    @NostosFunction(name = "removeAt", type = "List[a], Int -> List[a]", complexity = "O(n)",
            doc = "The list without the element at a position; unchanged if there is none.", example = "[1, 2, 3].removeAt(1) => [1, 3]")
    public static ListValue removeAt(ListValue list, long i) {
        if (i < 0 || i >= list.size()) return list;
        return list.take((int) i).concat(list.drop((int) i + 1));
    }

    @NostosFunction(name = "insertAt", type = "List[a], Int, a -> List[a]", complexity = "O(n)",
            doc = "The list with an element inserted before a position; appended if the position is beyond the end.",
            example = {"[1, 3].insertAt(1, 2) => [1, 2, 3]", "[1].insertAt(9, 2) => [1, 2]"})
    public static ListValue insertAt(ListValue list, long i, Object value) {
        if (i >= list.size() || i < 0) return list.append(value);
        return list.take((int) i).concat(list.drop((int) i).prepend(value));
    }

    @NostosFunction(name = "reverse", type = "List[a] -> List[a]", complexity = "O(n)", doc = "The elements in reverse order.",
            example = "[1, 2, 3].reverse() => [3, 2, 1]")
    public static ListValue reverse(ListValue list) { return list.reverse(); }

    @NostosFunction(name = "range", type = "Int, Int -> List[Int]", doc = "The integers from a start up to, but not including, an end.",
            example = {"range(1, 4) => [1, 2, 3]", "range(3, 1) => []"})
    public static ListValue range(long start, long end) {
        return start >= end ? ListValue.EMPTY : ListValue.range(start, end - 1);
    }

    @NostosFunction(name = "rangeList", type = "Int -> List[Int]", doc = "The integers from 1 to n.", example = "rangeList(3) => [1, 2, 3]")
    public static ListValue rangeList(long n) { return ListValue.range(1, n); }

    @NostosFunction(name = "intListRange", type = "Int -> List[Int]", complexity = "O(n)", doc = "The integers from n down to 1.",
            example = "intListRange(3) => [3, 2, 1]")
    public static ListValue intListRange(long n) { return ListValue.range(1, n).reverse(); }

    @NostosFunction(name = "toIntList", type = "List[Int] -> List[Int]", doc = "The list itself; kept for programs that ask for a special form.",
            example = "toIntList([1, 2]) => [1, 2]")
    public static ListValue toIntList(ListValue list) { return list; }

    @NostosFunction(name = "replicate", type = "Int, a -> List[a]", complexity = "O(n)", doc = "A value n times; none for a negative n.",
            example = "replicate(3, \"x\") => [\"x\", \"x\", \"x\"]")
    public static ListValue replicate(long n, Object value) {
        var builder = new ListValue.Builder((int) Math.min(Math.max(n, 0), 1 << 16));
        for (long i = 0; i < n; i++) builder.add(value);
        return builder.build();
    }

    @NostosFunction(name = "flatten", type = "List[List[a]] -> List[a]", complexity = "O(n)", doc = "The elements of all the lists in order.",
            example = "flatten([[1], [], [2, 3]]) => [1, 2, 3]")
    public static ListValue flatten(ListValue lists) {
        var builder = new ListValue.Builder();
        for (Object list : lists) for (Object element : (ListValue) list) builder.add(element);
        return builder.build();
    }

    @NostosFunction(name = "intersperse", type = "List[a], a -> List[a]", complexity = "O(n)", doc = "The elements with a separator between them.",
            example = "[1, 2, 3].intersperse(0) => [1, 0, 2, 0, 3]")
    public static ListValue intersperse(ListValue list, Object separator) {
        var builder = new ListValue.Builder(2 * list.size());
        for (Object element : list) {
            if (builder.size() > 0) builder.add(separator);
            builder.add(element);
        }
        return builder.build();
    }

    @NostosFunction(name = "interleave", type = "List[a], List[a] -> List[a]", complexity = "O(n)",
            doc = "Elements of two lists in turn, then the rest of the longer.", example = "interleave([1, 3, 5], [2]) => [1, 2, 3, 5]")
    public static ListValue interleave(ListValue first, ListValue second) {
        var builder = new ListValue.Builder(first.size() + second.size());
        Iterator<Object> a = first.iterator();
        Iterator<Object> b = second.iterator();
        while (a.hasNext() || b.hasNext()) {
            if (a.hasNext()) builder.add(a.next());
            if (b.hasNext()) builder.add(b.next());
        }
        return builder.build();
    }

    @NostosFunction(name = "enumerate", type = "List[a] -> List[(Int, a)]", complexity = "O(n)", doc = "Each element with its position, from 0.",
            example = "enumerate([\"a\", \"b\"]) => [(0, \"a\"), (1, \"b\")]")
    public static ListValue enumerate(ListValue list) { return enumerateFrom(list, 0); }

    @NostosFunction(name = "enumerateFrom", type = "List[a], Int -> List[(Int, a)]", complexity = "O(n)",
            doc = "Each element with its position, counted from a number.", example = "enumerateFrom([\"a\"], 5) => [(5, \"a\")]")
    public static ListValue enumerateFrom(ListValue list, long start) {
        var builder = new ListValue.Builder(list.size());
        long i = start;
        for (Object element : list) builder.add(new Tuple(i++, element));
        return builder.build();
    }

    @NostosFunction(name = "zip", type = "List[a], List[b] -> List[(a, b)]", complexity = "O(n)",
            doc = "Pairs of elements at the same position, as many as the shorter list has.",
            example = "zip([1, 2, 3], [\"a\", \"b\"]) => [(1, \"a\"), (2, \"b\")]")
    public static ListValue zip(ListValue first, ListValue second) {
        var builder = new ListValue.Builder(Math.min(first.size(), second.size()));
        Iterator<Object> other = second.iterator();
        for (Object element : first) {
            if (!other.hasNext()) break;
            builder.add(new Tuple(element, other.next()));
        }
        return builder.build();
    }

    @NostosFunction(name = "unzip", type = "List[(a, b)] -> (List[a], List[b])", complexity = "O(n)",
            doc = "The first components and the second components of pairs.", example = "unzip([(1, \"a\"), (2, \"b\")]) => ([1, 2], [\"a\", \"b\"])")
    public static Tuple unzip(ListValue pairs) {
        var firsts = new ListValue.Builder(pairs.size());
        var seconds = new ListValue.Builder(pairs.size());
        for (Object pair : pairs) {
            Tuple t = (Tuple) pair;
            firsts.add(t.get(0));
            seconds.add(t.get(1));
        }
        return new Tuple(firsts.build(), seconds.build());
    }

    @NostosFunction(name = "transpose", type = "List[List[a]] -> List[List[a]]", complexity = "O(number of elements)",
            doc = "Rows become columns; as many columns as the first row is long.", example = "transpose([[1, 2], [3, 4]]) => [[1, 3], [2, 4]]")
    public static ListValue transpose(ListValue rows) {
        if (rows.isEmpty()) return ListValue.EMPTY;
        List<Iterator<Object>> cursors = new ArrayList<>(rows.size());
        for (Object row : rows) cursors.add(((ListValue) row).iterator());
        var columns = new ListValue.Builder();
        while (cursors.getFirst().hasNext()) {
            var column = new ListValue.Builder(cursors.size());
            // An exhausted row fails as taking its head would.
            for (Iterator<Object> cursor : cursors) column.add(cursor.hasNext() ? cursor.next() : ListValue.EMPTY.head());
            columns.add(column.build());
        }
        return columns.build();
    }
}
