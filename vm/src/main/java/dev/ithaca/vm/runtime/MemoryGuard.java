package dev.ithaca.vm.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.function.Consumer;

/**
 * Keeps one process from taking the memory of all: when a collection leaves little room, the process that holds the most
 * frames and messages, or has allocated most, is ended. Allocates nothing until one is chosen, for there may be nothing left.
 */
final class MemoryGuard {
    private static final long PERIOD_MILLIS = 100;
    /** Of the whole heap, garbage included: below this nothing is looked at. */
    private static final double BUSY = 0.4;
    /** Of the old generation, garbage included: from here on the collector would run soon, so it may as well run now. */
    private static final double FILLED = 0.75;
    /** Of the old generation after a collection. */
    private static final double FULL = 0.65;
    /** Made while there is memory. */
    private static final ExitReason OUT_OF_MEMORY = ExitReason.error("out of memory");
    private static final int PATIENCE = 10;

    private final Machine machine;
    private final Consumer<Process> ranking = this::rank;
    private Process lastVictim;
    private Process best;
    private long bestScore;

    MemoryGuard(Machine machine) { this.machine = machine; }

    void start() {
        Thread thread = new Thread(this::run, "nostos-memory");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void run() {
        Runtime host = Runtime.getRuntime();
        while (!machine.stopping()) {
            try {
                Thread.sleep(PERIOD_MILLIS);
                if (host.totalMemory() - host.freeMemory() > BUSY * host.maxMemory() && oldGeneration() > FILLED) {
                    System.gc();
                    if (oldGeneration() > FULL) relieve();
                }
            } catch (InterruptedException e) {
                return;
            } catch (OutOfMemoryError e) {
                // Somebody else will have to make room; look again.
                Thread.onSpinWait();
            }
        }
    }

    /** The part of the old generation that is in use. */
    private static double oldGeneration() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() != MemoryType.HEAP || !pool.getName().contains("Old") && !pool.getName().contains("Tenured")) continue;
            MemoryUsage usage = pool.getUsage();
            return (double) usage.getUsed() / usage.getMax();
        }
        return 0;
    }

    private void relieve() throws InterruptedException {
        Process victim = biggest();
        if (victim == null) return;
        if (victim == lastVictim) {
            machine.observer().kill(victim);
        } else {
            lastVictim = victim;
            machine.signals().end(victim, OUT_OF_MEMORY);
        }
        for (int i = 0; i < PATIENCE && victim.exit == null; i++) Thread.sleep(PERIOD_MILLIS);
        if (victim != machine.main()) machine.errors().println("Process <pid " + victim.pid + "> ended: out of memory");
    }

    private Process biggest() {
        best = null;
        machine.registry().forEach(ranking);
        return best;
    }

    private void rank(Process p) {
        // What is certainly alive counts more than what may be garbage by now.
        long score = 2 * HeapMeter.ownBytes(p) + p.allocatedBytes;
        if (best != null && score <= bestScore) return;
        best = p;
        bestScore = score;
    }
}
