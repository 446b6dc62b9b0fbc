package dev.ithaca.monitor.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The closed branches of a listing and what each of them adds up to. A column is summed up once it is asked for: most are not
 * shown. May be asked by several threads.
 */
final class Branches {
    static final Branches NONE = new Branches(ProcessSample.empty(), new int[0], new int[] {0}, new int[0]);

    private final ProcessSample sample;
    /** Ascending. */
    private final int[] positions;
    /** By branch, where its rows begin among the {@link #members}; at the end their number. */
    private final int[] starts;
    /** Rows of the sample: the processes that count, branch by branch. */
    private final int[] members;
    private final Map<Column, long[]> figures = new ConcurrentHashMap<>();

    private Branches(ProcessSample sample, int[] positions, int[] starts, int[] members) {
        this.sample = sample;
        this.positions = positions;
        this.starts = starts;
        this.members = members;
    }

    /**
     * @param positions of the closed branches, ascending
     * @param roots row of each of them
     * @param byPid all rows in pid order: parents before their children
     * @param parentRow by row, negative for none
     * @param counted by row, processes that are shown once all branches are open
     */
    static Branches of(ProcessSample sample, int[] positions, int[] roots, int[] byPid, int[] parentRow, boolean[] counted) {
        int[] branchOf = new int[byPid.length];
        Arrays.fill(branchOf, -1);
        for (int branch = 0; branch < roots.length; branch++) branchOf[roots[branch]] = branch;
        int[] starts = new int[roots.length + 1];
        for (int row : byPid) {
            if (branchOf[row] < 0 && parentRow[row] >= 0) branchOf[row] = branchOf[parentRow[row]];
            if (branchOf[row] >= 0 && counted[row]) starts[branchOf[row] + 1]++;
        }
        for (int branch = 0; branch < roots.length; branch++) starts[branch + 1] += starts[branch];
        int[] next = starts.clone();
        int[] members = new int[starts[roots.length]];
        for (int row = 0; row < branchOf.length; row++) if (branchOf[row] >= 0 && counted[row]) members[next[branchOf[row]]++] = row;
        return new Branches(sample, positions, starts, members);
    }

    /** Sums columns up now, so that the JavaFX thread need not. */
    void prepare(Set<Column> columns) {
        if (positions.length == 0) return;
        for (Column column : columns) if (Branch.sums(column)) figures(column);
    }

    private long[] figures(Column column) { return figures.computeIfAbsent(column, this::sum); }

    private long[] sum(Column column) {
        boolean highest = column == Column.OLDEST;
        long[] sums = new long[positions.length];
        for (int branch = 0; branch < sums.length; branch++) {
            long sum = highest ? -1 : 0;
            for (int i = starts[branch]; i < starts[branch + 1]; i++) {
                if (!sample.isAlive(members[i])) continue;
                long number = column.number(sample, members[i]);
                sum = highest ? Math.max(sum, number) : sum + number;
            }
            sums[branch] = sum;
        }
        return sums;
    }

    /** @return null if there is no closed branch at a position */
    Branch at(int position) {
        int branch = Arrays.binarySearch(positions, position);
        if (branch < 0) return null;
        int size = starts[branch + 1] - starts[branch];
        // the living are the first rows of a sample, and the members of a branch ascend
        int dead = starts[branch + 1] - firstDead(branch);
        return new Branch(size - dead, dead, column -> figures(column)[branch]);
    }

    private int firstDead(int branch) {
        int at = Arrays.binarySearch(members, starts[branch], starts[branch + 1], sample.alive());
        return at >= 0 ? at : -1 - at;
    }
}
