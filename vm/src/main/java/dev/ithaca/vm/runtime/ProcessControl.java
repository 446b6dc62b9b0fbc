package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What the library offers to programs about processes: the operations behind {@code processes()}, {@code Process.kill} and so on. */
public final class ProcessControl {
    /** Of deep stacks the innermost frames are told. */
    private static final int STACK_SHOWN = 1_000;

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
                          long uptimeMillis, String exitReason, long cpuMicros, long allocatedBytes, long received, long sent,
                          long oldestMessageMillis, long heapAgeMillis, Priority priority) {}

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
        if (p == null) return new Details(pid.id(), null, "dead", 0, 0, 0, 0, List.of(), "", "", null, 0, -1, 0, null, 0, 0,
                0, 0, -1, -1, Priority.NORMAL);
        if (p == caller) {
            p.charge();
            p.worker.meter.charge(p);
        }
        CodeLocation at = seen.location(p);
        return new Details(p.pid, seen.name(p), seen.status(p), seen.mailboxLength(p), seen.reductions(p), seen.heapBytes(p),
                p.parent, seen.childCount(p) == 0 ? List.of() : seen.children(p.pid), at == null ? p.initialFunction : at.function(),
                p.initialFunction, at == null ? null : at.file(), at == null ? 0 : at.line(), seen.worker(p), seen.uptimeMillis(p),
                seen.exitReason(p), seen.cpuNanos(p) / 1_000, seen.allocatedBytes(p), seen.received(p), seen.sent(p),
                seen.oldestMessageMillis(p, seen.nowMillis()), seen.heapAgeMillis(p), seen.priority(p));
    }

    /**
     * How a process is tied to others; nothing for one that is unknown.
     *
     * @param variables the module variables it has locked, then the one it waits for
     */
    public record Ties(List<Long> links, List<Long> monitors, List<Long> monitoredBy, List<String> variables, boolean trapsExits) {
        private static final Ties NONE = new Ties(List.of(), List.of(), List.of(), List.of(), false);
    }

    public Ties ties(Pid pid) {
        Process p = machine.find(pid.id());
        if (p == null) return Ties.NONE;
        List<String> variables = new ArrayList<>(machine.mvars().lockedBy(p));
        String awaited = machine.mvars().waitedFor(p);
        if (awaited != null) variables.add(awaited);
        Signals signals = machine.signals();
        return new Ties(signals.links(p), signals.monitors(p), signals.monitoredBy(p), variables, signals.trapsExits(p));
    }

    /** What an ended process failed of; null for others. */
    public String failure(Pid pid) {
        Process p = machine.observer().find(pid.id());
        return p == null || !p.hasFailed() ? null : p.exit.text();
    }

    /** Stops a process at its next safepoint. @return false for the caller and for a process that has ended */
    public boolean suspend(Process caller, Pid pid) {
        Process p = machine.find(pid.id());
        return p != null && p != caller && machine.observer().suspend(p);
    }

    /** Lets a suspended process go on. @return false if it has ended */
    public boolean resume(Pid pid) {
        Process p = machine.find(pid.id());
        return p != null && machine.observer().resume(p);
    }

    /** Of the caller. */
    public void setPriority(Process caller, Priority priority) { caller.priority = (byte) priority.ordinal(); }

    /** Ends the caller when it keeps more than so many bytes alive; 0 for no limit. */
    public void setMaxHeapSize(Process caller, long bytes) {
        if (bytes < 0) throw new NostosException("ArgumentError", "a heap size cannot be negative: " + bytes);
        machine.heapLimits().set(caller, bytes);
    }

    /** Most processes alive at a time. */
    public long processLimit() { return machine.processLimit(); }

    public void setProcessLimit(long limit) {
        if (limit < 1) throw new NostosException("ArgumentError", "a process limit must be at least 1: " + limit);
        machine.setProcessLimit(limit);
    }

    /**
     * The messages in a mailbox, oldest first, as a list; none for a dead process. Those of another process are read when
     * it stands still, so the caller suspends.
     */
    public Object messages(Process caller, Pid pid) {
        Process p = machine.find(pid.id());
        if (p == null) return ListValue.EMPTY;
        if (p == caller) return ListValue.of(p.mailbox.peek(Integer.MAX_VALUE).stream().map(m -> m.value).toArray());
        return caller.await(() -> ListValue.of(machine.observer().capture(p, 0, Integer.MAX_VALUE).join().messages().stream()
                .map(Capture.QueuedMessage::value).toArray()));
    }

    /**
     * What a process is doing: for each frame, innermost first, function, file, line and its variables as pairs. It is read
     * when the process stands still, so the caller suspends.
     */
    public Object stack(Process caller, Pid pid) {
        Process p = machine.find(pid.id());
        if (p == null) return ListValue.EMPTY;
        return caller.await(() -> ListValue.of(machine.observer().capture(p, STACK_SHOWN, 0).join().frames().stream().map(ProcessControl::frame).toArray()));
    }

    private static Object frame(Capture.CapturedFrame frame) {
        CodeLocation at = frame.location();
        Object[] variables = frame.variables().stream().map(v -> new Tuple(v.name(), v.value())).toArray();
        return at == null ? new Tuple("", "", 0L, ListValue.of(variables))
                : new Tuple(at.function(), at.file() == null ? "" : at.file(), (long) at.line(), ListValue.of(variables));
    }

    /** Processes made, ended, and alive now. */
    public long[] vmStatistics() {
        long spawned = machine.spawned();
        long exited = machine.observer().exited();
        return new long[] {spawned, exited, spawned - exited};
    }
}
