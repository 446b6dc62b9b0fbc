package dev.ithaca.monitor.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Lays rows out in groups by place: the group first, its processes below it if it is open. */
final class ProcessGroups {
    private final ProcessSample sample;
    private final int[] order;
    private final int[] groupOf;
    private final ProcessGroup[] groups;

    private ProcessGroups(ProcessSample sample, int[] order, IntUnaryOperator placeOfRow) {
        this.sample = sample;
        this.order = order;
        groups = new ProcessGroup[sample.places().size()];
        groupOf = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int place = placeOfRow.applyAsInt(order[i]);
            groupOf[i] = place;
            if (groups[place] == null) groups[place] = new ProcessGroup(sample.places().get(place));
            groups[place].add(sample, order[i]);
        }
    }

    /**
     * @param order rows to show, in the order they are to have within their group
     * @param sort orders the groups; without keys the largest comes first
     * @param opened groups whose processes are shown
     */
    static Listing arrange(ProcessSample sample, int[] order, boolean byOrigin, List<SortKey> sort, Expansion opened) {
        IntUnaryOperator place = byOrigin ? sample.population()::originIndex : sample.population()::placeIndex;
        return new ProcessGroups(sample, order, place).flatten(sort, opened);
    }

    private Listing flatten(List<SortKey> sort, Expansion opened) {
        int[] places = IntStream.range(0, groups.length).filter(place -> groups[place] != null).boxed()
                .sorted(Comparator.comparing((Integer place) -> groups[place], order(sort)).thenComparing(place -> place))
                .mapToInt(Integer::intValue).toArray();
        ProcessGroup[] shown = Arrays.stream(places).mapToObj(place -> groups[place]).toArray(ProcessGroup[]::new);
        int[][] members = members(places, opened);
        int size = shown.length + Arrays.stream(members).mapToInt(rows -> rows.length).sum();
        int[] rows = new int[size];
        short[] depths = new short[size];
        byte[] flags = new byte[size];
        int at = 0;
        for (int g = 0; g < shown.length; g++) {
            rows[at] = Listing.rowOfGroup(g);
            flags[at++] = (byte) (Listing.BRANCH | (opened.isOpen(shown[g].id()) ? Listing.EXPANDED : 0));
            for (int row : members[g]) {
                rows[at] = row;
                depths[at++] = 1;
            }
        }
        return Listing.groups(sample, rows, depths, flags, order.length, shown);
    }

    /** The rows of the open groups, in one pass over all of them. */
    private int[][] members(int[] places, Expansion opened) {
        int[] open = new int[groups.length];
        Arrays.fill(open, -1);
        int[][] members = new int[places.length][];
        for (int g = 0; g < places.length; g++) {
            ProcessGroup group = groups[places[g]];
            boolean isOpen = opened.isOpen(group.id());
            if (isOpen) open[places[g]] = g;
            members[g] = new int[isOpen ? group.count() : 0];
        }
        int[] filled = new int[places.length];
        for (int i = 0; i < order.length; i++) {
            int g = open[groupOf[i]];
            if (g >= 0) members[g][filled[g]++] = order[i];
        }
        return members;
    }

    private static Comparator<ProcessGroup> order(List<SortKey> sort) {
        if (sort.isEmpty()) return Comparator.comparingLong(ProcessGroup::count).reversed();
        SortKey key = sort.getFirst();
        Comparator<ProcessGroup> order = switch (key.column()) {
            case NAME, FUNCTION, SOURCE, ORIGIN -> Comparator.comparing(group -> group.text(key.column()), String.CASE_INSENSITIVE_ORDER);
            case STATUS -> Comparator.comparing(ProcessGroup::mainStatus);
            default -> Comparator.comparingLong(group -> group.number(key.column()));
        };
        return key.descending() ? order.reversed() : order;
    }
}
