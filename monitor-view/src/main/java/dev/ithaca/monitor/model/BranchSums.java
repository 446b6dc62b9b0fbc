package dev.ithaca.monitor.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What branches of the spawn tree add up to, each root included: sums over its living processes, of ages the highest. Works on
 * arrays alone, one pass over the population for each column that is asked for.
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

    /** Processes of each branch that are counted, by row; its root among them. */
    private int[] sizes(boolean alive) {
        int[] sizes = new int[byPid.length];
        for (int row = 0; row < sizes.length; row++) if (sample.isAlive(row) == alive && counted.test(row)) sizes[row] = 1;
        for (int i = byPid.length - 1; i >= 0; i--) {
            int parent = parentRow[byPid[i]];
            if (parent >= 0) sizes[parent] += sizes[byPid[i]];
        }
        return sizes;
    }

    /** The figures of some branches alone. @param positions ascending; @param rows by position */
    Branches only(int[] positions, int[] rows) {
        int[] living = pick(sizes(true), positions, rows);
        int[] dead = pick(sizes(false), positions, rows);
        Map<Column, long[]> figures = new EnumMap<>(Column.class);
        for (Column column : COLUMNS) {
            long[] all = of(column);
            long[] picked = new long[positions.length];
            for (int i = 0; i < picked.length; i++) picked[i] = all[rows[positions[i]]];
            figures.put(column, picked);
        }
        return new Branches(positions, living, dead, figures);
    }

    private static int[] pick(int[] all, int[] positions, int[] rows) {
        int[] picked = new int[positions.length];
        for (int i = 0; i < picked.length; i++) picked[i] = all[rows[positions[i]]];
        return picked;
    }
}
