package dev.ithaca.monitor.model;

import java.util.Arrays;

/** A sample in the order in which it is shown: position in the list -> row of the sample. Immutable. */
public final class Listing {
    private final ProcessSample sample;
    private final int[] rows;
    private final long[] pids;
    private final LongIntMap positions;
    private final int matching;
    /** Tree only: depth of each position, and what its disclosure arrow shows. */
    private final short[] depths;
    private final byte[] flags;

    static final byte BRANCH = 1;
    static final byte EXPANDED = 2;
    /** Shown only because a descendant matches the filter. */
    static final byte CONTEXT = 4;

    public static Listing empty() {
        return flat(ProcessSample.empty(), new int[0]);
    }

    static Listing flat(ProcessSample sample, int[] rows) {
        return new Listing(sample, rows, null, null, rows.length);
    }

    Listing(ProcessSample sample, int[] rows, short[] depths, byte[] flags, int matching) {
        this.sample = sample;
        this.rows = rows;
        this.depths = depths;
        this.flags = flags;
        this.matching = matching;
        pids = new long[rows.length];
        for (int i = 0; i < rows.length; i++) pids[i] = sample.pid(rows[i]);
        positions = LongIntMap.indexing(pids);
    }

    public ProcessSample sample() { return sample; }

    /** Number of positions. */
    public int size() { return rows.length; }

    /** Processes that match the filter, those in collapsed branches included. */
    public int matching() { return matching; }

    /** Row of the sample at a position. */
    public int row(int position) { return rows[position]; }

    public long pid(int position) { return pids[position]; }

    /** @return position of a process, or -1 if it is not shown */
    public int positionOf(long pid) { return positions.get(pid); }

    /** Same processes at the same positions, whatever their figures. */
    public boolean sameOrder(Listing other) { return Arrays.equals(pids, other.pids); }

    public boolean isTree() { return depths != null; }

    public int depth(int position) { return depths == null ? 0 : depths[position]; }

    public boolean isBranch(int position) { return has(position, BRANCH); }

    public boolean isExpanded(int position) { return has(position, EXPANDED); }

    public boolean isContext(int position) { return has(position, CONTEXT); }

    private boolean has(int position, byte flag) { return flags != null && (flags[position] & flag) != 0; }
}
