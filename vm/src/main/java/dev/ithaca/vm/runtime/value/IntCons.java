package dev.ithaca.vm.runtime.value;

/** An integer in front of a list; one object where a boxed element would take two. */
final class IntCons extends ConsCell {
    final long first;
    private final boolean integers;

    IntCons(long first, ListValue rest) {
        super(rest);
        this.first = first;
        this.integers = rest.isIntegers();
    }

    @Override Object first() { return first; }

    @Override boolean isIntegers() { return integers; }

    @Override void copyTo(long[] target, int at) {
        ListValue list = this;
        int i = at;
        while (list instanceof IntCons cell) {
            target[i++] = cell.first;
            list = cell.rest;
        }
        list.copyTo(target, i);
    }
}
