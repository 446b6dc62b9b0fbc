package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.List;
import java.util.Set;

/** The tokens of a text that are code, for questions about what stands around a place. */
final class Places {
    private static final Set<TokenKind> STATEMENT_STARTS = Set.of(TokenKind.NEWLINE, TokenKind.LEFT_BRACE, TokenKind.SEMICOLON, TokenKind.DO, TokenKind.ARROW);

    private final List<Token> tokens;

    Places(SourceFile file) {
        tokens = Lexer.tokenize(file).tokens().stream().filter(token -> token.kind() != TokenKind.COMMENT).toList();
    }

    List<Token> tokens() { return tokens; }

    /** Whether the name at a token is bound by a plain {@code name = e} or {@code var name = e}. */
    boolean isPlainBinding(int index) {
        if (tokens.get(index).kind() != TokenKind.LOWER || index + 1 >= tokens.size() || tokens.get(index + 1).kind() != TokenKind.ASSIGN) return false;
        int before = index - 1;
        if (before >= 0 && tokens.get(before).kind() == TokenKind.VAR) before--;
        return before < 0 || STATEMENT_STARTS.contains(tokens.get(before).kind());
    }

    /** The token that starts at an offset, or -1. */
    int at(int offset) {
        for (int i = 0; i < tokens.size(); i++) if (tokens.get(i).start() == offset) return i;
        return -1;
    }

    /** Where the first closing brace stands that has no partner behind an offset; -1 if there is none. */
    int closingBrace(int from) {
        int depth = 0;
        for (Token token : tokens) {
            if (token.start() < from) continue;
            if (token.kind() == TokenKind.LEFT_BRACE) depth++;
            if (token.kind() == TokenKind.RIGHT_BRACE && depth-- == 0) return token.start();
        }
        return -1;
    }

    /** The last name within a range; null if there is none. */
    Token lastName(Span span) {
        Token last = null;
        for (Token token : tokens) {
            boolean inside = token.start() >= span.start() && token.end() <= span.end();
            if (inside && (token.kind() == TokenKind.LOWER || token.kind() == TokenKind.UPPER)) last = token;
        }
        return last;
    }
}
