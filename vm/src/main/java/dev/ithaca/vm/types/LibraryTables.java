package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Parser;

/** The declarations of the library, read when they are first needed. Thread-safe. */
final class LibraryTables {
    private final BuiltinCatalog catalog;
    private ProgramTables tables;

    LibraryTables(BuiltinCatalog catalog) { this.catalog = catalog; }

    synchronized ProgramTables get() {
        if (tables != null) return tables;
        ProgramTables read = new ProgramTables(catalog);
        Declarations declarations = new Declarations(read, new Findings());
        catalog.modules().forEach((path, file) -> declarations.add(path, Parser.parse(file).module()));
        declarations.declareAll();
        tables = read;
        return read;
    }
}
