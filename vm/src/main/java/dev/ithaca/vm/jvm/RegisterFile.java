package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Register;

/** Where a method keeps the registers. */
interface RegisterFile {
    /** Pushes a register. */
    void load(Register r);

    /** Pops into a register. */
    void store(Register r);
}
