package dev.ithaca.monitor.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What all branches of the spawn tree add up to, for them to be ordered by it, each root included: sums over its living processes,
 * of ages the highest. Works on arrays alone, one pass over the population for each column that is asked for.
 */
final class BranchSums {
    /** Those of which a sum, or a maximum, makes sense. */
    static final Set<Column> COLUMNS = EnumSet.of(Column.CPU, Column.RATE, Column.HEAP, Column.MAILBOX, Column.OLDEST,
            Column.REDUCTIONS, Column.RECEIVED, Column.SENT, Column.IN_RATE, Column.OUT_RATE);

    private final ProcessSample sample;
    private final int[] byPid;
    private final int[] parentRow;
    private final IntPredicate counted;
    private final Map<Column, long[]> byRow = new EnumMap<>(Column.class);

    /**
     * @param byPid all rows in pid order: parents before their children
     * @param parentRow by row, negative for none
     * @param counted processes that are shown once all branches are open; others add nothing
     */
    BranchSums(ProcessSample sample, int[] byPid, int[] parentRow, IntPredicate counted) {
        this.sample = sample;
        this.byPid = byPid;
        this.parentRow = parentRow;
        this.counted = counted;
    }

    /** By row of the sample. */
    long[] of(Column column) { return byRow.computeIfAbsent(column, this::sum); }

    /** Puts a number for each of the rows, as {@link Column#keys} does. */
    void keys(Column column, int[] rows, long[] keys) {
        long[] sums = of(column);
        for (int i = 0; i < rows.length; i++) keys[i] = sums[rows[i]];
    }

    private long[] sum(Column column) {
        long[] sums = new long[byPid.length];
        boolean highest = column == Column.OLDEST;
        for (int row = 0; row < sums.length; row++) {
            sums[row] = sample.isAlive(row) && counted.test(row) ? column.number(sample, row) : highest ? -1 : 0;
        }
        // from the youngest on, so that a process has all of its branch when it is added to its parent
        for (int i = byPid.length - 1; i >= 0; i--) {
            int parent = parentRow[byPid[i]];
            if (parent < 0) continue;
            if (highest) sums[parent] = Math.max(sums[parent], sums[byPid[i]]);
            else sums[parent] += sums[byPid[i]];
        }
        return sums;
    }
}
