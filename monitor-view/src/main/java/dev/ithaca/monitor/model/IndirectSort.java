package dev.ithaca.monitor.model;

/** Stable bottom-up merge sort of row numbers by a comparison of the rows; needs no boxed integers. */
final class IndirectSort {
    private static final int RUN = 16;

    private IndirectSort() {}

    @FunctionalInterface
    interface RowComparator {
        int compare(int rowA, int rowB);
    }

    static void sort(int[] rows, RowComparator order) {
        int n = rows.length;
        for (int from = 0; from < n; from += RUN) insertionSort(rows, from, Math.min(n, from + RUN), order);
        int[] source = rows;
        int[] target = new int[n];
        for (int width = RUN; width < n; width *= 2) {
            for (int from = 0; from < n; from += 2 * width) {
                merge(source, target, from, Math.min(n, from + width), Math.min(n, from + 2 * width), order);
            }
            int[] swap = source;
            source = target;
            target = swap;
        }
        if (source != rows) System.arraycopy(source, 0, rows, 0, n);
    }

    private static void insertionSort(int[] rows, int from, int to, RowComparator order) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i - 1;
            while (j >= from && order.compare(rows[j], row) > 0) {
                rows[j + 1] = rows[j];
                j--;
            }
            rows[j + 1] = row;
        }
    }

    private static void merge(int[] source, int[] target, int from, int middle, int to, RowComparator order) {
        // already in order: the usual case when a list is sorted again a second later
        if (middle >= to || order.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || left < middle && order.compare(source[left], source[right]) <= 0;
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }
}
