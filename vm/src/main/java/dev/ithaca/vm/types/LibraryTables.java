package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The declarations of the library. For a program that runs, only modules that may matter to it are read: half of what a
 * start costs would be the rest. Thread-safe.
 */
final class LibraryTables {
    private final BuiltinCatalog catalog;
    private final Map<String, ModuleTree> parsed = new HashMap<>();
    private ProgramTables tables;
    private boolean whole;

    LibraryTables(BuiltinCatalog catalog) { this.catalog = catalog; }

    /** All there is: for suggestions, completion, documentation. */
    synchronized ProgramTables get() {
        if (!whole) tables = read(catalog.modules(), true);
        whole = true;
        return tables;
    }

    /** Enough for a program to be checked if it has no errors, perhaps more. */
    synchronized ProgramTables forProgram(List<SourceFile> files) {
        if (whole) return tables;
        Map<String, SourceFile> wanted = catalog.modulesFor(files);
        if (tables == null) tables = read(wanted, false);
        // Programs differ in what they need; who checks a third one will check many.
        return tables.modules().keySet().containsAll(wanted.keySet()) ? tables : get();
    }

    private ProgramTables read(Map<String, SourceFile> modules, boolean all) {
        ProgramTables read = new ProgramTables(catalog, all);
        Declarations declarations = new Declarations(read, new Findings());
        modules.forEach((path, file) -> declarations.add(path, parsed.computeIfAbsent(path, _ -> Parser.parse(file).module())));
        declarations.declareAll();
        return read;
    }
}
