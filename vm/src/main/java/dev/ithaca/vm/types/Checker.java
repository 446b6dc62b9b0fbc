package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.ModuleTree;
import java.util.List;

/** Checks parsed modules against each other and the library. */
public interface Checker {
    /** @param modulePath dotted, empty for a single-file program */
    record Unit(String modulePath, ModuleTree tree) {}

    /** Never throws for bad programs; every finding is in the result. */
    CheckedProgram check(List<Unit> units);
}
