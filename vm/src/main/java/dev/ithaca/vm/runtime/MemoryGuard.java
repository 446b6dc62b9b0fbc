package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps one process from taking the memory of all: when a full collection leaves little room, the process that keeps most
 * alive is ended. Those that own most frames and messages, or have allocated most, are suspects; their live heaps are then
 * walked, so that a process that only makes much garbage is spared. Meanwhile the machine stands still, lest what room is
 * left fills up.
 */
final class MemoryGuard {
    private static final long PERIOD_NANOS = 100_000_000;
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

    private final Runtime host = Runtime.getRuntime();
    private volatile double due = FILLED;
    private boolean prepared;
    private Thread thread;

    MemoryGuard(Machine machine) { this.machine = machine; }

    void start() {
        if (old == null) return;
        thread = new Thread(this::run, "nostos-memory");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /**
     * For workers, every few slices: has them all rest when memory may run short, until that is looked into. Without it a
     * busy machine, which lets the thread of the guard wait, could fill the heap meanwhile.
     */
    void check() {
        if (thread == null || !busy() || !filled(old.getUsage())) return;
        machine.pause(true);
        LockSupport.unpark(thread);
    }

    private boolean busy() { return host.totalMemory() - host.freeMemory() >= BUSY * host.maxMemory(); }

    private boolean filled(MemoryUsage usage) { return usage.getUsed() >= due * usage.getMax(); }

    private void run() {
        while (!machine.stopping()) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            try {
                look();
            } catch (Throwable e) {
                // Most likely there was no memory to look with: somebody else will have to make room. This thread must live.
                Thread.onSpinWait();
            } finally {
                machine.pause(false);
            }
        }
    }

    private void look() {
        if (!busy()) return;
        if (!prepared) {
            prepare();
            prepared = true;
        }
        if (!filled(old.getUsage())) return;
        System.gc();
        MemoryUsage usage = old.getUsage();
        double left = (double) usage.getUsed() / usage.getMax();
        if (left > 1 - leastRoom(usage) && (machine.history() != null || machine.undoables().any())) {
            // Nobody has to die for what is kept only to be looked at, or for the dead.
            machine.undoables().forget();
            machine.keepHistory(false);
            System.gc();
            usage = old.getUsage();
            left = (double) usage.getUsed() / usage.getMax();
        }
        // Much of it is in use and stays so: not to collect for nothing, look again when half of the rest is full.
        due = Math.max(FILLED, (1 + left) / 2);
        if (left > 1 - leastRoom(usage)) relieve();
    }

    private static double leastRoom(MemoryUsage usage) { return Math.max(ROOM, LEAST_ROOM_BYTES / usage.getMax()); }

    private static MemoryPoolMXBean oldGeneration() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && (pool.getName().contains("Old") || pool.getName().contains("Tenured"))) return pool;
        }
        return null;
    }

    /**
     * Goes through what ends a process, so that its classes are loaded while there is memory: one whose loading failed is
     * lost for good.
     */
    private void prepare() {
        NostosException e = NostosException.outOfMemory();
        ErrorReport.ofMain(e, machine.decoder());
        ErrorReport.ofMemory("", null, machine.decoder());
        Ref nothing = new Ref(0);
        Pid nobody = new Pid(0);
        machine.messages().down(nothing, nobody, ExitReason.OUT_OF_MEMORY);
        machine.messages().exit(nobody, ExitReason.OUT_OF_MEMORY);
        meter().walk(new Capture(machine.main(), null, List.of(), 0, List.of(), List.of(), List.of()), WALK_NANOS, WALK_OBJECTS);
        new Completion(Completion.Kind.CRASHED, null, null).kind();
    }

    private void relieve() {
        machine.pause(true);
        try {
            for (int i = 0; i < REST_MILLIS && !allRest(); i++) LockSupport.parkNanos(this, 1_000_000);
            Process victim = biggest();
            if (victim != null) end(victim);
        } finally {
            byOwn.clear();
            byAllocation.clear();
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
        try {
            if (main) return;
            machine.output().flush();
            machine.errors().print(report);
        } finally {
            machine.scheduler().wakeParked(p);
        }
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
