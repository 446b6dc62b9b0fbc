package dev.ithaca.vm;

import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.types.ProgramChecker;

/** The way in: makes compilers for the Nostos language. */
public final class Nostos {
    private Nostos() {}

    /** A compiler with the standard library. It keeps what it knows of the library, so keep the compiler. */
    public static NostosCompiler compiler() { return new StandardCompiler(new ProgramChecker(new Library())); }
}
