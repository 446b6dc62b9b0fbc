package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Arrays;

/** A mutable array of fixed length, shared by reference within a process. */
public final class Float32Array {
    private final float[] elements;

    /** The array is not copied. */
    public Float32Array(float[] elements) { this.elements = elements; }

    public int length() { return elements.length; }

    /** A panic if the index is out of bounds. */
    public float get(long index) { return elements[checked(index)]; }

    /** In place; a panic if the index is out of bounds. */
    public void set(long index, float value) { elements[checked(index)] = value; }

    public Float32Array copy() { return new Float32Array(elements.clone()); }

    private int checked(long index) {
        if (index < 0 || index >= elements.length) {
            throw NostosException.panic("Index " + index + " out of bounds for Float32Array of length " + elements.length);
        }
        return (int) index;
    }

    @Override public String toString() { return Arrays.toString(elements); }
}
