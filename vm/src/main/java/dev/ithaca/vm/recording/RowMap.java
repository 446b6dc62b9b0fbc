package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Population;

/** Which row of the population before was which process. */
final class RowMap {
    private RowMap() {}

    /** @param before null for none @return by row, -1 for a process that was not there */
    static int[] rowsBefore(long[] pids, int living, Population before) {
        int[] rows = new int[pids.length];
        int cursor = 0;
        for (int row = 0; row < pids.length; row++) {
            if (before == null) {
                rows[row] = -1;
            } else if (row < living) {
                // both in pid order: side by side
                while (cursor < before.alive() && before.pid(cursor) < pids[row]) cursor++;
                rows[row] = cursor < before.alive() && before.pid(cursor) == pids[row] ? cursor : -1;
            } else {
                rows[row] = before.rowOf(pids[row]);
            }
        }
        return rows;
    }
}
