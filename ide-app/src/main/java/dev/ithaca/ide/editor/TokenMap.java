package dev.ithaca.ide.editor;

import java.util.Arrays;
import java.util.List;

/** The coloured stretches of one text, in order and without overlaps. Immutable. */
public final class TokenMap {
    public static final TokenMap EMPTY = of(List.of());

    private final int[] starts;
    private final int[] ends;
    private final TokenKind[] kinds;

    public record Token(int start, int end, TokenKind kind) {}

    private TokenMap(int[] starts, int[] ends, TokenKind[] kinds) {
        this.starts = starts;
        this.ends = ends;
        this.kinds = kinds;
    }

    /** @param tokens sorted by start, without overlaps */
    public static TokenMap of(List<Token> tokens) {
        return new TokenMap(tokens.stream().mapToInt(Token::start).toArray(), tokens.stream().mapToInt(Token::end).toArray(),
                tokens.stream().map(Token::kind).toArray(TokenKind[]::new));
    }

    /** Writes ordinal + 1 of the kind of each character of a range into the array; 0 where there is no token. */
    void kindsOf(int from, int to, byte[] out) {
        int i = Arrays.binarySearch(starts, from);
        if (i < 0) i = Math.max(0, -i - 2);
        for (; i < starts.length && starts[i] < to; i++) {
            int start = Math.max(starts[i], from);
            int end = Math.min(ends[i], to);
            if (start < end) Arrays.fill(out, start - from, end - from, (byte) (kinds[i].ordinal() + 1));
        }
    }

    /** The kind at an offset, or null. */
    TokenKind at(int offset) {
        int i = Arrays.binarySearch(starts, offset);
        if (i < 0) i = -i - 2;
        return i >= 0 && offset < ends[i] ? kinds[i] : null;
    }

    /** Whether brackets at this offset count: not inside a comment or a string. */
    boolean isCode(int offset) {
        TokenKind kind = at(offset);
        return kind != TokenKind.COMMENT && kind != TokenKind.STRING;
    }
}
