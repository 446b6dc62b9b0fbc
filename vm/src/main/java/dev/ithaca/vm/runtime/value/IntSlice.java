package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A part of an array of integers that is never changed. A tail keeps the whole array alive. Never empty. */
final class IntSlice extends ListValue {
    final long[] array;
    final int from;

    IntSlice(long[] array, int from, int to) {
        super(to - from);
        this.array = array;
        this.from = from;
    }

    @Override Object first() { return array[from]; }

    @Override ListValue rest() { return slice(array, from + 1, from + size); }

    @Override Object at(int index) { return array[from + index]; }

    @Override boolean isIntegers() { return true; }

    @Override ListValue laidOut() { return this; }

    @Override void copyTo(long[] target, int at) { System.arraycopy(array, from, target, at, size); }

    @Override void copyTo(Object[] target, int at) {
        for (int i = 0; i < size; i++) target[at + i] = array[from + i];
    }

    @Override public ListValue take(int n) { return n > size / 2 ? slice(array, from, from + n) : super.take(n); }

    @Override public ListValue drop(int n) { return slice(array, from + n, from + size); }

    @Override public Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next = from;

            @Override public boolean hasNext() { return next < from + size; }

            @Override public Object next() {
                if (next >= from + size) throw new NoSuchElementException();
                return array[next++];
            }
        };
    }
}
