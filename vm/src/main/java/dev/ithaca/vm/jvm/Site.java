package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import java.util.List;

/** A place where a function can be suspended and resumed. What its frames hold is worked out when it is asked for. */
final class Site {
    /** Number of the entry, whose frame holds the parameters. */
    static final int ENTRY = 0;

    /**
     * @param primitives registers saved as bits, in frame order
     * @param references registers saved as references, in frame order
     */
    record Layout(List<Register> primitives, List<Register> references) {}

    private final Sites owner;
    private final int number;
    private final int block;
    private final int index;
    private final LineTable.Place place;
    private Layout layout;

    /** @param index of the suspending instruction in the block, -1 for the implicit entry */
    Site(Sites owner, int number, int block, int index, LineTable.Place place) {
        this.owner = owner;
        this.number = number;
        this.block = block;
        this.index = index;
        this.place = place;
    }

    int number() { return number; }

    int block() { return block; }

    int index() { return index; }

    LineTable.Place place() { return place; }

    boolean isEntry() { return number == ENTRY; }

    List<Register> primitives() { return layout().primitives(); }

    List<Register> references() { return layout().references(); }

    private Layout layout() {
        Layout known = layout;
        if (known == null) layout = known = owner.layout(this);
        return known;
    }

    /** The named variables in scope. */
    List<DebugInfo.Variable> variables() { return owner.variables(this); }

    /** Position among the saved bits or references, or -1. */
    int slot(Register r) { return (r.kind() == Kind.REF ? references() : primitives()).indexOf(r); }
}
