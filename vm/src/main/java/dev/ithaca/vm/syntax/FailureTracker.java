package dev.ithaca.vm.syntax;

/**
 * The furthest token at which any alternative of the grammar failed, and the fixed tokens that would have been accepted
 * there (chapter 1, section 12.2).
 */
final class FailureTracker {
    private int furthest = -1;
    private long low;
    private long high;
    private boolean nameExpected;

    /** A failure: the token at an index is none of the expected ones. */
    record Failure(int index, TokenSet expected, boolean nameExpected) {}

    void expected(int index, TokenKind kind) {
        if (reach(index)) {
            low |= TokenSet.lowBit(kind);
            high |= TokenSet.highBit(kind);
        }
    }

    void expected(int index, TokenSet kinds) {
        if (reach(index)) {
            low |= kinds.low();
            high |= kinds.high();
        }
    }

    /** Identifiers and literals move the place but are not listed. */
    void expectedName(int index) {
        if (reach(index)) nameExpected = true;
    }

    void expectedOther(int index) { reach(index); }

    private boolean reach(int index) {
        if (index < furthest) return false;
        if (index > furthest) {
            furthest = index;
            low = 0;
            high = 0;
            nameExpected = false;
        }
        return true;
    }

    /** What was recorded since the last reset; at {@code fallback} if nothing was. */
    Failure furthest(int fallback) {
        return furthest < 0 ? new Failure(fallback, new TokenSet(0, 0), false)
                : new Failure(furthest, new TokenSet(low, high), nameExpected);
    }

    void reset() { furthest = -1; }
}
