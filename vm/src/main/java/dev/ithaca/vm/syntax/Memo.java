package dev.ithaca.vm.syntax;

import java.util.Arrays;

/** Results of one grammar rule by start token, so that backtracking never parses the same text twice (Ford 2002). */
final class Memo<T> {
    private static final int FAILED = -1;

    private final Object[] values;
    private final int[] ends;

    Memo(int size) {
        values = new Object[size];
        ends = new int[size];
    }

    boolean isKnown(int start) { return ends[start] != 0; }

    /** The node parsed at a known start, or null if the rule failed there. */
    @SuppressWarnings("unchecked")
    T value(int start) { return (T) values[start]; }

    /** Index of the token after the node; the start itself after a failure. */
    int end(int start) { return ends[start] == FAILED ? start : ends[start]; }

    void put(int start, T value, int end) {
        values[start] = value;
        ends[start] = value == null ? FAILED : end;
    }

    void forget(int from, int to) {
        Arrays.fill(values, from, to, null);
        Arrays.fill(ends, from, to, 0);
    }
}
