package dev.ithaca.monitor.model;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Lays the spawn tree out as a list of indented rows: parents before their children, brothers in the order given. A
 * process whose parent is unknown is a root. Works on arrays alone, so that 100,000 processes are no burden.
 */
final class SpawnTree {
    private static final int NONE = -1;

    private final ProcessSample sample;
    private final int[] byPid;
    private final int[] parentRow;
    private final boolean[] matches;
    /** A process is shown if it matches or if one below it does. */
    private final boolean[] shown;
    private final int matching;
    private final int[] firstChild;
    private final int[] nextSibling;
    private int firstRoot = NONE;

    /**
     * @param byPid all rows in pid order
     * @param accepted processes wanted; those above them are shown as well
     */
    SpawnTree(ProcessSample sample, int[] byPid, IntPredicate accepted) {
        this.sample = sample;
        this.byPid = byPid;
        int n = byPid.length;
        parentRow = parentRows();
        matches = new boolean[n];
        shown = new boolean[n];
        matching = markMatches(accepted);
        firstChild = filled(n);
        nextSibling = filled(n);
    }

    private int[] parentRows() {
        int[] rows = new int[byPid.length];
        // most are brothers of the one before
        long lastPid = 0;
        int lastRow = NONE;
        for (int row : byPid) {
            long parentPid = sample.parent(row);
            if (parentPid != lastPid) {
                lastPid = parentPid;
                lastRow = parentPid == 0 ? NONE : sample.rowOf(parentPid);
            }
            rows[row] = lastRow == row ? NONE : lastRow;
        }
        return rows;
    }

    BranchSums sums() { return new BranchSums(sample, byPid, parentRow, row -> shown[row]); }

    private void link(int[] order) {
        // backwards, so that pushing to the front leaves brothers in order
        for (int i = order.length - 1; i >= 0; i--) {
            int row = order[i];
            int parent = parentRow[row];
            if (parent == NONE) {
                nextSibling[row] = firstRoot;
                firstRoot = row;
            } else {
                nextSibling[row] = firstChild[parent];
                firstChild[parent] = row;
            }
        }
    }

    /**
     * @param order all rows, in the order that brothers are to have; to be called once
     * @param sums closed branches are shown as a whole, not their roots alone
     */
    Listing flatten(int[] order, Expansion expansion, boolean sums) {
        link(order);
        int n = order.length;
        int[] rows = new int[n];
        short[] depths = new short[n];
        byte[] flags = new byte[n];
        int[] closed = new int[sums ? n : 0];
        int closedCount = 0;
        int count = 0;
        int depth = 0;
        int row = firstRoot;
        while (row != NONE) {
            boolean open = false;
            if (shown[row]) {
                boolean branch = hasShownChild(row);
                open = branch && expansion.isOpen(sample.pid(row));
                rows[count] = row;
                depths[count] = (short) Math.min(depth, Short.MAX_VALUE);
                flags[count] = (byte) ((branch ? Listing.BRANCH : 0) | (open ? Listing.EXPANDED : 0)
                        | (matches[row] ? 0 : Listing.CONTEXT));
                if (sums && branch && !open) closed[closedCount++] = count;
                count++;
            }
            if (open) {
                row = firstChild[row];
                depth++;
                continue;
            }
            while (row != NONE && nextSibling[row] == NONE) {
                row = parentRow[row];
                depth--;
            }
            if (row != NONE) row = nextSibling[row];
        }
        Branches branches = closedCount == 0 ? Branches.NONE : branches(Arrays.copyOf(closed, closedCount), rows);
        return Listing.tree(sample, Arrays.copyOf(rows, count), Arrays.copyOf(depths, count), Arrays.copyOf(flags, count),
                matching, branches);
    }

    private Branches branches(int[] positions, int[] rows) {
        int[] roots = new int[positions.length];
        for (int i = 0; i < roots.length; i++) roots[i] = rows[positions[i]];
        return Branches.of(sample, positions, roots, byPid, parentRow, shown);
    }

    private int markMatches(IntPredicate accepted) {
        int count = 0;
        for (int row = 0; row < matches.length; row++) {
            if (!accepted.test(row)) continue;
            count++;
            matches[row] = true;
            for (int up = row; up != NONE && !shown[up]; up = parentRow[up]) shown[up] = true;
        }
        return count;
    }

    private boolean hasShownChild(int row) {
        for (int child = firstChild[row]; child != NONE; child = nextSibling[child]) {
            if (shown[child]) return true;
        }
        return false;
    }

    private static int[] filled(int n) {
        int[] array = new int[n];
        Arrays.fill(array, NONE);
        return array;
    }
}
