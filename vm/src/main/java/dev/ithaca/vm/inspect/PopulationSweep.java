package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.LocationCache;
import dev.ithaca.vm.runtime.Observer;
import dev.ithaca.vm.runtime.Process;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One walk over all processes of a machine. Reads plain fields that the workers write, so that it takes as long on a busy
 * machine as on an idle one, stops nobody and charges nobody.
 */
final class PopulationSweep {
    private final Observer observer;
    private final LocationCache locations = new LocationCache();
    private final PopulationBuilder rows;
    private final int now;
    private final Figure[] wanted;
    /** Still listed among the living, but over. */
    private final List<Process> ended = new ArrayList<>();
    private Process lastStarted;
    private int lastOrigin;

    private PopulationSweep(Observer observer, int expected, Set<Figure> wanted) {
        this.observer = observer;
        now = observer.nowMillis();
        this.wanted = wanted.toArray(Figure[]::new);
        rows = new PopulationBuilder(expected, System.nanoTime(), wanted);
    }

    static Population run(Observer observer, Set<Figure> wanted) {
        return new PopulationSweep(observer, (int) Math.min(1 << 24, observer.spawned() - observer.exited() + 1_200), wanted).run();
    }

    /** Of some processes only. */
    static Population run(Observer observer, long[] pids) {
        var sweep = new PopulationSweep(observer, pids.length, Figure.ALL);
        for (long pid : Arrays.stream(pids).sorted().toArray()) {
            Process p = observer.find(pid);
            if (p != null) sweep.addLiving(p);
        }
        sweep.ended.forEach(p -> sweep.add(p, ProcessStatus.DEAD));
        return sweep.rows.build();
    }

    private void addLiving(Process p) {
        ProcessStatus status = MachineInspector.status(observer.status(p));
        if (status == ProcessStatus.DEAD) ended.add(p);
        else add(p, status);
    }

    private Population run() {
        observer.forEachLive(this::addLiving);
        int living = rows.size;
        ended.addAll(observer.dead());
        ended.sort(Comparator.comparingLong(Process::id));
        long last = 0;
        for (Process p : ended) {
            // it may have died and been buried while we were on our way
            if (p.id() != last && rows.pid.search(0, living, p.id()) < 0) add(p, ProcessStatus.DEAD);
            last = p.id();
        }
        return rows.build();
    }

    private void add(Process p, ProcessStatus status) {
        int row = rows.addRow();
        rows.pid.set(row, p.id());
        rows.parent[row] = (int) observer.parent(p);
        rows.reductions.set(row, observer.reductions(p));
        rows.heap[row] = Population.writeSize(observer.heapBytes(p));
        rows.received[row] = unsigned(observer.received(p));
        rows.sent[row] = unsigned(observer.sent(p));
        rows.cpuMicros[row] = (int) (observer.cpuNanos(p) / 1_000);
        rows.mailboxLength.set(row, observer.mailboxLength(p));
        rows.setOldest(row, observer.oldestMessageMillis(p, now));
        rows.childCount.set(row, observer.childCount(p));
        rows.linkCount[row] = (short) Math.min(Short.MAX_VALUE, observer.linkCount(p));
        rows.monitorCount[row] = (short) Math.min(Short.MAX_VALUE, observer.monitorCount(p));
        rows.priority[row] = (byte) observer.priority(p).ordinal();
        rows.worker[row] = (byte) Math.max(0, observer.worker(p));
        int origin = origin(p);
        rows.origin.set(row, origin);
        CodeLocation at = observer.location(p, locations);
        rows.place.set(row, at == null ? origin : rows.index(at));
        boolean dead = status == ProcessStatus.DEAD;
        rows.uptimeMillis[row] = dead ? (int) observer.uptimeMillis(p) : Math.max(0, now - observer.startedMillis(p));
        rows.setStatus(row, status, dead ? observer.exitReason(p) : null, dead ? observer.deadForMillis(p) : 0);
        for (Figure figure : wanted) rows.setFigure(figure, row, figure(p, figure));
        String name = observer.name(p);
        if (name != null) rows.names.put(p.id(), name);
    }

    private long figure(Process p, Figure figure) {
        return switch (figure) {
            case IN_STATE -> observer.inStateMillis(p, now);
            case QUEUED -> observer.queuedMillis(p);
            case TURNS -> observer.turns(p);
            case HIGHEST_HEAP -> observer.highestHeapBytes(p);
        };
    }

    private static int unsigned(long count) { return (int) Math.min(count, 0xFFFF_FFFFL); }

    /** Neighbours were mostly started alike. */
    private int origin(Process p) {
        Process last = lastStarted;
        if (last != null && observer.origin(p) == observer.origin(last)
                && observer.initialFunction(p).equals(observer.initialFunction(last))) {
            return lastOrigin;
        }
        CodeLocation written = observer.origin(p);
        lastStarted = p;
        lastOrigin = rows.index(new Place(observer.initialFunction(p), written == null ? null : written.file(),
                written == null ? 0 : written.line()));
        return lastOrigin;
    }
}
