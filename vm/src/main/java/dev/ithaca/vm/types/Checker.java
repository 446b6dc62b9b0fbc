package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.ModuleTree;
import java.util.List;

/** Checks parsed modules against each other and the library. */
public interface Checker {
    /**
     * @param modulePath dotted, empty for a single-file program
     * @param expanded whether the tree has code that is not in its file's text as it stands, such as that of templates
     */
    record Unit(String modulePath, ModuleTree tree, boolean expanded) {
        public Unit(String modulePath, ModuleTree tree) { this(modulePath, tree, false); }
    }

    /** Never throws for bad programs; every finding is in the result. */
    CheckedProgram check(List<Unit> units);
}
