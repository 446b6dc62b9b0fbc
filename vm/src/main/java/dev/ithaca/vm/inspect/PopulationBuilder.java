package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.CodeLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** Collects the rows of a {@link Population}; they have to come in its order. Others fill it by whole columns. */
public final class PopulationBuilder {
    final long takenNanos;
    int size;
    int living;
    final CountColumn pid;
    int[] parent;
    final CountColumn reductions;
    int[] heap;
    int[] received;
    int[] sent;
    int[] cpuMicros;
    int[] uptimeMillis;
    final SmallColumn mailboxLength;
    final SmallColumn oldestMillis;
    final SmallColumn childCount;
    short[] linkCount;
    short[] monitorCount;
    final SmallColumn place;
    final SmallColumn origin;
    byte[] worker;
    byte[] priority;
    byte[] status;
    /** By figure; null for what is not wanted. */
    final int[][] figures = new int[Figure.values().length][];
    final Map<Long, String> names = new HashMap<>();
    final List<String> exitReason = new ArrayList<>();
    final List<Integer> deadFor = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> placeIndex = new HashMap<>();
    private final Map<CodeLocation, Integer> known = new IdentityHashMap<>();
    private CodeLocation lastLocation;
    private int lastPlace;

    PopulationBuilder(int expected, long takenNanos, Set<Figure> wanted) {
        this.takenNanos = takenNanos;
        int n = Math.max(16, expected);
        pid = new CountColumn(n);
        parent = new int[n];
        reductions = new CountColumn(n);
        heap = new int[n];
        received = new int[n];
        sent = new int[n];
        cpuMicros = new int[n];
        uptimeMillis = new int[n];
        mailboxLength = new SmallColumn(n);
        oldestMillis = new SmallColumn(n);
        childCount = new SmallColumn(n);
        linkCount = new short[n];
        monitorCount = new short[n];
        place = new SmallColumn(n);
        origin = new SmallColumn(n);
        worker = new byte[n];
        priority = new byte[n];
        Arrays.fill(priority, (byte) ProcessPriority.NORMAL.ordinal());
        status = new byte[n];
        for (Figure figure : wanted) figures[figure.ordinal()] = new int[n];
    }

    public Population build() { return new Population(this); }

    /**
     * A population that was taken apart, to be filled column by column.
     *
     * @param pids the living, then the dead, each in pid order
     * @param living how many of them are alive
     * @param places what {@link Population.Column#PLACE} and {@link Population.Column#ORIGIN} count
     */
    public static PopulationBuilder of(long[] pids, int living, long takenNanos, List<Place> places) {
        var builder = new PopulationBuilder(pids.length, takenNanos, Set.of());
        for (int row = 0; row < pids.length; row++) builder.pid.set(row, pids[row]);
        builder.size = pids.length;
        builder.living = living;
        builder.places.addAll(places);
        return builder;
    }

    /** @param registered by pid */
    public void name(Map<Long, String> registered) { names.putAll(registered); }

    /** @throws IllegalArgumentException if a value makes no sense in its column */
    public void fill(Population.Column column, long[] values) {
        switch (column) {
            case PARENT -> fill(parent, values);
            case REDUCTIONS -> {
                for (int row = 0; row < size; row++) reductions.set(row, values[row]);
            }
            case HEAP -> {
                for (int row = 0; row < size; row++) heap[row] = Population.writeSize(values[row]);
            }
            case RECEIVED -> fill(received, values);
            case SENT -> fill(sent, values);
            case CPU_MICROS -> fill(cpuMicros, values);
            case UPTIME -> fill(uptimeMillis, values);
            case MAILBOX -> fill(mailboxLength, values);
            case OLDEST -> {
                for (int row = 0; row < size; row++) setOldest(row, (int) values[row]);
            }
            case CHILDREN -> fill(childCount, values);
            case LINKS -> fill(linkCount, values);
            case MONITORS -> fill(monitorCount, values);
            case PLACE -> fill(place, checked(values, places.size()));
            case ORIGIN -> fill(origin, checked(values, places.size()));
            case WORKER -> fill(worker, values);
            case PRIORITY -> fill(priority, checked(values, ProcessPriority.values().length));
            case STATUS -> fill(status, checked(values, ProcessStatus.values().length));
            case IN_STATE, QUEUED, TURNS, HIGHEST_HEAP -> {
                figures[column.figure.ordinal()] = new int[pid.length()];
                for (int row = 0; row < size; row++) setFigure(column.figure, row, values[row]);
            }
        }
    }

    /** What is known of the next of the dead, in their order. */
    public void bury(String reason, int deadForMillis) {
        exitReason.add(reason);
        deadFor.add(deadForMillis);
    }

    private long[] checked(long[] values, int count) {
        for (int row = 0; row < size; row++) {
            if (values[row] < 0 || values[row] >= count) throw new IllegalArgumentException("no number from 0 to " + (count - 1) + ": " + values[row]);
        }
        return values;
    }

    private void fill(int[] column, long[] values) {
        for (int row = 0; row < size; row++) column[row] = (int) values[row];
    }

    private void fill(SmallColumn column, long[] values) {
        for (int row = 0; row < size; row++) column.set(row, (int) values[row]);
    }

    private void fill(short[] column, long[] values) {
        for (int row = 0; row < size; row++) column[row] = (short) values[row];
    }

    private void fill(byte[] column, long[] values) {
        for (int row = 0; row < size; row++) column[row] = (byte) values[row];
    }

    /** @return the row, whose columns the caller then fills */
    int addRow() {
        if (size == pid.length()) grow(size + (size >> 1) + 16);
        return size++;
    }

    void add(ProcessInfo info, Map<Figure, LongUnaryOperator> known) {
        int row = addRow();
        known.forEach((figure, of) -> setFigure(figure, row, of.applyAsLong(info.pid())));
        pid.set(row, info.pid());
        parent[row] = (int) info.parent();
        reductions.set(row, info.reductions());
        heap[row] = Population.writeSize(info.heapBytes());
        uptimeMillis[row] = (int) Math.min(Integer.MAX_VALUE, info.uptimeMillis());
        mailboxLength.set(row, info.mailboxLength());
        setOldest(row, -1);
        childCount.set(row, info.childCount());
        place.set(row, index(new Place(info.function(), info.file(), info.line())));
        origin.set(row, index(new Place(info.initialFunction(), null, 0)));
        worker[row] = (byte) info.worker();
        setStatus(row, info.status(), info.exitReason(), 0);
        if (info.name() != null) names.put(info.pid(), info.name());
    }

    /** @param millis age of the oldest queued message, -1 if there is none */
    void setOldest(int row, int millis) { oldestMillis.set(row, millis + 1); }

    void setFigure(Figure figure, int row, long value) {
        figures[figure.ordinal()][row] = figure == Figure.HIGHEST_HEAP ? Population.writeSize(value) : (int) value;
    }

    void setStatus(int row, ProcessStatus now, String reason, int deadForMillis) {
        status[row] = (byte) now.ordinal();
        if (now != ProcessStatus.DEAD) {
            living = row + 1;
        } else {
            exitReason.add(reason);
            deadFor.add(deadForMillis);
        }
    }

    /** Index of a place; of the same location object quickly. */
    int index(CodeLocation location) {
        if (location == lastLocation) return lastPlace;
        Integer index = known.get(location);
        if (index == null) {
            index = index(new Place(location.function(), location.file(), location.line()));
            known.put(location, index);
        }
        lastLocation = location;
        lastPlace = index;
        return index;
    }

    int index(Place wanted) {
        Integer index = placeIndex.putIfAbsent(wanted, places.size());
        if (index != null) return index;
        places.add(wanted);
        return places.size() - 1;
    }

    private void grow(int n) {
        pid.setLength(n);
        parent = Arrays.copyOf(parent, n);
        reductions.setLength(n);
        heap = Arrays.copyOf(heap, n);
        received = Arrays.copyOf(received, n);
        sent = Arrays.copyOf(sent, n);
        cpuMicros = Arrays.copyOf(cpuMicros, n);
        uptimeMillis = Arrays.copyOf(uptimeMillis, n);
        mailboxLength.setLength(n);
        oldestMillis.setLength(n);
        childCount.setLength(n);
        linkCount = Arrays.copyOf(linkCount, n);
        monitorCount = Arrays.copyOf(monitorCount, n);
        place.setLength(n);
        origin.setLength(n);
        worker = Arrays.copyOf(worker, n);
        priority = Arrays.copyOf(priority, n);
        status = Arrays.copyOf(status, n);
        for (int f = 0; f < figures.length; f++) if (figures[f] != null) figures[f] = Arrays.copyOf(figures[f], n);
    }
}
