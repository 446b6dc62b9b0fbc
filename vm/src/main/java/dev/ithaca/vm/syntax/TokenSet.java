package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** An immutable set of token kinds, as two words of bits. */
record TokenSet(long low, long high) {
    private static final TokenKind[] KINDS = TokenKind.values();

    static TokenSet of(TokenKind... kinds) {
        long low = 0;
        long high = 0;
        for (TokenKind kind : kinds) {
            low |= lowBit(kind);
            high |= highBit(kind);
        }
        return new TokenSet(low, high);
    }

    static long lowBit(TokenKind kind) { return kind.ordinal() < 64 ? 1L << kind.ordinal() : 0; }

    static long highBit(TokenKind kind) { return kind.ordinal() >= 64 ? 1L << kind.ordinal() : 0; }

    TokenSet with(TokenSet other) { return new TokenSet(low | other.low, high | other.high); }

    boolean contains(TokenKind kind) { return (low & lowBit(kind)) != 0 || (high & highBit(kind)) != 0; }

    List<TokenKind> kinds() {
        List<TokenKind> found = new ArrayList<>();
        for (TokenKind kind : KINDS) if (contains(kind)) found.add(kind);
        return found;
    }
}
