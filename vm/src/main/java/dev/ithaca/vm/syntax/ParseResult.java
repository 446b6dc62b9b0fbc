package dev.ithaca.vm.syntax;

import java.util.List;

/** What the parser made of one file: always a tree, possibly with holes, and everything it found wrong. */
public record ParseResult(ModuleTree module, List<Diagnostic> diagnostics) {
    public ParseResult { diagnostics = List.copyOf(diagnostics); }

    public boolean hasErrors() { return diagnostics.stream().anyMatch(Diagnostic::isError); }
}
