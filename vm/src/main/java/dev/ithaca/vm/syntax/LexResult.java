package dev.ithaca.vm.syntax;

import java.util.List;

/** All tokens of a text in order, comments and newlines included, the last one an end of input; and what was wrong. */
public record LexResult(List<Token> tokens, List<Diagnostic> diagnostics) {

    /** Whether a comment that is never closed has taken the rest of the text. */
    boolean endsInComment() { return diagnostics.stream().anyMatch(d -> d.code().equals(Lexer.UNCLOSED_COMMENT)); }
}
