package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Arrays;

/** A mutable array of fixed length, shared by reference within a process. */
public final class Float64Array {
    private final double[] elements;

    /** The array is not copied. */
    public Float64Array(double[] elements) { this.elements = elements; }

    public int length() { return elements.length; }

    /** A panic if the index is out of bounds. */
    public double get(long index) { return elements[checked(index)]; }

    /** In place; a panic if the index is out of bounds. */
    public void set(long index, double value) { elements[checked(index)] = value; }

    public Float64Array copy() { return new Float64Array(elements.clone()); }

    private int checked(long index) {
        if (index < 0 || index >= elements.length) {
            throw NostosException.panic("Index " + index + " out of bounds for Float64Array of length " + elements.length);
        }
        return (int) index;
    }

    @Override public String toString() { return Arrays.toString(elements); }
}
