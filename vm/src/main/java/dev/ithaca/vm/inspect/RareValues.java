package dev.ithaca.vm.inspect;

import java.util.Arrays;

/** The few values of a column that do not fit where the others are kept. They come in the order of their rows. */
final class RareValues {
    private int[] rows = new int[4];
    private long[] values = new long[4];
    private int count;

    int count() { return count; }

    void add(int row, long value) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        rows[count] = row;
        values[count++] = value;
    }

    /** Of a row that has one. */
    long get(int row) { return values[Arrays.binarySearch(rows, 0, count, row)]; }
}
