package dev.ithaca.vm.syntax;

import java.util.List;

/** All tokens of a text in order, comments and newlines included, the last one an end of input; and what was wrong. */
public record LexResult(List<Token> tokens, List<Diagnostic> diagnostics) {}
