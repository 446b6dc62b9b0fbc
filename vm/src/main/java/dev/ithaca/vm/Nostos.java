package dev.ithaca.vm;

import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.syntax.ParseCache;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.ProgramChecker;

/** The way in: makes compilers for the Nostos language. */
public final class Nostos {
    private Nostos() {}

    /** A compiler with the standard library. It keeps what it knows of the library, so keep the compiler. */
    public static NostosCompiler compiler() { return compiler(new ProgramChecker(new Library()), new ParseCache()); }

    /** A compiler that shares what it knows with other tools. */
    public static NostosCompiler compiler(Checker checker, ParseCache parser) { return new StandardCompiler(checker, parser); }
}
