package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A part of an array that is never changed. A tail keeps the whole array alive. */
final class ArraySlice extends ListValue {
    final Object[] array;
    final int from;

    ArraySlice(Object[] array, int from, int to) {
        super(to - from);
        this.array = array;
        this.from = from;
    }

    @Override Object first() { return array[from]; }

    @Override ListValue rest() { return slice(array, from + 1, from + size); }

    @Override Object at(int index) { return array[from + index]; }

    @Override ListValue laidOut() { return this; }

    @Override void copyTo(Object[] target, int at) { System.arraycopy(array, from, target, at, size); }

    @Override public ListValue take(int n) {
        return n > size / 2 ? slice(array, from, from + n) : super.take(n);
    }

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
