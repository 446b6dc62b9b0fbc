package dev.ithaca.vm.runtime.value;

import java.util.NoSuchElementException;

/**
 * A place in a list that moves on, without an object per step as taking tails of array slices needs. Ranges and vectors are
 * read block by block. For the library's own loops; never reaches programs.
 */
public final class ListCursor {
    private static final int BLOCK = 128;

    /** Elements from {@link #next} to {@link #end} come first, of whichever array is not null; then the rest. */
    private Object[] elements;
    private long[] integers;
    private int next;
    private int end;
    private ListValue rest;

    public ListCursor(ListValue list) { rest = list; }

    public boolean hasNext() { return next < end || fill(); }

    /** Makes sure that there is a block, or a cell at the head of the rest. */
    private boolean fill() {
        if (rest instanceof ConsCell) return true;
        if (rest.size == 0) return false;
        switch (rest) {
            case ArraySlice slice -> open(slice.array, null, slice.from, slice.from + slice.size, ListValue.EMPTY);
            case IntSlice slice -> open(null, slice.array, slice.from, slice.from + slice.size, ListValue.EMPTY);
            case RangeSlice range -> {
                int count = Math.min(BLOCK, range.size);
                // A block that is used up serves again: nobody else has seen it.
                long[] block = integers != null && integers.length == count ? integers : new long[count];
                for (int i = 0; i < count; i++) block[i] = range.low + i;
                open(null, block, 0, count, range.drop(count));
            }
            case VectorSlice vector -> {
                int count = Math.min(BLOCK, vector.size);
                var block = new Object[count];
                vector.copyTo(block, 0, count);
                open(block, null, 0, count, vector.drop(count));
            }
            case FrontedList fronted -> {
                int count = Math.min(BLOCK, fronted.size);
                var block = new Object[count];
                for (int i = 0; i < count; i++) block[i] = fronted.at(i);
                open(block, null, 0, count, fronted.drop(count));
            }
            case ConsCell _ -> throw new IllegalStateException();
        }
        return true;
    }

    private void open(Object[] elements, long[] integers, int next, int end, ListValue rest) {
        this.elements = elements;
        this.integers = integers;
        this.next = next;
        this.end = end;
        this.rest = rest;
    }

    /** The next element, boxed. */
    public Object next() {
        if (next < end) return elements != null ? elements[next++] : (Object) integers[next++];
        if (rest instanceof ConsCell cell) {
            rest = cell.rest;
            return cell.first();
        }
        if (fill()) return next();
        throw new NoSuchElementException();
    }

    /** The next element of a list of integers; a {@code TypeError} if it is something else. */
    public long nextInt() {
        if (next < end && integers != null) return integers[next++];
        if (next >= end && rest instanceof IntCons cell) {
            rest = cell.rest;
            return cell.first;
        }
        return Boxes.toInt(next());
    }

    /** What has not been read yet. */
    public ListValue remaining() {
        if (next >= end) return rest;
        ListValue block = elements != null ? ListValue.slice(elements, next, end) : ListValue.slice(integers, next, end);
        return block.concat(rest);
    }

    @Override public String toString() { return "Cursor[" + (end - next + rest.size) + " left]"; }
}
