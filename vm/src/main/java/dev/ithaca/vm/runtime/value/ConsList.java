package dev.ithaca.vm.runtime.value;

/** An element in front of a list. */
final class ConsList extends ListValue {
    private static final int SHORT_CHAIN = 64;

    final Object first;
    /**
     * Replaced by an equal list when a deep look-up lays the chain out. The race is benign: every value ever written is an
     * equal immutable list, published through final fields.
     */
    ListValue rest;

    ConsList(Object first, ListValue rest) {
        super(Math.addExact(rest.size, 1));
        this.first = first;
        this.rest = rest;
    }

    @Override Object first() { return first; }

    @Override ListValue rest() { return rest; }

    @Override Object at(int index) {
        ListValue list = this;
        int left = index;
        while (left > 0 && list instanceof ConsList cons) {
            list = cons.rest;
            left--;
        }
        int steps = index - left;
        if (steps > SHORT_CHAIN && (long) steps * SHORT_CHAIN > size) rest = of(rest.toArray());
        return left == 0 ? list.first() : list.at(left);
    }

    @Override void copyTo(Object[] target, int at) {
        ListValue list = this;
        int i = at;
        while (list instanceof ConsList cons) {
            target[i++] = cons.first;
            list = cons.rest;
        }
        list.copyTo(target, i);
    }
}
