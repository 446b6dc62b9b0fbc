package dev.ithaca.monitor.model;

/**
 * Stable least-significant-digit radix sort of row numbers by long keys; digits in which no two keys differ cost nothing,
 * so that counters of usual size take two or three passes.
 */
final class RadixSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private RadixSort() {}

    /**
     * @param rows to be put in order
     * @param keys one for each of the rows as they come; spoilt
     */
    static void sort(int[] rows, long[] keys, boolean descending) {
        int n = rows.length;
        if (n < 2) return;
        long ones = 0;
        long zeros = 0;
        for (int i = 0; i < n; i++) {
            // unsigned order from now on
            long key = keys[i] ^ Long.MIN_VALUE;
            keys[i] = descending ? ~key : key;
            ones |= keys[i];
            zeros |= ~keys[i];
        }
        long different = ones & zeros;
        int[] rowsFrom = rows;
        int[] rowsTo = new int[n];
        long[] keysFrom = keys;
        long[] keysTo = new long[n];
        while (different != 0) {
            int shift = Long.numberOfTrailingZeros(different);
            pass(rowsFrom, keysFrom, rowsTo, keysTo, shift);
            int[] r = rowsFrom;
            rowsFrom = rowsTo;
            rowsTo = r;
            long[] k = keysFrom;
            keysFrom = keysTo;
            keysTo = k;
            different &= shift + BITS >= Long.SIZE ? 0 : -1L << shift + BITS;
        }
        if (rowsFrom != rows) System.arraycopy(rowsFrom, 0, rows, 0, n);
    }

    private static void pass(int[] rows, long[] keys, int[] rowsTo, long[] keysTo, int shift) {
        int[] start = new int[BUCKETS + 1];
        for (long key : keys) start[(int) (key >>> shift & BUCKETS - 1) + 1]++;
        for (int i = 0; i < BUCKETS; i++) start[i + 1] += start[i];
        for (int i = 0; i < rows.length; i++) {
            int to = start[(int) (keys[i] >>> shift & BUCKETS - 1)]++;
            rowsTo[to] = rows[i];
            keysTo[to] = keys[i];
        }
    }
}
