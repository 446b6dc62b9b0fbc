package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * A program that was parsed and checked. If there is no error it can be run; instances of its functions are elaborated
 * when they are first needed, from any thread.
 */
public interface CheckedProgram {
    List<Diagnostic> diagnostics();

    /** What had to be looked at; the rest was known from the program checked before. */
    CheckingWork work();

    default boolean hasErrors() { return diagnostics().stream().anyMatch(Diagnostic::isError); }

    /** The entry function at no arguments; empty if it does not exist. */
    Optional<FunctionInstance> entry(String qualifiedName);

    /** A function at that many texts; empty if there is none that takes them. */
    Optional<FunctionInstance> function(String qualifiedName, int texts);

    /** A constructor of the library. */
    ConstructorSymbol constructor(String module, String type, String name);

    /** Module variables in order of initialisation: imported modules first, then declaration order. */
    List<MvarInit> mvars();

    /** initial is an instance without parameters that computes the first value. */
    record MvarInit(MvarSymbol mvar, FunctionInstance initial) {}

    /** A type of the program or the library by its name, with or without its module; the program's own come first. */
    Optional<TypeSymbol> type(String name);

    /** The bodies of {@code test "title" = ...} blocks, in source order. */
    List<TestCase> tests();

    /** @param span of the block in its file */
    record TestCase(String title, SourceFile file, Span span, FunctionInstance body) {}
}
