package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks cons cells, then whatever representation their chain ends in. */
final class ListIterator implements Iterator<Object> {
    private ListValue rest;
    private Iterator<Object> inner;

    ListIterator(ListValue list) { rest = list; }

    @Override public boolean hasNext() { return inner != null ? inner.hasNext() : !rest.isEmpty(); }

    @Override public Object next() {
        if (inner != null) return inner.next();
        if (rest instanceof ConsCell cell) {
            rest = cell.rest;
            return cell.first();
        }
        if (rest.isEmpty()) throw new NoSuchElementException();
        inner = rest.iterator();
        return inner.next();
    }
}
