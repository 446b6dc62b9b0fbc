package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Arrays;

/**
 * A mutable, growing array of boxed values: the accumulator of the library's own list functions. Not shared between
 * processes.
 */
public final class ArrayValue {
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

    /** The elements as an immutable list, copied. */
    public ListValue toList() { return ListValue.of(Arrays.copyOf(elements, size)); }

    private int checked(long index) {
        if (index < 0 || index >= size) {
            throw NostosException.panic("Index " + index + " out of bounds for Array of length " + size);
        }
        return (int) index;
    }
}
