package dev.ithaca.vm;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.List;
import java.util.Optional;

/** What compiling a program gave: every finding, and the program if there was no error. */
public record Compilation(Optional<Program> program, List<Diagnostic> diagnostics) {
    public Compilation { diagnostics = List.copyOf(diagnostics); }

    public boolean succeeded() { return program.isPresent(); }
}
