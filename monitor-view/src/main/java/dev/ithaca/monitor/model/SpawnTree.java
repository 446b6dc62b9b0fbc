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
    private final int[] order;
    private final int[] parentRow;
    private final int[] firstChild;
    private final int[] nextSibling;
    private int firstRoot = NONE;

    private SpawnTree(ProcessSample sample, int[] order) {
        this.sample = sample;
        this.order = order;
        int n = order.length;
        parentRow = new int[n];
        firstChild = filled(n);
        nextSibling = filled(n);
        // backwards, so that pushing to the front leaves brothers in order
        for (int i = n - 1; i >= 0; i--) {
            int row = order[i];
            long parentPid = sample.parent(row);
            int parent = parentPid == 0 || parentPid == sample.pid(row) ? NONE : sample.rowOf(parentPid);
            parentRow[row] = parent;
            if (parent == NONE) {
                nextSibling[row] = firstRoot;
                firstRoot = row;
            } else {
                nextSibling[row] = firstChild[parent];
                firstChild[parent] = row;
            }
        }
    }

    static Listing arrange(ProcessSample sample, int[] order, IntPredicate filter, Expansion expansion) {
        return new SpawnTree(sample, order).flatten(filter, expansion);
    }

    private Listing flatten(IntPredicate filter, Expansion expansion) {
        int n = order.length;
        boolean[] matches = new boolean[n];
        boolean[] shown = new boolean[n];
        int matching = markMatches(filter, matches, shown);
        int[] rows = new int[n];
        short[] depths = new short[n];
        byte[] flags = new byte[n];
        int count = 0;
        int depth = 0;
        int row = firstRoot;
        while (row != NONE) {
            boolean open = false;
            if (shown[row]) {
                boolean branch = hasShownChild(row, shown);
                open = branch && expansion.isOpen(sample.pid(row));
                rows[count] = row;
                depths[count] = (short) Math.min(depth, Short.MAX_VALUE);
                flags[count] = (byte) ((branch ? Listing.BRANCH : 0) | (open ? Listing.EXPANDED : 0)
                        | (matches[row] ? 0 : Listing.CONTEXT));
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
        return Listing.tree(sample, Arrays.copyOf(rows, count), Arrays.copyOf(depths, count), Arrays.copyOf(flags, count),
                matching);
    }

    /** A process is shown if it matches or if one below it does. */
    private int markMatches(IntPredicate filter, boolean[] matches, boolean[] shown) {
        int matching = 0;
        for (int row = 0; row < matches.length; row++) {
            if (!filter.test(row)) continue;
            matching++;
            matches[row] = true;
            for (int up = row; up != NONE && !shown[up]; up = parentRow[up]) shown[up] = true;
        }
        return matching;
    }

    private boolean hasShownChild(int row, boolean[] shown) {
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
