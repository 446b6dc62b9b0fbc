package dev.ithaca.vm.inspect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * All processes at one moment as columns of primitive arrays: one row number per process and no object per process, so that
 * a hundred thousand are no burden. The living come first, then the recently dead, each in pid order. Immutable.
 */
public final class Population {
    private static final ProcessPriority[] PRIORITIES = ProcessPriority.values();
    private static final ProcessStatus[] STATUSES = ProcessStatus.values();

    private final int size;
    private final int living;
    private final long takenNanos;
    private final CountColumn pid;
    private final int[] parent;
    private final CountColumn reductions;
    /** As {@link #writeSize} writes them. */
    private final int[] heap;
    /** Unsigned; what is more than fits stays at the most. */
    private final int[] received;
    private final int[] sent;
    /** Unsigned, modulo. */
    private final int[] cpuMicros;
    private final int[] uptimeMillis;
    private final SmallColumn mailboxLength;
    /** One more than it is, as most have none. */
    private final SmallColumn oldestMillis;
    private final SmallColumn childCount;
    private final short[] linkCount;
    private final short[] monitorCount;
    private final SmallColumn place;
    private final SmallColumn origin;
    private final byte[] worker;
    private final byte[] priority;
    private final byte[] status;
    /** By figure; null for what was not wanted. */
    private final int[][] figures;
    private final Map<Long, String> names;
    /** By row minus {@link #living}. */
    private final String[] exitReason;
    private final int[] deadForMillis;
    private final List<Place> places;

    /** The numbers known of each process, for those who keep or compare whole populations. */
    public enum Column {
        PARENT, REDUCTIONS, HEAP, RECEIVED, SENT,
        /** Unsigned and modulo 2^32, so that only differences mean something. */
        CPU_MICROS,
        UPTIME, MAILBOX, OLDEST, CHILDREN, LINKS, MONITORS, PLACE, ORIGIN, WORKER, PRIORITY, STATUS,
        IN_STATE(Figure.IN_STATE), QUEUED(Figure.QUEUED), TURNS(Figure.TURNS), HIGHEST_HEAP(Figure.HIGHEST_HEAP);

        final Figure figure;

        Column() { this(null); }

        Column(Figure figure) { this.figure = figure; }

        /** What has to be collected for it; null for what always is. */
        public Figure figure() { return figure; }
    }

    Population(PopulationBuilder built) {
        size = built.size;
        living = built.living;
        takenNanos = built.takenNanos;
        pid = fit(built.pid);
        parent = fit(built.parent);
        reductions = fit(built.reductions);
        heap = fit(built.heap);
        received = fit(built.received);
        sent = fit(built.sent);
        cpuMicros = fit(built.cpuMicros);
        uptimeMillis = fit(built.uptimeMillis);
        mailboxLength = fit(built.mailboxLength);
        oldestMillis = fit(built.oldestMillis);
        childCount = fit(built.childCount);
        linkCount = fit(built.linkCount);
        monitorCount = fit(built.monitorCount);
        place = fit(built.place);
        origin = fit(built.origin);
        worker = fit(built.worker);
        priority = fit(built.priority);
        status = fit(built.status);
        figures = built.figures;
        for (int f = 0; f < figures.length; f++) if (figures[f] != null) figures[f] = fit(figures[f]);
        names = Map.copyOf(built.names);
        exitReason = built.exitReason.toArray(String[]::new);
        deadForMillis = built.deadFor.stream().mapToInt(Integer::intValue).toArray();
        places = List.copyOf(built.places);
    }

    /** A column with little to spare is taken over as it is. */
    private boolean tooLong(int length) { return length > size + size / 16 + 64; }

    private int[] fit(int[] column) { return tooLong(column.length) ? Arrays.copyOf(column, size) : column; }

    private SmallColumn fit(SmallColumn column) {
        if (tooLong(column.length())) column.setLength(size);
        return column;
    }

    private CountColumn fit(CountColumn column) {
        if (tooLong(column.length())) column.setLength(size);
        return column;
    }

    private short[] fit(short[] column) { return tooLong(column.length) ? Arrays.copyOf(column, size) : column; }

    private byte[] fit(byte[] column) { return tooLong(column.length) ? Arrays.copyOf(column, size) : column; }

    /** No processes at all. */
    public static Population empty() { return of(List.of(), 0); }

    /**
     * For inspectors that know no quicker way.
     *
     * @param processes in any order
     * @param takenNanos clock of {@link System#nanoTime()}
     */
    public static Population of(List<ProcessInfo> processes, long takenNanos) { return of(processes, takenNanos, Map.of()); }

    /** @param figures by pid */
    public static Population of(List<ProcessInfo> processes, long takenNanos, Map<Figure, LongUnaryOperator> figures) {
        var builder = new PopulationBuilder(processes.size(), takenNanos, figures.keySet());
        processes.stream().sorted(Comparator.comparing((ProcessInfo p) -> !p.alive()).thenComparing(ProcessInfo::pid))
                .forEach(process -> builder.add(process, figures));
        return builder.build();
    }

    /** Number of rows. */
    public int size() { return size; }

    /** Processes not dead; these are the first rows. */
    public int alive() { return living; }

    /** When it was taken, by the clock of {@link System#nanoTime()}. */
    public long takenNanos() { return takenNanos; }

    /** Writes one column, the rows in their order, into an array that is long enough. */
    public void copy(Column column, long[] to) {
        switch (column) {
            case PARENT -> copyUnsigned(parent, to);
            case REDUCTIONS -> {
                for (int row = 0; row < size; row++) to[row] = reductions(row);
            }
            case HEAP -> {
                for (int row = 0; row < size; row++) to[row] = heapBytes(row);
            }
            case RECEIVED -> copyUnsigned(received, to);
            case SENT -> copyUnsigned(sent, to);
            case CPU_MICROS -> copyUnsigned(cpuMicros, to);
            case UPTIME -> copy(uptimeMillis, to);
            case MAILBOX -> copy(mailboxLength, to);
            case OLDEST -> {
                for (int row = 0; row < size; row++) to[row] = oldestMessageMillis(row);
            }
            case CHILDREN -> copy(childCount, to);
            case LINKS -> copy(linkCount, to);
            case MONITORS -> copy(monitorCount, to);
            case PLACE -> copy(place, to);
            case ORIGIN -> copy(origin, to);
            case WORKER -> copy(worker, to);
            case PRIORITY -> copy(priority, to);
            case STATUS -> copy(status, to);
            case IN_STATE, QUEUED, TURNS, HIGHEST_HEAP -> {
                for (int row = 0; row < size; row++) to[row] = figure(column.figure, row);
            }
        }
    }

    private void copyUnsigned(int[] column, long[] to) {
        for (int row = 0; row < size; row++) to[row] = Integer.toUnsignedLong(column[row]);
    }

    private void copy(SmallColumn column, long[] to) {
        for (int row = 0; row < size; row++) to[row] = column.get(row);
    }

    private void copy(int[] column, long[] to) {
        for (int row = 0; row < size; row++) to[row] = column[row];
    }

    private void copy(short[] column, long[] to) {
        for (int row = 0; row < size; row++) to[row] = column[row];
    }

    private void copy(byte[] column, long[] to) {
        for (int row = 0; row < size; row++) to[row] = column[row];
    }

    /** Registered names by pid. */
    public Map<Long, String> names() { return names; }

    /** @return row of a process, or -1 */
    public int rowOf(long process) {
        int row = pid.search(0, living, process);
        return row >= 0 ? row : pid.search(living, size, process);
    }

    public long pid(int row) { return pid.get(row); }

    /** Pid of the creator, 0 for none. */
    public long parent(int row) { return Integer.toUnsignedLong(parent[row]); }

    public long reductions(int row) { return reductions.get(row); }

    /** Last measured live heap, or an estimate. */
    public long heapBytes(int row) { return readSize(heap[row]); }

    /** Four bytes for a size: to the byte below 2 GiB, above that to 4 KiB and up to 8 TiB. */
    static int writeSize(long bytes) {
        return bytes <= Integer.MAX_VALUE ? (int) bytes : (int) (Integer.MIN_VALUE | Math.min(Integer.MAX_VALUE, bytes >>> 12));
    }

    static long readSize(int written) { return written >= 0 ? written : (long) (written & Integer.MAX_VALUE) << 12; }

    /** Messages that came in since it started. */
    public long received(int row) { return Integer.toUnsignedLong(received[row]); }

    /** Messages it sent since it started. */
    public long sent(int row) { return Integer.toUnsignedLong(sent[row]); }

    /** Microseconds of a worker that it used from one look to another, if they lie within an hour. */
    public long cpuMicrosSince(int row, Population before, int rowBefore) {
        return Integer.toUnsignedLong(cpuMicros[row] - before.cpuMicros[rowBefore]);
    }

    /** Age, or life time if dead. */
    public long uptimeMillis(int row) { return uptimeMillis[row]; }

    public int mailboxLength(int row) { return mailboxLength.get(row); }

    /** How long the oldest queued message has waited; -1 if there is none. */
    public int oldestMessageMillis(int row) { return oldestMillis.get(row) - 1; }

    public int childCount(int row) { return childCount.get(row); }

    /** Linked processes; stops counting at 32,767. */
    public int linkCount(int row) { return linkCount[row]; }

    /** Processes it observes; stops counting at 32,767. */
    public int monitorCount(int row) { return monitorCount[row]; }

    public ProcessPriority priority(int row) { return PRIORITIES[priority[row]]; }

    /** Where it stands. */
    public Place place(int row) { return places.get(place.get(row)); }

    /** Index into {@link #places()} of where it stands. */
    public int placeIndex(int row) { return place.get(row); }

    /** What it was started with, and where that is written. */
    public Place origin(int row) { return places.get(origin.get(row)); }

    /** Index into {@link #places()} of the origin. */
    public int originIndex(int row) { return origin.get(row); }

    /** The few places at which all the processes stand or started; all different. */
    public List<Place> places() { return places; }

    /** Index of the scheduler thread that last ran it. */
    public int worker(int row) { return worker[row]; }

    public ProcessStatus status(int row) { return STATUSES[status[row]]; }

    public boolean isAlive(int row) { return row < living; }

    /** Whether a figure was collected. */
    public boolean has(Figure figure) { return figures[figure.ordinal()] != null; }

    /** A figure, -1 if it was not collected. */
    public long figure(Figure figure, int row) {
        int[] column = figures[figure.ordinal()];
        return column == null ? -1 : figure == Figure.HIGHEST_HEAP ? readSize(column[row]) : Integer.toUnsignedLong(column[row]);
    }

    /** Registered name, or null. */
    public String name(int row) { return names.isEmpty() ? null : names.get(pid(row)); }

    /** Null while alive. */
    public String exitReason(int row) { return row < living ? null : exitReason[row - living]; }

    /** Whether it is dead, and not because its function returned. */
    public boolean isFailed(int row) { return !isAlive(row) && !ProcessInfo.NORMAL.equals(exitReason(row)); }

    /** Time since its death, 0 while alive. */
    public int deadForMillis(int row) { return row < living ? 0 : deadForMillis[row - living]; }
}
