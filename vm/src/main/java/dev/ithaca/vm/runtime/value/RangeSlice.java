package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Consecutive integers, boxed when asked for. */
final class RangeSlice extends ListValue {
    final long low;

    RangeSlice(long low, int count) {
        super(count);
        this.low = low;
    }

    @Override Object first() { return low; }

    @Override ListValue rest() { return size == 1 ? EMPTY : new RangeSlice(low + 1, size - 1); }

    @Override Object at(int index) { return low + index; }

    @Override boolean isIntegers() { return true; }

    @Override ListValue laidOut() { return this; }

    @Override void copyTo(long[] target, int at) {
        for (int i = 0; i < size; i++) target[at + i] = low + i;
    }

    @Override void copyTo(Object[] target, int at) {
        for (int i = 0; i < size; i++) target[at + i] = low + i;
    }

    @Override public ListValue take(int n) { return n == 0 ? EMPTY : new RangeSlice(low, n); }

    @Override public ListValue drop(int n) { return n == size ? EMPTY : new RangeSlice(low + n, size - n); }

    @Override public Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override public boolean hasNext() { return next < size; }

            @Override public Object next() {
                if (next >= size) throw new NoSuchElementException();
                return low + next++;
            }
        };
    }
}
