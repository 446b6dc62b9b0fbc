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
    private ExitSignal exitSignal;
    /** The kill that ends it, or ends it along with others, if that can be taken back; else null. */
    private volatile UndoableKill kill;
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
    final ReactiveState reactive;

    ProcessExtras() { reactive = new ReactiveState(); }

    /** Of a process that goes on where another stood; what ties it to others is still to be restored. */
    ProcessExtras(ProcessExtras before) {
        reactive = before.reactive;
        heapLimit = before.heapLimit;
        liveAtWalk = before.liveAtWalk;
        allocatedAtWalk = before.allocatedAtWalk;
    }

    /** The oldest are forgotten: one that traps exits may have had any number. */
    void addFormerLink(long pid) {
        formerLinks.remove(pid);
        formerLinks.add(pid);
        if (formerLinks.size() > FORMER_LINKS) formerLinks.remove(formerLinks.iterator().next());
    }

    /** The first signal that ends the process stands, unless it can be taken back and this one cannot. */
    synchronized void signalExit(ExitSignal signal) {
        if (exitSignal == null || exitSignal.cause() != null && signal.cause() == null) exitSignal = signal;
    }

    /** Null if there is none any more. */
    synchronized ExitSignal takeExitSignal() {
        ExitSignal signal = exitSignal;
        exitSignal = null;
        if (signal != null && signal.cause() != null && (kill == null || !kill.isOpen())) kill = signal.cause();
        return signal;
    }

    /** Takes back the signal that came of a kill. @return whether it was still there */
    synchronized boolean cancelExit(UndoableKill cause) {
        if (exitSignal == null || exitSignal.cause() != cause) return false;
        exitSignal = null;
        return true;
    }

    UndoableKill kill() { return kill; }

    /** @return the kill that it was to end by, or null */
    synchronized UndoableKill endBy(UndoableKill undoable) {
        UndoableKill before = kill;
        kill = undoable;
        return before;
    }

    /** Has somebody look at the process at its next safepoint; the caller then sets the request. */
    void addVisit(Consumer<Process> visit) { visits.add(visit); }

    void runVisits(Process p) {
        for (Consumer<Process> visit = visits.poll(); visit != null; visit = visits.poll()) visit.accept(p);
    }

    synchronized boolean ownsResources() { return resources != null && !resources.isEmpty(); }

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
