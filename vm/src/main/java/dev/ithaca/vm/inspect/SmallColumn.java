package dev.ithaca.vm.inspect;

import java.util.Arrays;

/**
 * A column of numbers that are small but for a few, in two bytes each: there are few places, most mailboxes are short, and rows
 * come by the hundred thousand. Each row is set once, in order.
 */
final class SmallColumn {
    /** Stands for a number that does not fit. */
    private static final char ELSEWHERE = Character.MAX_VALUE;

    private char[] cells;
    private RareValues large = new RareValues();
    /** In the place of both once too many are large. */
    private int[] wide;

    SmallColumn(int length) { cells = new char[length]; }

    int get(int row) {
        if (wide != null) return wide[row];
        char cell = cells[row];
        return cell == ELSEWHERE ? (int) large.get(row) : cell;
    }

    void set(int row, int value) {
        if (wide != null) {
            wide[row] = value;
        } else if (value >= 0 && value < ELSEWHERE) {
            cells[row] = (char) value;
        } else {
            cells[row] = ELSEWHERE;
            large.add(row, value);
            if (CountColumn.tooMany(large, cells.length)) widen(row + 1);
        }
    }

    private void widen(int rows) {
        int[] all = new int[cells.length];
        for (int row = 0; row < rows; row++) all[row] = get(row);
        wide = all;
        cells = null;
        large = null;
    }

    void setLength(int length) {
        if (wide == null) cells = Arrays.copyOf(cells, length);
        else wide = Arrays.copyOf(wide, length);
    }

    int length() { return wide == null ? cells.length : wide.length; }
}
