package dev.ithaca.vm.inspect;

import java.util.Arrays;

/**
 * A column of numbers that are not negative and mostly below four thousand millions, in four bytes each: pids, or counters of
 * which only those of busy processes grow larger. Each row is set once, in order.
 */
final class CountColumn {
    /** Stands for a number that does not fit. */
    private static final int ELSEWHERE = -1;
    /** A large one takes four times the room of the others. */
    private static final int MOST_LARGE = 8;

    private int[] cells;
    private RareValues large = new RareValues();
    /** In the place of both once too many are large. */
    private long[] wide;

    CountColumn(int length) { cells = new int[length]; }

    /** Whether it would be better to give all the room that the large ones need. */
    static boolean tooMany(RareValues large, int length) { return large.count() > length / MOST_LARGE; }

    long get(int row) {
        if (wide != null) return wide[row];
        int cell = cells[row];
        return cell == ELSEWHERE ? large.get(row) : Integer.toUnsignedLong(cell);
    }

    void set(int row, long value) {
        if (wide != null) {
            wide[row] = value;
        } else if (value >= 0 && value < 0xFFFF_FFFFL) {
            cells[row] = (int) value;
        } else {
            cells[row] = ELSEWHERE;
            large.add(row, value);
            if (tooMany(large, cells.length)) widen(row + 1);
        }
    }

    private void widen(int rows) {
        long[] all = new long[cells.length];
        for (int row = 0; row < rows; row++) all[row] = get(row);
        wide = all;
        cells = null;
        large = null;
    }

    /** Of rows that ascend. @return negative if the value is not there */
    int search(int from, int to, long value) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long there = get(middle);
            if (there == value) return middle;
            if (there < value) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    void setLength(int length) {
        if (wide == null) cells = Arrays.copyOf(cells, length);
        else wide = Arrays.copyOf(wide, length);
    }

    int length() { return wide == null ? cells.length : wide.length; }
}
