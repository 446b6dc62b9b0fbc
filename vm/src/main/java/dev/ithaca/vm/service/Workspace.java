package dev.ithaca.vm.service;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.syntax.ParseCache;
import dev.ithaca.vm.types.ProgramChecker;

/**
 * The tools for one program being written: a compiler and a language service that share what they know of it, so that the
 * library is read once, each text parsed once, and of each new version only what changed is checked.
 */
public final class Workspace {
    private final ProgramChecker checker = ProgramChecker.forEditing(new Library());
    private final ParseCache parser = new ParseCache();
    private final NostosCompiler compiler = Nostos.compiler(checker, parser);

    /** For running programs and finding their mistakes; usable from any thread. */
    public NostosCompiler compiler() { return compiler; }

    /** For programs beside this one, such as its tests one by one, over the same library. */
    public NostosCompiler otherCompiler() { return Nostos.compiler(checker.forOthers(), new ParseCache()); }

    /** A service of its own memory of texts that parsed. */
    public LanguageService service() { return new LanguageService(this); }

    ProgramChecker checker() { return checker; }

    ParseCache parser() { return parser; }
}
