package dev.ithaca.vm.runtime.value;

/** An element in front of a list. */
abstract sealed class ConsCell extends ListValue permits ConsList, IntCons {
    private static final int SHORT_CHAIN = 64;

    /**
     * Replaced by an equal list when a deep look-up lays the chain out. The race is benign: every value ever written is an
     * equal immutable list, published through final fields.
     */
    ListValue rest;

    ConsCell(ListValue rest) {
        super(Math.addExact(rest.size, 1));
        this.rest = rest;
    }

    @Override final ListValue rest() { return rest; }

    @Override final Object at(int index) {
        ListValue list = this;
        int left = index;
        while (left > 0 && list instanceof ConsCell cell) {
            list = cell.rest;
            left--;
        }
        int steps = index - left;
        if (steps > SHORT_CHAIN && (long) steps * SHORT_CHAIN > size) rest = rest.laidOut();
        return left == 0 ? list.first() : list.at(left);
    }

    @Override final ListValue appendable() {
        ListValue base = this;
        int cells = 0;
        while (base instanceof ConsCell cell) {
            base = cell.rest;
            cells++;
        }
        boolean grown = base instanceof VectorSlice || base instanceof FrontedList;
        return grown ? FrontedList.gather(this, cells, base) : super.appendable();
    }

    @Override final void copyTo(Object[] target, int at) {
        ListValue list = this;
        int i = at;
        while (list instanceof ConsCell cell) {
            target[i++] = cell.first();
            list = cell.rest;
        }
        list.copyTo(target, i);
    }
}
