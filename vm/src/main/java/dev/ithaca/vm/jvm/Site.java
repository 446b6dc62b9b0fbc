package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/**
 * A place where a function can be suspended and resumed.
 *
 * @param number index in {@link Sites}; 0 is the entry, whose frame holds the parameters
 * @param block where it stands
 * @param index of the suspending instruction in the block, -1 for the implicit entry
 * @param primitives registers saved as bits, in frame order
 * @param references registers saved as references, in frame order
 * @param variables named variables in scope
 */
record Site(int number, int block, int index, Span span, List<Register> primitives, List<Register> references,
            List<DebugInfo.Variable> variables) {
    static final int ENTRY = 0;

    boolean isEntry() { return number == ENTRY; }

    /** Position among the saved bits or references, or -1. */
    int slot(Register r) { return (r.kind() == Kind.REF ? references : primitives).indexOf(r); }
}
