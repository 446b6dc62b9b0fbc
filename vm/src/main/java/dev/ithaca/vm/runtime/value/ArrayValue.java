package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Arrays;

/**
 * A mutable, growing array: the accumulator of lists and of the library's own list functions. It holds integers without
 * boxes as long as there is nothing else among its elements. Not shared between processes.
 */
public final class ArrayValue {
    /** About 10 ms of sorting. */
    private static final int RUN = 1 << 17;
    private static final Object[] NONE = {};
    private static final long[] NO_INTEGERS = {};

    /** The elements, or null while all are integers. */
    private Object[] elements;
    private long[] integers = NO_INTEGERS;
    private int size;
    private final int expected;

    /** Empty, with room for some elements once the first is added. */
    public ArrayValue(int capacity) { expected = Math.max(4, capacity); }

    private ArrayValue(Object[] elements, long[] integers, int size) {
        this.elements = elements;
        this.integers = integers;
        this.size = size;
        this.expected = size;
    }

    /** An array of the elements; the Java array is not copied. */
    public static ArrayValue of(Object[] elements) { return new ArrayValue(elements, null, elements.length); }

    /** An array of the elements of a list. */
    public static ArrayValue of(ListValue list) {
        if (!list.isIntegers()) return of(list.toArray());
        var integers = new long[list.size()];
        list.copyTo(integers, 0);
        return new ArrayValue(null, integers, integers.length);
    }

    public int size() { return size; }

    public Object get(long index) {
        int at = checked(index);
        return elements != null ? elements[at] : (Object) integers[at];
    }

    /** The integer at a position; a {@code TypeError} if there is something else. */
    public long getInt(long index) {
        int at = checked(index);
        return elements == null ? integers[at] : Boxes.toInt(elements[at]);
    }

    public void set(long index, Object value) {
        int at = checked(index);
        if (elements == null) {
            if (value instanceof Long n) {
                integers[at] = n;
                return;
            }
            box();
        }
        elements[at] = value;
    }

    public void setInt(long index, long value) {
        int at = checked(index);
        if (elements == null) integers[at] = value;
        else elements[at] = value;
    }

    public void add(Object value) {
        if (elements == null) {
            if (value instanceof Long n) {
                addInt(n);
                return;
            }
            box();
        }
        if (size == elements.length) elements = Arrays.copyOf(elements, grown());
        elements[size++] = value;
    }

    public void addInt(long value) {
        if (elements != null) {
            add(value);
            return;
        }
        if (size == integers.length) integers = Arrays.copyOf(integers, grown());
        integers[size++] = value;
    }

    private int grown() { return size == 0 ? expected : size + (size >> 1) + 4; }

    /** From now on there may be other elements than integers. */
    private void box() {
        elements = size == 0 ? NONE : new Object[integers.length];
        for (int i = 0; i < size; i++) elements[i] = integers[i];
        integers = null;
    }

    /** Copies elements into another array that is long enough. */
    public void copyTo(long from, ArrayValue target, long to, long count) {
        if (elements == null && target.elements != null) box();
        if (elements != null && target.elements == null) target.box();
        System.arraycopy(elements != null ? elements : integers, Math.toIntExact(from),
                elements != null ? target.elements : target.integers, Math.toIntExact(to), Math.toIntExact(count));
    }

    /**
     * Sorts one run after the other, if the elements are all integers or all strings. The runs are short enough that the
     * process does not keep others waiting for long.
     *
     * @return length of the runs; 1 if nothing was done
     */
    public long sortRuns() {
        if (size < 2) return 1;
        unbox();
        if (elements != null && !all(String.class)) return 1;
        for (int low = 0; low < size; low += RUN) {
            int high = Math.min(low + RUN, size);
            if (elements == null) Arrays.sort(integers, low, high);
            else Arrays.sort(elements, low, high, Values::compare);
        }
        return RUN;
    }

    private boolean all(Class<?> type) {
        for (int i = 0; i < size; i++) if (elements[i].getClass() != type) return false;
        return true;
    }

    private void unbox() {
        if (elements == null || !all(Long.class)) return;
        integers = new long[size];
        for (int i = 0; i < size; i++) integers[i] = (Long) elements[i];
        elements = null;
    }

    /** The elements as an immutable list, copied. */
    public ListValue toList() {
        return elements == null ? ListValue.ofIntegers(Arrays.copyOf(integers, size)) : ListValue.of(Arrays.copyOf(elements, size));
    }

    /** The elements as an immutable list; the array is empty afterwards. */
    public ListValue takeList() {
        ListValue list;
        // A list may live long: do not keep a large unused end.
        boolean trim = (elements == null ? integers.length : elements.length) - size > (size >> 2) + 8;
        if (elements == null) list = ListValue.slice(trim ? Arrays.copyOf(integers, size) : integers, 0, size);
        else list = ListValue.slice(trim ? Arrays.copyOf(elements, size) : elements, 0, size);
        elements = null;
        integers = NO_INTEGERS;
        size = 0;
        return list;
    }

    private int checked(long index) {
        if (index < 0 || index >= size) {
            throw NostosException.panic("Index " + index + " out of bounds for Array of length " + size);
        }
        return (int) index;
    }
}
