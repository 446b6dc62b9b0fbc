package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides about the blanks between the tokens of a line. */
final class Spacing {
    /** Operators that always stand between two operands, with blanks around them. */
    private static final Set<TokenKind> BINARY = EnumSet.of(TokenKind.ASSIGN, TokenKind.EQ, TokenKind.NE, TokenKind.LE, TokenKind.GE, TokenKind.AND,
            TokenKind.OR, TokenKind.CONCAT, TokenKind.CONS, TokenKind.PIPE_GT, TokenKind.PLUS_ASSIGN, TokenKind.MINUS_ASSIGN, TokenKind.STAR_ASSIGN,
            TokenKind.SLASH_ASSIGN, TokenKind.SEND, TokenKind.ARROW, TokenKind.FAT_ARROW);
    /** Operators that do so behind an operand, unless the text is of two minds about it. */
    private static final Set<TokenKind> ARITHMETIC = EnumSet.of(TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR, TokenKind.SLASH, TokenKind.PERCENT,
            TokenKind.POWER, TokenKind.LT, TokenKind.GT);
    private static final Set<TokenKind> OPERAND_ENDS = EnumSet.of(TokenKind.LOWER, TokenKind.UPPER, TokenKind.INT, TokenKind.FLOAT, TokenKind.STRING,
            TokenKind.CHAR, TokenKind.SELF, TokenKind.TRUE, TokenKind.FALSE, TokenKind.RIGHT_PAREN, TokenKind.RIGHT_BRACKET, TokenKind.RIGHT_BRACE);

    private Spacing() {}

    static String line(String text, List<Token> tokens) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0) out.append(" ".repeat(blanks(text, tokens, i)));
            out.append(text, token.start(), token.end());
        }
        return out.toString();
    }

    /** How many blanks stand before a token that is not the first of its line. */
    private static int blanks(String text, List<Token> tokens, int at) {
        Token before = tokens.get(at - 1);
        Token token = tokens.get(at);
        int written = token.start() - before.end();
        // The author may have lined up the remarks of several lines.
        if (token.kind() == TokenKind.COMMENT) return Math.max(1, written);
        int kept = Math.min(written, 1);
        if (token.kind() == TokenKind.COMMA || token.kind() == TokenKind.SEMICOLON) return 0;
        if (before.kind() == TokenKind.COMMA || before.kind() == TokenKind.SEMICOLON) return closes(token) ? kept : 1;
        if (before.kind() == TokenKind.LEFT_PAREN || before.kind() == TokenKind.LEFT_BRACKET) return 0;
        if (token.kind() == TokenKind.RIGHT_PAREN || token.kind() == TokenKind.RIGHT_BRACKET) return 0;
        if (isBinary(tokens, at) || isBinary(tokens, at - 1)) return 1;
        return kept;
    }

    private static boolean closes(Token token) {
        return token.kind() == TokenKind.RIGHT_PAREN || token.kind() == TokenKind.RIGHT_BRACKET || token.kind() == TokenKind.RIGHT_BRACE;
    }

    private static boolean isBinary(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (at == 0 || at == tokens.size() - 1) return BINARY.contains(token.kind());
        if (BINARY.contains(token.kind())) return true;
        if (!ARITHMETIC.contains(token.kind()) || !OPERAND_ENDS.contains(tokens.get(at - 1).kind())) return false;
        boolean blankBefore = token.start() > tokens.get(at - 1).end();
        boolean blankAfter = tokens.get(at + 1).start() > token.end();
        return blankBefore == blankAfter;
    }
}
