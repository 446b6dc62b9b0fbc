package dev.ithaca.vm.runtime.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentList;

/** A part of a vector trie: cheap to append to, to shorten and to update. */
final class VectorSlice extends ListValue {
    private final PersistentList<Object> vector;
    private final int from;

    private VectorSlice(PersistentList<Object> vector, int from, int to) {
        super(to - from);
        this.vector = vector;
        this.from = from;
    }

    /** A new vector, whole. */
    static VectorSlice whole(Object... elements) {
        PersistentList<Object> empty = ExtensionsKt.persistentListOf();
        return new VectorSlice(empty.addAll(Arrays.asList(elements)), 0, elements.length);
    }

    private ListValue slice(int start, int end) { return start == end ? EMPTY : new VectorSlice(vector, start, end); }

    @Override Object first() { return vector.get(from); }

    @Override ListValue rest() { return slice(from + 1, from + size); }

    @Override Object at(int index) { return vector.get(from + index); }

    @Override void copyTo(Object[] target, int at) { copyTo(target, at, size); }

    /** Copies the first elements. */
    void copyTo(Object[] target, int at, int count) {
        Iterator<Object> elements = iterator();
        for (int i = 0; i < count; i++) target[at + i] = elements.next();
    }

    @Override ListValue laidOut() { return this; }

    @Override ListValue appendable() { return this; }

    @Override VectorSlice appended(Object element) {
        int to = from + size;
        // What stands behind the end belongs to longer slices of the old vector only.
        return new VectorSlice(to == vector.size() ? vector.add(element) : vector.set(to, element), from, to + 1);
    }

    @Override VectorSlice appendedAll(ListValue other) {
        int to = from + size;
        PersistentList.Builder<Object> builder = vector.builder();
        int next = to;
        for (Object element : other) {
            if (next < builder.size()) builder.set(next, element);
            else builder.add(element);
            next++;
        }
        return new VectorSlice(builder.build(), from, to + other.size);
    }

    @Override VectorSlice replaced(int index, Object element) {
        return new VectorSlice(vector.set(from + index, element), from, from + size);
    }

    @Override public ListValue take(int n) { return slice(from, from + n); }

    @Override public ListValue drop(int n) { return slice(from + n, from + size); }

    @Override public Iterator<Object> iterator() {
        Iterator<Object> elements = vector.listIterator(from);
        return new Iterator<>() {
            private int left = size;

            @Override public boolean hasNext() { return left > 0; }

            @Override public Object next() {
                if (left == 0) throw new NoSuchElementException();
                left--;
                return elements.next();
            }
        };
    }
}
