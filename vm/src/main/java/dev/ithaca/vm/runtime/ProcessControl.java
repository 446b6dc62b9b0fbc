package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Pid;
import java.util.ArrayList;
import java.util.List;

/** What the library offers to programs about processes: the operations behind {@code processes()}, {@code Process.kill} and so on. */
public final class ProcessControl {
    private final Machine machine;

    ProcessControl(Machine machine) { this.machine = machine; }

    /**
     * One process as a program sees it; zeros and status {@code dead} for one that is unknown.
     *
     * @param heapSize bytes, estimated
     * @param parent 0 for none
     * @param uptimeMillis age, or life time
     */
    public record Details(long pid, String name, String status, long mailboxLength, long reductions, long heapSize, long parent,
                          List<Long> children, String function, String initialFunction, String file, long line, long worker,
                          long uptimeMillis, String exitReason) {}

    public Pid self(Process p) { return new Pid(p.pid); }

    /** Pids of the live processes, in order. */
    public List<Pid> all() {
        List<Pid> result = new ArrayList<>();
        machine.observer().forEachLive(p -> {
            if (machine.observer().isAlive(p)) result.add(new Pid(p.pid));
        });
        return result;
    }

    public boolean isAlive(Pid pid) {
        Process p = machine.find(pid.id());
        return p != null && machine.observer().isAlive(p);
    }

    /** Milliseconds since a live process started, -1 for others. */
    public long uptimeMillis(Pid pid) {
        Process p = machine.find(pid.id());
        return p == null ? -1 : machine.observer().uptimeMillis(p);
    }

    /** @return whether the process was alive and is not the caller */
    public boolean kill(Process caller, Pid pid) {
        if (pid.id() == caller.pid) return false;
        Process p = machine.find(pid.id());
        return p != null && machine.observer().kill(p);
    }

    /** @param caller whose own reductions are accounted for up to now */
    public Details details(Process caller, Pid pid) {
        Observer seen = machine.observer();
        Process p = seen.find(pid.id());
        if (p == null) return new Details(pid.id(), null, "dead", 0, 0, 0, 0, List.of(), "", "", null, 0, -1, 0, null);
        if (p == caller) p.charge();
        CodeLocation at = seen.location(p);
        return new Details(p.pid, seen.name(p), seen.status(p), seen.mailboxLength(p), seen.reductions(p), seen.heapBytes(p),
                p.parent, seen.childCount(p) == 0 ? List.of() : seen.children(p.pid), at == null ? p.initialFunction : at.function(),
                p.initialFunction, at == null ? null : at.file(), at == null ? 0 : at.line(), seen.worker(p), seen.uptimeMillis(p),
                seen.exitReason(p));
    }

    /** Processes made, ended, and alive now. */
    public long[] vmStatistics() {
        long spawned = machine.spawned();
        long exited = machine.observer().exited();
        return new long[] {spawned, exited, spawned - exited};
    }
}
