package dev.ithaca.monitor.model;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A sample in the order in which it is shown: position in the list -> row of the sample. A position can also hold a group,
 * which has a negative number in place of a pid. Immutable.
 */
public final class Listing {
    private final ProcessSample sample;
    private final int[] rows;
    /** By row of the sample, -1 for rows not shown. */
    private final int[] positions;
    private final int matching;
    /** Tree and groups only: depth of each position, and what its disclosure arrow shows. */
    private final short[] depths;
    private final byte[] flags;
    private final ProcessGroup[] groups;
    /** Tree only: closed branches that are shown as a whole. */
    private final Branches branches;
    /** Newer figures of some of the processes, or empty; it has its own rows. */
    private final ProcessSample fresh;
    /** The same for listings with the same processes at the same positions, as far as that is known. */
    private final Object order;

    static final byte BRANCH = 1;
    static final byte EXPANDED = 2;
    /** Shown only because a descendant matches the filter. */
    static final byte CONTEXT = 4;
    private static final ProcessGroup[] NO_GROUPS = {};

    public static Listing empty() {
        return flat(ProcessSample.empty(), new int[0]);
    }

    static Listing flat(ProcessSample sample, int[] rows) {
        return new Listing(sample, rows, null, null, rows.length, NO_GROUPS, Branches.NONE);
    }

    static Listing tree(ProcessSample sample, int[] rows, short[] depths, byte[] flags, int matching, Branches branches) {
        return new Listing(sample, rows, depths, flags, matching, NO_GROUPS, branches);
    }

    static Listing groups(ProcessSample sample, int[] rows, short[] depths, byte[] flags, int matching, ProcessGroup[] groups) {
        return new Listing(sample, rows, depths, flags, matching, groups, Branches.NONE);
    }

    /** What stands in {@code rows} for a group. */
    static int rowOfGroup(int group) { return -1 - group; }

    private Listing(ProcessSample sample, int[] rows, short[] depths, byte[] flags, int matching, ProcessGroup[] groups, Branches branches) {
        this.sample = sample;
        this.rows = rows;
        this.depths = depths;
        this.flags = flags;
        this.matching = matching;
        this.groups = groups;
        this.branches = branches;
        order = new Object();
        fresh = ProcessSample.empty();
        positions = new int[sample.size()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < rows.length; i++) if (rows[i] >= 0) positions[rows[i]] = i;
    }

    public ProcessSample sample() { return sample; }

    /** Whether some processes stand otherwise now than is shown. */
    public boolean differsFrom(ProcessSample newer) {
        for (int row = 0; row < newer.size(); row++) {
            int position = positionOf(newer.pid(row));
            if (position < 0) continue;
            ProcessSample shown = newest(position);
            int at = newestRow(position);
            if (shown.status(at) != newer.status(row) || shown.mailboxLength(at) != newer.mailboxLength(row)
                    || shown.reductions(at) != newer.reductions(row) || !shown.place(at).equals(newer.place(row))) return true;
        }
        return false;
    }

    /** The newest sample that has the process at a position; {@link #newestRow} is its row there. */
    public ProcessSample newest(int position) { return freshRow(position) < 0 ? sample : fresh; }

    /** Row in {@link #newest} of the process at a position; negative for a group. */
    public int newestRow(int position) {
        int row = freshRow(position);
        return row < 0 ? rows[position] : row;
    }

    private int freshRow(int position) {
        int row = rows[position];
        return fresh.size() == 0 || row < 0 ? -1 : fresh.rowOf(sample.pid(row));
    }

    /** Number of positions. */
    public int size() { return rows.length; }

    /** Processes that match the filter, those in collapsed branches included. */
    public int matching() { return matching; }

    /** Row of the sample at a position; negative for a group. */
    public int row(int position) { return rows[position]; }

    /** The group at a position, or null if there is a process. */
    public ProcessGroup group(int position) { return rows[position] >= 0 ? null : groups[-1 - rows[position]]; }

    /** The closed branch at a position, or null if there is none or its root is shown alone. */
    public Branch branch(int position) { return branches.at(position); }

    /** Finds out what closed branches add up to in some columns, before the JavaFX thread asks for it. */
    public void prepareBranches(Set<Column> columns) { branches.prepare(columns); }

    /** Pid at a position; for a group the negative number that stands for it. */
    public long pid(int position) {
        int row = rows[position];
        return row >= 0 ? sample.pid(row) : groups[-1 - row].id();
    }

    /** What the cell of a column reads at a position. */
    public String text(Column column, int position) {
        int row = rows[position];
        Branch branch = Branch.sums(column) ? branch(position) : null;
        if (branch != null) return branch.text(column);
        if (row >= 0 && !column.ofInterval()) return column.text(newest(position), newestRow(position));
        return row >= 0 ? column.text(sample, row) : groups[-1 - row].text(column);
    }

    /** @return position of a process or group, or -1 if it is not shown */
    public int positionOf(long pid) {
        if (pid < 0) return positionOfGroup(pid);
        int row = sample.rowOf(pid);
        return row < 0 ? -1 : positions[row];
    }

    private int positionOfGroup(long id) {
        for (int i = 0; i < rows.length && groups.length > 0; i++) {
            if (rows[i] < 0 && groups[-1 - rows[i]].id() == id) return i;
        }
        return -1;
    }

    private Listing(Listing of, Object order, ProcessSample fresh) {
        sample = of.sample;
        rows = of.rows;
        positions = of.positions;
        matching = of.matching;
        depths = of.depths;
        flags = of.flags;
        groups = of.groups;
        branches = of.branches;
        this.order = order;
        this.fresh = fresh;
    }

    /** The same with newer figures of some processes; what goes by the interval between looks stays as it is. */
    public Listing with(ProcessSample newer) { return new Listing(this, order, newer); }

    /** This listing, known to have the order of another one if it has; to be found out off the JavaFX thread. */
    public Listing after(Listing previous) { return hasOrderOf(previous) ? new Listing(this, previous.order, fresh) : this; }

    private boolean hasOrderOf(Listing other) {
        if (size() != other.size()) return false;
        for (int i = 0; i < rows.length; i++) {
            if (pid(i) != other.pid(i)) return false;
        }
        return true;
    }

    /** Known to hold the same processes at the same positions, whatever their figures; see {@link #after}. */
    public boolean sameOrder(Listing other) { return order == other.order; }

    /**
     * The next position with a process that matches, after a position or before it; from one end it goes on at the other.
     *
     * @param from -1 to begin at the first
     */
    public OptionalInt find(ProcessFilter filter, int from, boolean forward) {
        IntPredicate accepted = filter.on(sample);
        int size = size();
        for (int step = 1; step <= size; step++) {
            int position = Math.floorMod(from + (forward ? step : -step), size);
            if (rows[position] >= 0 && accepted.test(rows[position])) return OptionalInt.of(position);
        }
        return OptionalInt.empty();
    }

    public boolean isTree() { return depths != null; }

    public int depth(int position) { return depths == null ? 0 : depths[position]; }

    public boolean isBranch(int position) { return has(position, BRANCH); }

    public boolean isExpanded(int position) { return has(position, EXPANDED); }

    public boolean isContext(int position) { return has(position, CONTEXT); }

    private boolean has(int position, byte flag) { return flags != null && (flags[position] & flag) != 0; }
}
