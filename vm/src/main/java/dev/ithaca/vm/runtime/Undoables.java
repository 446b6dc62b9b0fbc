package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The kills of a machine that can still be taken back. */
final class Undoables {
    private final Machine machine;
    private final Object reviving = new Object();
    private final List<UndoableKill> open = new ArrayList<>();

    Undoables(Machine machine) { this.machine = machine; }

    UndoableKill kill(Collection<Process> processes) {
        UndoableKill kill = new UndoableKill(machine);
        synchronized (this) {
            open.add(kill);
        }
        kill.end(processes);
        return kill;
    }

    /** The lock of all that brings processes back or gives them up for good: two kills may have ended the same one. */
    Object reviving() { return reviving; }

    synchronized void remove(UndoableKill kill) { open.remove(kill); }

    synchronized boolean any() { return !open.isEmpty(); }

    /** None can be taken back any more. */
    void forget() {
        List<UndoableKill> all;
        synchronized (this) {
            all = List.copyOf(open);
        }
        all.forEach(UndoableKill::forget);
    }
}
