package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Arrays;

/**
 * A mutable, growing array of boxed values: the accumulator of the library's own list functions. Not shared between
 * processes.
 */
public final class ArrayValue {
    /** About 10 ms of sorting. */
    private static final int RUN = 1 << 17;

    private Object[] elements;
    private int size;

    /** Empty, with room for some elements. */
    public ArrayValue(int capacity) { elements = new Object[Math.max(4, capacity)]; }

    private ArrayValue(Object[] elements) {
        this.elements = elements;
        size = elements.length;
    }

    /** An array of the elements; the Java array is not copied. */
    public static ArrayValue of(Object[] elements) { return new ArrayValue(elements); }

    public int size() { return size; }

    public Object get(long index) { return elements[checked(index)]; }

    public void set(long index, Object value) { elements[checked(index)] = value; }

    public void add(Object value) {
        if (size == elements.length) elements = Arrays.copyOf(elements, size + (size >> 1) + 4);
        elements[size++] = value;
    }

    /** Copies elements into another array that is long enough. */
    public void copyTo(long from, ArrayValue target, long to, long count) {
        System.arraycopy(elements, Math.toIntExact(from), target.elements, Math.toIntExact(to), Math.toIntExact(count));
    }

    /**
     * Sorts one run after the other, if the elements are all integers or all strings. The runs are short enough that the
     * process does not keep others waiting for long.
     *
     * @return length of the runs; 1 if nothing was done
     */
    public long sortRuns() {
        if (size < 2 || !(all(Long.class) || all(String.class))) return 1;
        boolean integers = elements[0] instanceof Long;
        for (int low = 0; low < size; low += RUN) {
            int high = Math.min(low + RUN, size);
            if (integers) sortIntegers(low, high);
            else Arrays.sort(elements, low, high, Values::compare);
        }
        return RUN;
    }

    private boolean all(Class<?> type) {
        for (int i = 0; i < size; i++) if (elements[i].getClass() != type) return false;
        return true;
    }

    private void sortIntegers(int low, int high) {
        long[] run = new long[high - low];
        for (int i = 0; i < run.length; i++) run[i] = (Long) elements[low + i];
        Arrays.sort(run);
        for (int i = 0; i < run.length; i++) elements[low + i] = run[i];
    }

    /** The elements as an immutable list, copied. */
    public ListValue toList() { return ListValue.of(Arrays.copyOf(elements, size)); }

    private int checked(long index) {
        if (index < 0 || index >= size) {
            throw NostosException.panic("Index " + index + " out of bounds for Array of length " + size);
        }
        return (int) index;
    }
}
