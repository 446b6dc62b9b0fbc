package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Listing;
import java.util.AbstractList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/** The pids of a listing as the items of a table: a view, no copy; a new order is one change event, whatever its length. */
final class ListingItems extends ObservableListBase<Long> {
    /** Stands for a row that is made before there is anything to show in it. */
    private static final Long BLANK = 0L;

    private Listing listing = Listing.empty();
    private int blank;

    Listing listing() { return listing; }

    /** @param moved other processes or another order than before */
    void show(Listing next, boolean moved) {
        Listing old = listing;
        listing = next;
        if (moved) fireChange(new Replacement(this, old));
    }

    /** So many rows without a process, while there are none. */
    void showBlank(int rows) {
        if (blank == rows) return;
        blank = rows;
        fireChange(new Replacement(this, Listing.empty()));
    }

    @Override public Long get(int index) { return blank > 0 ? BLANK : listing.pid(index); }

    @Override public int size() { return blank > 0 ? blank : listing.size(); }

    /** Constant time: the table looks the selected item up after each change. */
    @Override public int indexOf(Object item) { return item instanceof Long pid ? listing.positionOf(pid) : -1; }

    @Override public int lastIndexOf(Object item) { return indexOf(item); }

    @Override public boolean contains(Object item) { return indexOf(item) >= 0; }

    /** All of the list replaced; what was removed is read from the old listing only if somebody looks. */
    private static final class Replacement extends ListChangeListener.Change<Long> {
        private final List<Long> removed;
        private boolean consumed;

        Replacement(ObservableList<Long> list, Listing old) {
            super(list);
            removed = new AbstractList<>() {
                @Override public Long get(int index) { return old.pid(index); }

                @Override public int size() { return old.size(); }
            };
        }

        @Override public boolean next() {
            boolean first = !consumed;
            consumed = true;
            return first;
        }

        @Override public void reset() { consumed = false; }

        @Override public int getFrom() { return 0; }

        @Override public int getTo() { return getList().size(); }

        @Override public List<Long> getRemoved() { return removed; }

        @Override protected int[] getPermutation() { return new int[0]; }
    }
}
