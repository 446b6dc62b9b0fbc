package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Figure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What of a sample is to be shown, and in which order.
 *
 * @param sort first key counts most; ties and an empty list go by pid
 * @param dead the recently dead as well
 * @param library what the library has started for its own ends as well
 * @param expansion in the tree, which processes show their children; among groups, which show their processes
 * @param sums in the tree, closed branches show what they add up to, and all branches are ordered by that
 */
public record ListingQuery(ProcessFilter filter, List<SortKey> sort, boolean dead, boolean library, Arrangement arrangement,
                           Expansion expansion, boolean sums) {
    public ListingQuery { sort = List.copyOf(sort); }

    /** Everything by pid, as a flat list. */
    public static ListingQuery all() { return new ListingQuery(ProcessFilter.NONE, List.of(), true, true, Arrangement.LIST, Expansion.ALL, true); }

    public ListingQuery withFilter(ProcessFilter next) { return new ListingQuery(next, sort, dead, library, arrangement, expansion, sums); }

    public ListingQuery withSort(List<SortKey> next) { return new ListingQuery(filter, next, dead, library, arrangement, expansion, sums); }

    public ListingQuery withDead(boolean next) { return new ListingQuery(filter, sort, next, library, arrangement, expansion, sums); }

    public ListingQuery withLibrary(boolean next) { return new ListingQuery(filter, sort, dead, next, arrangement, expansion, sums); }

    public ListingQuery withArrangement(Arrangement next, Expansion open) { return new ListingQuery(filter, sort, dead, library, next, open, sums); }

    public ListingQuery withSums(boolean next) { return new ListingQuery(filter, sort, dead, library, arrangement, expansion, next); }

    /** What has to be collected to filter and to sort, beyond what always is. */
    public Set<Figure> figures() {
        Set<Figure> wanted = EnumSet.noneOf(Figure.class);
        wanted.addAll(filter.figures());
        for (SortKey key : sort) if (key.column().figure() != null) wanted.add(key.column().figure());
        return wanted;
    }

    /** Filters, sorts and, for tree and groups, nests a sample. Takes some milliseconds for 100,000 processes. */
    public Listing run(ProcessSample sample) {
        IntPredicate matching = filter.on(sample);
        IntPredicate hidden = library ? row -> false : sample.libraryRows();
        IntPredicate accepted = dead && library ? matching
                : row -> (dead || sample.isAlive(row)) && matching.test(row) && !hidden.test(row);
        return switch (arrangement) {
            case TREE -> tree(sample, accepted);
            case BY_ORIGIN, BY_FUNCTION -> ProcessGroups.arrange(sample, sorted(sample, matching(sample, accepted)),
                    arrangement == Arrangement.BY_ORIGIN, sort, expansion);
            case LIST -> Listing.flat(sample, sorted(sample, matching(sample, accepted)));
        };
    }

    private Listing tree(ProcessSample sample, IntPredicate accepted) {
        int[] byPid = byPid(sample);
        var tree = new SpawnTree(sample, byPid, accepted);
        return tree.flatten(sorted(sample, byPid.clone(), sums ? tree.sums() : null), expansion, sums);
    }

    private int[] sorted(ProcessSample sample, int[] rows) { return sorted(sample, rows, null); }

    /**
     * Puts rows that are in pid order in the wanted order. The sort is stable: the last key goes first.
     *
     * @param branches goes by what whole branches add up to, or null to go by the processes themselves
     */
    private int[] sorted(ProcessSample sample, int[] rows, BranchSums branches) {
        long[] keys = sort.isEmpty() ? null : new long[rows.length];
        for (SortKey key : sort.reversed()) {
            if (branches != null && BranchSums.COLUMNS.contains(key.column())) branches.keys(key.column(), rows, keys);
            else key.column().keys(sample, rows, keys);
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
