package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Iterator;

/**
 * An immutable list. Head, tail, prepend and size take constant time.
 *
 * <p>Several representations share this class: cons cells (prepend), slices of arrays (literals and results of library
 * functions), both also for integers without boxes, slices of bit-mapped vector tries (append and element update), such
 * a slice with a reversed one in front of it (growth at both ends), and integer ranges that are never laid out in memory.
 * They were chosen by {@code bench/jmh} (ListBenchmark). Index takes constant or logarithmic time except in a chain of
 * cons cells, where a deep look-up lays the chain out as an array once. Subclasses are created by methods of this class
 * only, so that it is always initialised before them.
 */
public abstract sealed class ListValue implements Iterable<Object>
        permits ConsCell, ArraySlice, IntSlice, RangeSlice, VectorSlice, FrontedList {
    /** The list without elements. */
    public static final ListValue EMPTY = new ArraySlice(new Object[0], 0, 0);
    /** Up to this many elements are prepended one by one rather than copied by {@link #concat}. */
    private static final int PREPEND_LIMIT = 16;

    final int size;

    ListValue(int size) { this.size = size; }

    /** A list of these elements; the array is not copied and must not be changed afterwards. */
    public static ListValue of(Object... elements) { return slice(elements, 0, elements.length); }

    /** A list of these integers; the array is not copied and must not be changed afterwards. */
    public static ListValue ofIntegers(long... elements) { return slice(elements, 0, elements.length); }

    /** The integers from low to high, both included. */
    public static ListValue range(long low, long high) {
        if (low > high) return EMPTY;
        long count = high - low + 1;
        if (count <= 0 || count > Integer.MAX_VALUE - 8) throw NostosException.panic("range too large: " + low + " to " + high);
        return new RangeSlice(low, (int) count);
    }

    static ListValue slice(Object[] array, int from, int to) {
        return from == to ? EMPTY : new ArraySlice(array, from, to);
    }

    static ListValue slice(long[] array, int from, int to) {
        return from == to ? EMPTY : new IntSlice(array, from, to);
    }

    public final boolean isEmpty() { return size == 0; }

    public final int size() { return size; }

    /** The first element; an {@code IndexOutOfBounds} error if there is none. */
    public final Object head() {
        if (this instanceof ConsList cons) return cons.first;
        if (size == 0) throw emptyError();
        return first();
    }

    /** The first element of a list of integers, without a box. */
    public final long headInt() {
        if (this instanceof IntCons cell) return cell.first;
        if (this instanceof IntSlice slice) return slice.array[slice.from];
        return Boxes.toInt(head());
    }

    /** All but the first element; an {@code IndexOutOfBounds} error if there is none. */
    public final ListValue tail() {
        if (this instanceof ConsCell cell) return cell.rest;
        if (size == 0) throw emptyError();
        return rest();
    }

    private static NostosException emptyError() {
        return new NostosException("IndexOutOfBounds", "index 0 out of bounds (length 0)");
    }

    /** The first element of a list that has one. */
    abstract Object first();

    /** The rest of a list that has elements. */
    abstract ListValue rest();

    /** The element at a valid index. */
    abstract Object at(int index);

    /** Copies all elements to the target, from position {@code at} on. */
    abstract void copyTo(Object[] target, int at);

    /** Whether every element is known to be an integer, so that {@link #copyTo(long[], int)} may be called. */
    boolean isIntegers() { return size == 0; }

    /** Copies all integers to the target, from position {@code at} on. */
    void copyTo(long[] target, int at) { }

    /** Whether the elements are integers that stand in the list itself, so that no element is an object. */
    public final boolean isFlat() { return isIntegers(); }

    /** An equal list that finds its elements by index in constant or logarithmic time. */
    ListValue laidOut() { return isIntegers() ? ofIntegers(toLongs()) : of(toArray()); }

    private long[] toLongs() {
        var array = new long[size];
        copyTo(array, 0);
        return array;
    }

    /** The element at a 0-based index; a panic if there is none. */
    public final Object get(long index) {
        if (index < 0 || index >= size) throw NostosException.panic("Index " + index + " out of bounds");
        return at((int) index);
    }

    /** The integer at a 0-based index; a panic if there is none. */
    public final long getInt(long index) {
        if (this instanceof IntSlice slice && index >= 0 && index < size) return slice.array[slice.from + (int) index];
        return Boxes.toInt(get(index));
    }

    public final ListValue prepend(Object element) { return new ConsList(element, this); }

    public final ListValue prependInt(long element) { return new IntCons(element, this); }

    /** A list with one more element at the end; logarithmic time after the first append to a list. */
    public final ListValue append(Object element) {
        return size == 0 ? slice(new Object[] {element}, 0, 1) : appendable().appended(element);
    }

    /** A list with the element at a valid index replaced; logarithmic time after the first update of a list. */
    public final ListValue with(int index, Object element) { return appendable().replaced(index, element); }

    /** An equal list, not empty, that {@link #appended}, {@link #appendedAll} and {@link #replaced} may be asked of. */
    ListValue appendable() { return VectorSlice.whole(toArray()); }

    ListValue appended(Object element) { throw new IllegalStateException(); }

    ListValue appendedAll(ListValue other) { throw new IllegalStateException(); }

    ListValue replaced(int index, Object element) { throw new IllegalStateException(); }

    /** All elements of this list, then all of the other. */
    public final ListValue concat(ListValue other) {
        if (size == 0) return other;
        if (other.size == 0) return this;
        Math.addExact(size, other.size);
        if (size <= PREPEND_LIMIT || size < other.size / 4) return prepended(other);
        if (this instanceof VectorSlice || this instanceof FrontedList || other.size <= size / 8) return appendable().appendedAll(other);
        if (isIntegers() && other.isIntegers()) {
            var joined = new long[size + other.size];
            copyTo(joined, 0);
            other.copyTo(joined, size);
            return ofIntegers(joined);
        }
        var joined = new Object[size + other.size];
        copyTo(joined, 0);
        other.copyTo(joined, size);
        return of(joined);
    }

    private ListValue prepended(ListValue result) {
        if (isIntegers()) {
            long[] mine = toLongs();
            for (int i = mine.length - 1; i >= 0; i--) result = new IntCons(mine[i], result);
        } else {
            Object[] mine = toArray();
            for (int i = mine.length - 1; i >= 0; i--) result = new ConsList(mine[i], result);
        }
        return result;
    }

    /** The first n elements, 0 &lt;= n &lt;= size. */
    public ListValue take(int n) {
        if (n == size) return this;
        var taken = new Builder(n);
        var from = new ListCursor(this);
        if (isIntegers()) for (int i = 0; i < n; i++) taken.addInt(from.nextInt());
        else for (int i = 0; i < n; i++) taken.add(from.next());
        return taken.build();
    }

    /** All but the first n elements, 0 &lt;= n &lt;= size. */
    public ListValue drop(int n) {
        ListValue rest = this;
        int left = n;
        while (left > 0 && rest instanceof ConsCell cell) {
            rest = cell.rest;
            left--;
        }
        return left == 0 ? rest : rest.drop(left);
    }

    public final ListValue reverse() {
        if (isIntegers()) {
            long[] array = toLongs();
            for (int i = 0, j = array.length - 1; i < j; i++, j--) {
                long first = array[i];
                array[i] = array[j];
                array[j] = first;
            }
            return ofIntegers(array);
        }
        Object[] array = toArray();
        for (int i = 0, j = array.length - 1; i < j; i++, j--) {
            Object first = array[i];
            array[i] = array[j];
            array[j] = first;
        }
        return of(array);
    }

    /** A fresh array of the elements. */
    public final Object[] toArray() {
        var array = new Object[size];
        copyTo(array, 0);
        return array;
    }

    @Override public Iterator<Object> iterator() { return new ListIterator(this); }

    @Override public final boolean equals(Object other) { return other instanceof ListValue && Values.equal(this, other); }

    @Override public final int hashCode() { return KeyHash.of(this); }

    @Override public final String toString() { return Display.show(this); }

    /** Collects elements in order. Used by one thread; {@link #build} ends its life. */
    public static final class Builder {
        private final ArrayValue elements;

        public Builder() { this(16); }

        public Builder(int expectedSize) { elements = new ArrayValue(expectedSize); }

        public Builder add(Object element) {
            elements.add(element);
            return this;
        }

        public Builder addInt(long element) {
            elements.addInt(element);
            return this;
        }

        public int size() { return elements.size(); }

        public ListValue build() { return elements.takeList(); }
    }
}
