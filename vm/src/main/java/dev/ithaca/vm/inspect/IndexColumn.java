package dev.ithaca.vm.inspect;

import java.util.Arrays;

/** A column of small numbers, two bytes each as long as they fit: there are few places, and rows by the hundred thousand. */
final class IndexColumn {
    private char[] narrow;
    /** Null as long as {@link #narrow} does. */
    private int[] wide;

    IndexColumn(int length) { narrow = new char[length]; }

    int get(int row) { return wide == null ? narrow[row] : wide[row]; }

    void set(int row, int index) {
        if (wide == null && index > Character.MAX_VALUE) widen();
        if (wide == null) narrow[row] = (char) index;
        else wide[row] = index;
    }

    private void widen() {
        wide = new int[narrow.length];
        for (int row = 0; row < wide.length; row++) wide[row] = narrow[row];
        narrow = null;
    }

    void setLength(int length) {
        if (wide == null) narrow = Arrays.copyOf(narrow, length);
        else wide = Arrays.copyOf(wide, length);
    }

    int length() { return wide == null ? narrow.length : wide.length; }
}
