package dev.ithaca.vm.runtime.value;

/** A boxed element in front of a list. */
final class ConsList extends ConsCell {
    final Object first;

    ConsList(Object first, ListValue rest) {
        super(rest);
        this.first = first;
    }

    @Override Object first() { return first; }
}
