package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentList;

/**
 * A vector in reverse in front of a list that is cheap to append to: what a list becomes that grows at both ends. Elements
 * are prepended as cells and gathered into the front at the next append.
 */
final class FrontedList extends ListValue {
    /** The first elements, last of them first; more may stand behind {@link #count}. */
    private final PersistentList<Object> front;
    private final int count;
    private final ListValue back;

    private FrontedList(PersistentList<Object> front, int count, ListValue back) {
        super(Math.addExact(count, back.size));
        this.front = front;
        this.count = count;
        this.back = back;
    }

    /**
     * Cells in front of a list, gathered.
     *
     * @param cells how many cells there are before the base, at least one
     * @param base a vector or fronted list
     */
    static FrontedList gather(ListValue list, int cells, ListValue base) {
        var gathered = new Object[cells];
        ListValue rest = list;
        for (int i = cells - 1; i >= 0; i--, rest = ((ConsCell) rest).rest) gathered[i] = rest.first();
        PersistentList<Object> none = ExtensionsKt.persistentListOf();
        FrontedList start = base instanceof FrontedList fronted ? fronted : new FrontedList(none, 0, base);
        PersistentList.Builder<Object> front = start.front.builder();
        int next = start.count;
        for (Object element : gathered) {
            if (next < front.size()) front.set(next, element);
            else front.add(element);
            next++;
        }
        return new FrontedList(front.build(), next, start.back);
    }

    private ListValue with(int newCount, ListValue newBack) {
        return newCount == 0 ? newBack : new FrontedList(front, newCount, newBack);
    }

    @Override Object first() { return front.get(count - 1); }

    @Override ListValue rest() { return with(count - 1, back); }

    @Override Object at(int index) { return index < count ? front.get(count - 1 - index) : back.at(index - count); }

    @Override void copyTo(Object[] target, int at) {
        for (int i = 0; i < count; i++) target[at + i] = front.get(count - 1 - i);
        back.copyTo(target, at + count);
    }

    @Override ListValue laidOut() { return this; }

    @Override ListValue appendable() { return this; }

    @Override ListValue appended(Object element) { return with(count, back.appendable().appended(element)); }

    @Override ListValue appendedAll(ListValue other) { return with(count, back.appendable().appendedAll(other)); }

    @Override ListValue replaced(int index, Object element) {
        if (index >= count) return with(count, back.with(index - count, element));
        return new FrontedList(front.set(count - 1 - index, element), count, back);
    }

    @Override public ListValue take(int n) { return n <= count ? super.take(n) : with(count, back.take(n - count)); }

    @Override public ListValue drop(int n) { return n >= count ? back.drop(n - count) : with(count - n, back); }

    @Override public Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override public boolean hasNext() { return next < size; }

            @Override public Object next() {
                if (next >= size) throw new NoSuchElementException();
                return at(next++);
            }
        };
    }
}
