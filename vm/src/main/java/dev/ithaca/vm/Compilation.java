package dev.ithaca.vm;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * What compiling a program gave: every finding, the program if there was no error, and its {@code test} blocks, which
 * can be run even where only the entry point is missing.
 */
public record Compilation(Optional<Program> program, List<TestBlock> tests, List<Diagnostic> diagnostics) {
    /**
     * A {@code test "title" = ...} block as a program of its own: it passes if it completes.
     *
     * @param span of the block in its file
     */
    public record TestBlock(String title, SourceFile file, Span span, Program program) {}

    public Compilation {
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Without tests. */
    public Compilation(Optional<Program> program, List<Diagnostic> diagnostics) { this(program, List.of(), diagnostics); }

    public boolean succeeded() { return program.isPresent(); }
}
