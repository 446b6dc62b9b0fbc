package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens the grammar sees: no comments, never two newlines in a row, an end of input last. Knows which brackets
 * belong together; a closing bracket that fits none of the innermost open ones leaves those unmatched.
 */
final class TokenBuffer {
    private final Token[] tokens;
    private final TokenKind[] kinds;
    private final int[] partners;

    TokenBuffer(List<Token> all) {
        List<Token> kept = new ArrayList<>(all.size());
        TokenKind previous = null;
        for (Token token : all) {
            boolean repeated = token.kind() == TokenKind.NEWLINE && previous == TokenKind.NEWLINE;
            if (token.kind() == TokenKind.COMMENT || repeated) continue;
            kept.add(token);
            previous = token.kind();
        }
        tokens = kept.toArray(Token[]::new);
        kinds = new TokenKind[tokens.length];
        Arrays.setAll(kinds, i -> tokens[i].kind());
        partners = new int[tokens.length];
        matchBrackets();
    }

    private void matchBrackets() {
        Arrays.fill(partners, -1);
        int[] open = new int[tokens.length];
        int[] openCounts = new int[3];
        int depth = 0;
        for (int i = 0; i < tokens.length; i++) {
            if (kinds[i].opensBracket()) {
                open[depth++] = i;
                openCounts[shape(kinds[i])]++;
            } else if (kinds[i].closesBracket() && openCounts[shape(kinds[i])] > 0) {
                int shape = shape(kinds[i]);
                while (shape(kinds[open[--depth]]) != shape) openCounts[shape(kinds[open[depth]])]--;
                openCounts[shape]--;
                partners[i] = open[depth];
                partners[open[depth]] = i;
            }
        }
    }

    private static int shape(TokenKind kind) {
        return switch (kind) {
            case LEFT_PAREN, RIGHT_PAREN -> 0;
            case LEFT_BRACKET, RIGHT_BRACKET -> 1;
            default -> 2;
        };
    }

    int size() { return tokens.length; }

    Token get(int index) { return tokens[index]; }

    TokenKind kind(int index) { return kinds[index]; }

    /** Index of the other bracket of a pair, or -1. */
    int partner(int index) { return partners[index]; }

    boolean startsLine(int index) { return index == 0 || kinds[index - 1] == TokenKind.NEWLINE; }

    /** Index of the innermost bracket before {@code index}, at or after {@code from}, that is never closed; or -1. */
    int unclosedBefore(int index, int from) {
        for (int i = index - 1; i >= from; i--) {
            if (kinds[i].opensBracket() && partners[i] < 0) return i;
            if (kinds[i].closesBracket() && partners[i] >= from) i = partners[i];
        }
        return -1;
    }
}
