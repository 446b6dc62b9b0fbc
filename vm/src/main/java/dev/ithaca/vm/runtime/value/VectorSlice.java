package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import kotlinx.collections.immutable.PersistentList;

/** The elements of a vector trie from a position on: cheap to append to and to update. */
final class VectorSlice extends ListValue {
    private final PersistentList<Object> vector;
    private final int from;

    VectorSlice(PersistentList<Object> vector, int from) {
        super(vector.size() - from);
        this.vector = vector;
        this.from = from;
    }

    @Override Object first() { return vector.get(from); }

    @Override ListValue rest() { return slice(vector, from + 1); }

    @Override Object at(int index) { return vector.get(from + index); }

    @Override void copyTo(Object[] target, int at) {
        copyTo(target, at, size);
    }

    /** Copies the first elements. */
    void copyTo(Object[] target, int at, int count) {
        Iterator<Object> elements = iterator();
        for (int i = 0; i < count; i++) target[at + i] = elements.next();
    }

    @Override ListValue laidOut() { return this; }

    @Override public ListValue drop(int n) { return slice(vector, from + n); }

    @Override PersistentList<Object> asVector() { return vector; }

    @Override int vectorStart() { return from; }

    @Override public Iterator<Object> iterator() { return vector.listIterator(from); }
}
