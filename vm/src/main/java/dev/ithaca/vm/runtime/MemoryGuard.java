package dev.ithaca.vm.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/**
 * Keeps one process from taking the memory of all: when a full collection leaves little room, the process that keeps most
 * alive is ended. Those that own most frames and messages, or have allocated most, are suspects; their live heaps are then
 * walked, so that a process that only makes much garbage is spared. Meanwhile the machine stands still, lest what room is
 * left fills up.
 */
final class MemoryGuard {
    private static final long PERIOD_MILLIS = 100;
    /** Of the whole heap, garbage included: below this nothing is looked at. */
    private static final double BUSY = 0.4;
    /** Of the old generation, garbage included: from here on the collector would run soon, so it may as well run now. */
    private static final double FILLED = 0.75;
    /** Room that a collection has to leave in the old generation: a part of it, and enough to act in. */
    private static final double ROOM = 0.15;
    private static final double LEAST_ROOM_BYTES = 64 << 20;
    private static final int SUSPECTS = 4;
    /** Workers get that long to reach a safepoint. */
    private static final int REST_MILLIS = 200;
    private static final long WALK_NANOS = 50_000_000;
    /** Walking needs memory for each object it meets, and there is little. */
    private static final int WALK_OBJECTS = 50_000;

    private final Machine machine;
    private final MemoryPoolMXBean old = oldGeneration();
    /** Made while there is memory. */
    private final Ranking byOwn = new Ranking(SUSPECTS);
    private final Ranking byAllocation = new Ranking(SUSPECTS);

    MemoryGuard(Machine machine) { this.machine = machine; }

    void start() {
        if (old == null) return;
        Thread thread = new Thread(this::run, "nostos-memory");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void run() {
        Runtime host = Runtime.getRuntime();
        double due = FILLED;
        while (!machine.stopping()) {
            try {
                Thread.sleep(PERIOD_MILLIS);
                if (host.totalMemory() - host.freeMemory() < BUSY * host.maxMemory()) continue;
                MemoryUsage usage = old.getUsage();
                if (usage.getUsed() < due * usage.getMax()) continue;
                System.gc();
                usage = old.getUsage();
                double left = (double) usage.getUsed() / usage.getMax();
                // Much of it is in use and stays so: not to collect for nothing, look again when half of the rest is full.
                due = Math.max(FILLED, (1 + left) / 2);
                if (left > 1 - Math.max(ROOM, LEAST_ROOM_BYTES / usage.getMax())) relieve();
            } catch (InterruptedException e) {
                return;
            } catch (OutOfMemoryError e) {
                // Somebody else will have to make room; look again.
                Thread.onSpinWait();
            }
        }
    }

    private static MemoryPoolMXBean oldGeneration() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && (pool.getName().contains("Old") || pool.getName().contains("Tenured"))) return pool;
        }
        return null;
    }

    private void relieve() throws InterruptedException {
        machine.pause(true);
        try {
            for (int i = 0; i < REST_MILLIS && !allRest(); i++) Thread.sleep(1);
            Process victim = biggest();
            if (victim != null) end(victim);
        } finally {
            byOwn.clear();
            byAllocation.clear();
            machine.pause(false);
        }
    }

    private boolean allRest() {
        for (Worker w : machine.scheduler().workers()) if (!w.isResting()) return false;
        return true;
    }

    /** The suspect that keeps most alive, of those that stand still. */
    private Process biggest() {
        machine.registry().forEach(p -> {
            if (p.state == ProcessState.RUNNING || p.exit != null) return;
            byOwn.offer(p, HeapMeter.ownBytes(p));
            byAllocation.offer(p, p.allocatedBytes);
        });
        Process best = null;
        long most = -1;
        for (Ranking suspects : new Ranking[] {byOwn, byAllocation}) {
            for (int i = 0; i < suspects.size(); i++) {
                Process p = suspects.get(i);
                long bytes = p == best ? most : alive(p);
                if (bytes <= most) continue;
                best = p;
                most = bytes;
            }
        }
        return best;
    }

    /** The live heap; of one too large to be walked, what it may have gathered at most. */
    private long alive(Process p) {
        HeapMeter.Measured walked = meter().walk(machine.observer().still(p), WALK_NANOS, WALK_OBJECTS);
        long own = HeapMeter.ownBytes(p);
        return own + (walked.whole() ? walked.bytes() : Math.max(walked.bytes(), p.allocatedBytes));
    }

    private HeapMeter meter() { return machine.observer().heapMeter(); }

    /** Takes from it what it holds at once, as there may be no memory for anything else, and has its worker do the rest. */
    private void end(Process p) {
        boolean main = p == machine.main();
        String report = ErrorReport.ofMemory(main ? "Runtime error:" : "Process <pid " + p.pid + "> ended:", p.top, machine.decoder());
        p.ensureExtras().outOfMemory = report;
        p.request(Requests.KILL);
        Wait wait = p.waitingFor;
        p.drop();
        if (wait != null) wait.cancel();
        machine.scheduler().wakeParked(p);
        if (main) return;
        machine.output().flush();
        machine.errors().print(report);
    }

    /** The processes with the highest scores. Allocates nothing once it is made. */
    private static final class Ranking {
        private final Process[] processes;
        private final long[] scores;
        private int size;

        Ranking(int capacity) {
            processes = new Process[capacity];
            scores = new long[capacity];
        }

        int size() { return size; }

        Process get(int i) { return processes[i]; }

        /** Holds on to nobody who has died. */
        void clear() {
            while (size > 0) processes[--size] = null;
        }

        void offer(Process p, long score) {
            if (size == scores.length && score <= scores[size - 1]) return;
            int at = size < scores.length ? size++ : size - 1;
            for (; at > 0 && scores[at - 1] < score; at--) {
                scores[at] = scores[at - 1];
                processes[at] = processes[at - 1];
            }
            scores[at] = score;
            processes[at] = p;
        }
    }
}
