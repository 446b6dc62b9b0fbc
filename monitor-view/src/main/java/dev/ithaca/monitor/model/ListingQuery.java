package dev.ithaca.monitor.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What of a sample is to be shown, and in which order.
 *
 * @param sort first key counts most; ties and an empty list go by pid
 * @param dead the recently dead as well
 * @param collapsed in the tree, pids whose children are hidden
 * @param opened among groups, those whose processes are shown
 */
public record ListingQuery(ProcessFilter filter, List<SortKey> sort, boolean dead, Arrangement arrangement,
                           Set<Long> collapsed, Set<Long> opened) {
    public ListingQuery {
        sort = List.copyOf(sort);
        collapsed = Set.copyOf(collapsed);
        opened = Set.copyOf(opened);
    }

    /** Everything by pid, as a flat list. */
    public static ListingQuery all() {
        return new ListingQuery(ProcessFilter.NONE, List.of(), true, Arrangement.LIST, Set.of(), Set.of());
    }

    public ListingQuery withFilter(ProcessFilter next) { return new ListingQuery(next, sort, dead, arrangement, collapsed, opened); }

    public ListingQuery withSort(List<SortKey> next) { return new ListingQuery(filter, next, dead, arrangement, collapsed, opened); }

    public ListingQuery withDead(boolean next) { return new ListingQuery(filter, sort, next, arrangement, collapsed, opened); }

    public ListingQuery withArrangement(Arrangement next) { return new ListingQuery(filter, sort, dead, next, collapsed, opened); }

    public ListingQuery withCollapsed(Set<Long> next) { return new ListingQuery(filter, sort, dead, arrangement, next, opened); }

    public ListingQuery withOpened(Set<Long> next) { return new ListingQuery(filter, sort, dead, arrangement, collapsed, next); }

    /** Filters, sorts and, for tree and groups, nests a sample. Takes some milliseconds for 100,000 processes. */
    public Listing run(ProcessSample sample) {
        IntPredicate accepted = filter.on(sample);
        if (!dead) {
            IntPredicate any = accepted;
            accepted = row -> sample.isAlive(row) && any.test(row);
        }
        return switch (arrangement) {
            case TREE -> SpawnTree.arrange(sample, sorted(sample, byPid(sample)), accepted, collapsed);
            case BY_ORIGIN, BY_FUNCTION -> ProcessGroups.arrange(sample, sorted(sample, matching(sample, accepted)),
                    arrangement == Arrangement.BY_ORIGIN, sort, opened);
            case LIST -> Listing.flat(sample, sorted(sample, matching(sample, accepted)));
        };
    }

    /** Puts rows that are in pid order in the wanted order. The sort is stable: the last key goes first. */
    private int[] sorted(ProcessSample sample, int[] rows) {
        long[] keys = sort.isEmpty() ? null : new long[rows.length];
        for (SortKey key : sort.reversed()) {
            key.column().keys(sample, rows, keys);
            RadixSort.sort(rows, keys, key.descending());
        }
        return rows;
    }

    /** The sample has the living before the dead; here they are merged. */
    private static int[] byPid(ProcessSample sample) {
        int[] rows = new int[sample.size()];
        int living = 0;
        int gone = sample.alive();
        for (int i = 0; i < rows.length; i++) {
            boolean takeLiving = gone == rows.length || living < sample.alive() && sample.pid(living) < sample.pid(gone);
            rows[i] = takeLiving ? living++ : gone++;
        }
        return rows;
    }

    private static int[] matching(ProcessSample sample, IntPredicate accepted) {
        int[] rows = byPid(sample);
        int count = 0;
        for (int row : rows) {
            if (accepted.test(row)) rows[count++] = row;
        }
        return count == rows.length ? rows : Arrays.copyOf(rows, count);
    }
}
