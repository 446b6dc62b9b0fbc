package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What only few processes have, so that the others need not pay for it. Links, monitors and the exit signal are guarded by
 * the lock of {@link Signals}.
 */
final class ProcessExtras {
    private static final int FORMER_LINKS = 50;

    final Set<Long> links = new LinkedHashSet<>(2);
    /** Monitors this process holds: reference to observed pid. */
    final Map<Long, Long> monitoring = new LinkedHashMap<>(2);
    /** Monitors on this process: reference to observing pid. */
    final Map<Long, Long> monitoredBy = new LinkedHashMap<>(2);
    boolean trapsExits;
    /** Most bytes it may keep alive, 0 for no limit; and what the last walk found. */
    long heapLimit;
    long liveAtWalk;
    long allocatedAtWalk;
    private ExitReason exitSignal;
    /** The report of its end if what it held was taken from it, since there was no memory left, and it is to be killed; else null. */
    volatile String outOfMemory;
    /** Registered name, or null. */
    volatile String name;
    /** The exception it crashed with, for post-mortem. */
    volatile NostosException crash;
    /** Its last messages; null unless somebody wants to know. Changed under the lock of {@link Probes}. */
    volatile MessageTrace trace;
    /** How long it runs and waits; null unless somebody wants to know. */
    volatile Timing timing;
    /** The process has ended, so that nothing is noted any more. */
    boolean traceClosed;
    final StepGoals goals = new StepGoals();
    /** Pids it was linked with when they, or it, ended; guarded like the links. */
    final Set<Long> formerLinks = new LinkedHashSet<>(2);
    private final Queue<Consumer<Process>> visits = new ConcurrentLinkedQueue<>();
    private Set<AutoCloseable> resources;
    /** Used by the process itself only. */
    final ReactiveState reactive = new ReactiveState();

    /** The oldest are forgotten: one that traps exits may have had any number. */
    void addFormerLink(long pid) {
        formerLinks.remove(pid);
        formerLinks.add(pid);
        if (formerLinks.size() > FORMER_LINKS) formerLinks.remove(formerLinks.iterator().next());
    }

    /** The first signal that ends the process stands. */
    synchronized void signalExit(ExitReason reason) {
        if (exitSignal == null) exitSignal = reason;
    }

    synchronized ExitReason takeExitSignal() {
        ExitReason reason = exitSignal;
        exitSignal = null;
        return reason;
    }

    /** Has somebody look at the process at its next safepoint; the caller then sets the request. */
    void addVisit(Consumer<Process> visit) { visits.add(visit); }

    void runVisits(Process p) {
        for (Consumer<Process> visit = visits.poll(); visit != null; visit = visits.poll()) visit.accept(p);
    }

    synchronized void own(AutoCloseable resource) {
        if (resources == null) resources = Collections.newSetFromMap(new IdentityHashMap<>());
        resources.add(resource);
    }

    synchronized void disown(AutoCloseable resource) {
        if (resources != null) resources.remove(resource);
    }

    synchronized List<AutoCloseable> takeResources() {
        if (resources == null) return List.of();
        List<AutoCloseable> taken = new ArrayList<>(resources);
        resources = null;
        return taken;
    }
}
