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

/** Collects the rows of a {@link Population}; they have to come in its order. */
final class PopulationBuilder {
    final long takenNanos;
    int size;
    int living;
    long[] pid;
    int[] parent;
    long[] reductions;
    int[] heap;
    int[] received;
    int[] sent;
    int[] cpuMicros;
    int[] uptimeMillis;
    int[] mailboxLength;
    int[] oldestMillis;
    int[] childCount;
    short[] linkCount;
    short[] monitorCount;
    final IndexColumn place;
    final IndexColumn origin;
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
        pid = new long[n];
        parent = new int[n];
        reductions = new long[n];
        heap = new int[n];
        received = new int[n];
        sent = new int[n];
        cpuMicros = new int[n];
        uptimeMillis = new int[n];
        mailboxLength = new int[n];
        oldestMillis = new int[n];
        childCount = new int[n];
        linkCount = new short[n];
        monitorCount = new short[n];
        place = new IndexColumn(n);
        origin = new IndexColumn(n);
        worker = new byte[n];
        priority = new byte[n];
        Arrays.fill(priority, (byte) ProcessPriority.NORMAL.ordinal());
        status = new byte[n];
        for (Figure figure : wanted) figures[figure.ordinal()] = new int[n];
    }

    Population build() { return new Population(this); }

    /** @return the row, whose columns the caller then fills */
    int addRow() {
        if (size == pid.length) grow(size + (size >> 1) + 16);
        return size++;
    }

    void add(ProcessInfo info, Map<Figure, LongUnaryOperator> known) {
        int row = addRow();
        known.forEach((figure, of) -> setFigure(figure, row, of.applyAsLong(info.pid())));
        pid[row] = info.pid();
        parent[row] = (int) info.parent();
        reductions[row] = info.reductions();
        heap[row] = Population.writeSize(info.heapBytes());
        uptimeMillis[row] = (int) Math.min(Integer.MAX_VALUE, info.uptimeMillis());
        mailboxLength[row] = info.mailboxLength();
        oldestMillis[row] = -1;
        childCount[row] = info.childCount();
        place.set(row, index(new Place(info.function(), info.file(), info.line())));
        origin.set(row, index(new Place(info.initialFunction(), null, 0)));
        worker[row] = (byte) info.worker();
        setStatus(row, info.status(), info.exitReason(), 0);
        if (info.name() != null) names.put(info.pid(), info.name());
    }

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
        pid = Arrays.copyOf(pid, n);
        parent = Arrays.copyOf(parent, n);
        reductions = Arrays.copyOf(reductions, n);
        heap = Arrays.copyOf(heap, n);
        received = Arrays.copyOf(received, n);
        sent = Arrays.copyOf(sent, n);
        cpuMicros = Arrays.copyOf(cpuMicros, n);
        uptimeMillis = Arrays.copyOf(uptimeMillis, n);
        mailboxLength = Arrays.copyOf(mailboxLength, n);
        oldestMillis = Arrays.copyOf(oldestMillis, n);
        childCount = Arrays.copyOf(childCount, n);
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
