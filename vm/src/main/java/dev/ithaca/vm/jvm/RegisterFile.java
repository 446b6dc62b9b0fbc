package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Register;
import java.util.List;

/** Where a method keeps the registers. */
interface RegisterFile {
    /** Pushes a register. */
    void load(Register r);

    /** Pops into a register. */
    void store(Register r);

    /** Stores references into the Object array, or integers into the array of longs, on the stack, which stays there. */
    void storeInto(List<Register> elements);
}
