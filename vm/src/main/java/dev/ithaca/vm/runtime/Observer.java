package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * What can be seen of the processes of a machine from outside. All methods may be called from any thread; none blocks on
 * the program or charges an observed process. Single figures may be a slice old.
 */
public final class Observer {
    /** Of a long mailbox the first are measured and stand for the others. */
    private static final int WALKED_MESSAGES = 10_000;

    private final Machine machine;
    private final HeapMeter heapMeter;

    Observer(Machine machine) {
        this.machine = machine;
        heapMeter = new HeapMeter(machine);
    }

    public Events events() { return machine.events(); }

    /** Visits the live processes in pid order. */
    public void forEachLive(Consumer<Process> action) { machine.registry().forEach(action); }

    /** The recently dead, in pid order. */
    public List<Process> dead() { return machine.graveyard().all(); }

    /** A process that is alive or remembered, else null. */
    public Process find(long pid) {
        Process p = machine.registry().find(pid);
        return p != null ? p : machine.graveyard().find(pid);
    }

    public boolean isAlive(Process p) {
        return p.exit == null && !machine.stopping() && (p.requests & Requests.KILL) == 0;
    }

    /** {@code running}, {@code runnable}, {@code waiting}, {@code sleeping}, {@code io_wait}, {@code suspended} or {@code dead}. */
    public String status(Process p) {
        if (p.exit != null || machine.stopping()) return "dead";
        return switch (ProcessState.base(p.state)) {
            case ProcessState.RUNNING -> "running";
            case ProcessState.RUNNABLE -> (p.requests & Requests.SUSPEND) != 0 ? "suspended" : "runnable";
            case ProcessState.WAITING, ProcessState.LOCK_WAIT -> "waiting";
            case ProcessState.SLEEPING -> "sleeping";
            case ProcessState.IO_WAIT -> "io_wait";
            case ProcessState.SUSPENDED -> "suspended";
            default -> "dead";
        };
    }

    /** Registered name, or null. */
    public String name(Process p) {
        ProcessExtras extras = p.extras;
        return extras == null ? null : extras.name;
    }

    public int mailboxLength(Process p) { return p.mailbox.length(); }

    /** How long the oldest message has been waiting, -1 if there is none. */
    public int oldestMessageMillis(Process p, int nowMillis) {
        int sent = p.mailbox.oldestSentMillis();
        return sent < 0 ? -1 : Math.max(0, nowMillis - sent);
    }

    /** Messages that came in since it started. */
    public long received(Process p) { return p.mailbox.arrived(); }

    /** Messages it sent since it started. */
    public long sent(Process p) { return p.sent; }

    public int linkCount(Process p) {
        ProcessExtras extras = p.extras;
        return extras == null ? 0 : extras.links.size();
    }

    public int monitorCount(Process p) {
        ProcessExtras extras = p.extras;
        return extras == null ? 0 : extras.monitoring.size();
    }

    public long reductions(Process p) { return p.reductions; }

    public long parent(Process p) { return p.parent; }

    public int childCount(Process p) { return p.childCount; }

    public String initialFunction(Process p) { return p.initialFunction; }

    /** Where the function it was started with is written; null if unknown. */
    public CodeLocation origin(Process p) { return p.origin; }

    /** Worker that ran it last, -1 if it has not run yet. */
    public int worker(Process p) {
        Worker w = p.worker;
        return w == null ? -1 : w.index;
    }

    /** When it started, in machine milliseconds. */
    public int startedMillis(Process p) { return p.startedMillis; }

    /** Age, or life time of a dead process. */
    public long uptimeMillis(Process p) {
        int end = p.exit != null ? p.since : machine.stopping() ? machine.stoppedMillis() : machine.millis();
        return Math.max(0, end - p.startedMillis);
    }

    /** Machine milliseconds now, or when it was stopped. */
    public int nowMillis() { return machine.stopping() ? machine.stoppedMillis() : machine.millis(); }

    /** Time since it ended; 0 while it is alive. */
    public int deadForMillis(Process p) {
        if (p.exit != null) return Math.max(0, machine.millis() - p.since);
        return machine.stopping() ? Math.max(0, machine.millis() - machine.stoppedMillis()) : 0;
    }

    /** How long it has been in its present state, by the clocks of the workers; of the dead, since their end. */
    public int inStateMillis(Process p, int nowMillis) { return Math.max(0, nowMillis - p.since); }

    /** Time it has spent ready to run in a queue, up to when it ran last; about. */
    public int queuedMillis(Process p) { return Math.max(0, p.queuedMillis); }

    /** How often a worker has taken it up. */
    public int turns(Process p) { return p.turns; }

    /** Null while it is alive. */
    public String exitReason(Process p) {
        ExitReason exit = p.exit;
        if (exit != null) return exit.text();
        return machine.stopping() ? ExitReason.KILLED.text() : null;
    }

    /** Where it stands or was last seen; null if it has not run yet. */
    public CodeLocation location(Process p) { return location(p, new LocationCache()); }

    /** The same with a memory of places, for one sweep over many processes. */
    public CodeLocation location(Process p, LocationCache places) {
        if (p.state != ProcessState.RUNNING) {
            Frame f = p.top;
            for (int i = 0; f != null && i < 10; i++, f = f.next) {
                CodeLocation location = places.of(f.code, f.site);
                if (location != null) return location;
            }
        }
        CodeLocation crash = crashLocation(p);
        if (crash != null) return crash;
        CompiledCode code = p.lastCode;
        return code == null ? null : places.of(code, p.lastSite);
    }

    /** Last measured live heap in bytes, or an estimate. */
    public long heapBytes(Process p) { return heapMeter.lastOrEstimate(p); }

    /** Most of all that was measured, or an estimate. */
    public long highestHeapBytes(Process p) {
        HeapSize size = p.heapSize;
        return size == null ? heapBytes(p) : size.highest();
    }

    /** Milliseconds since the live heap was measured, -1 if it never was. */
    public long heapAgeMillis(Process p) {
        HeapSize size = p.heapSize;
        return size == null ? -1 : machine.millis() - size.measuredMillis();
    }

    /** Live children in pid order; looks at all processes. */
    public List<Long> children(long pid) {
        List<Long> result = new ArrayList<>();
        forEachLive(p -> {
            if (p.parent == pid) result.add(p.pid);
        });
        return result;
    }

    /** Pid of the process that has locked the module variable for which this one waits; 0 if it waits for none. */
    public long lockHolder(Process p) { return machine.mvars().holderAwaitedBy(p); }

    /** Names of the module variables it has locked. */
    public List<String> lockedMvars(Process p) { return machine.mvars().lockedBy(p); }

    /**
     * Captures a process: one that stands still is read in place, a running one at its next safepoint, a dead one as it was
     * left.
     */
    public CompletableFuture<Capture> capture(Process p, int maxFrames, int maxMessages) {
        CompletableFuture<Capture> result = new CompletableFuture<>();
        visit(p, q -> {
            try {
                result.complete(read(q, maxFrames, maxMessages));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Measures the live heap of a captured process, for {@link #heapBytes}, unless that was done a moment ago. */
    public void measureHeap(Capture capture) { heapMeter.measure(capture); }

    /** Nanoseconds of a worker's time, about. */
    public long cpuNanos(Process p) { return p.cpuNanos; }

    /** Bytes it has allocated since it started, about. */
    public long allocatedBytes(Process p) { return p.allocatedBytes; }

    public Priority priority(Process p) { return Priority.values()[p.priority]; }

    HeapMeter heapMeter() { return heapMeter; }

    /** Ends a process at its next safepoint. @return false if it has ended */
    public boolean kill(Process p) { return ask(p, Requests.KILL); }

    /** Ends processes in a way that can be taken back, as long as what that needs is kept. */
    public UndoableKill killUndoably(Collection<Process> processes) { return machine.undoables().kill(processes); }

    /** Live processes that links would end with these, in pid order; without these. */
    public List<Long> takesAlong(Collection<Long> pids) { return machine.signals().takesAlong(pids); }

    /** Live processes with links to these that receive exits as messages, in pid order: those who react to an end. */
    public List<Long> reactingTo(Collection<Long> pids) { return machine.signals().reactingTo(pids); }

    /** Asks a process to end for a reason, as another process may; one that traps exits gets a message. @return false if it has ended */
    public boolean exit(Process p, ExitReason reason) {
        if (!isAlive(p)) return false;
        machine.signals().exitFromOutside(p, reason);
        return true;
    }

    /** Notes the last messages of a process from now on, or no longer. @return false if it has ended */
    public boolean trace(Process p, boolean on) {
        if (!isAlive(p)) return false;
        machine.probes().trace(p, on);
        return true;
    }

    /** What is noted of some traced processes, in one order: the last messages and starts, at most that many, and ends. */
    public Flow flow(Collection<Long> pids, int most) { return new FlowReader(machine).read(pids, most); }

    /** Where in the program the calling worker is; null if it is nowhere in it. */
    public CodeLocation callerPlace() { return machine.probes().here(); }

    public boolean traces(Process p) { return p.extras != null && p.extras.trace != null; }

    /** The same for all processes, also those that are still to come. */
    public void traceAll(boolean on) { machine.probes().traceAll(on); }

    /** Measures from now on how long a process runs and waits, or no longer. @return false if it has ended */
    public boolean time(Process p, boolean on) {
        if (on && !isAlive(p)) return false;
        machine.timings().time(p, on);
        return true;
    }

    /** What was measured; null if nothing was. */
    public Timing timing(Process p) { return p.extras == null ? null : p.extras.timing; }

    public boolean tracesAll() { return machine.probes().tracesAll(); }

    public void arm(EventStop stop) { machine.probes().arm(stop); }

    public void disarm(EventStop stop) { machine.probes().disarm(stop); }

    /** Stops a process at its next safepoint. @return false if it has ended */
    public boolean suspend(Process p) { return ask(p, Requests.SUSPEND); }

    /** A step under way is given up. @return false if it has ended */
    public boolean resume(Process p) {
        if (p.extras != null) p.extras.goals.setStep(p, null);
        return letGo(p);
    }

    /** Lets a process go on as far as a goal, which takes the place of a step under way. @return false if it has ended */
    public boolean step(Process p, StepGoal goal) {
        if (!isAlive(p)) return false;
        p.ensureExtras().goals.setStep(p, goal);
        return letGo(p);
    }

    /** Has a process stand still when it comes to a place; it is slow until then. @return false if it has ended */
    public boolean watch(Process p, StepGoal place) {
        if (!isAlive(p)) return false;
        p.ensureExtras().goals.add(p, place);
        return true;
    }

    public void unwatch(Process p, StepGoal place) { p.ensureExtras().goals.remove(p, place); }

    private boolean letGo(Process p) {
        if (!isAlive(p)) return false;
        p.clearRequest(Requests.SUSPEND);
        machine.scheduler().wake(p, ProcessState.SUSPENDED);
        return true;
    }

    /** Puts a message from nobody into a mailbox. @return false if the process has ended */
    public boolean send(Process p, Object message) {
        if (!isAlive(p)) return false;
        machine.deliver(p, 0, message);
        return true;
    }

    /** A new process with what a dead one was started with, and the messages it left; null if that was not kept. */
    public Process respawn(Process ended) { return Respawn.of(machine, ended); }

    /** What a process was started with; null if that was not kept. */
    public Closure startOf(Process p) { return p.start(); }

    /** Whether that is not kept because it would keep much alive. */
    public boolean startWasTooLarge(Process p) { return p.startWasTooLarge(); }

    /** Has the machine remember what every process is started with and the messages it took last, or forget all of it. */
    public void keepHistory(boolean on) { machine.keepHistory(on); }

    public boolean keepsHistory() { return machine.history() != null; }

    void forgetHistory(Process p) { visit(p, Process::forgetHistory); }

    /** Takes the oldest message out of a mailbox as soon as the process stands still; null if there is none. */
    public CompletableFuture<Object> dropOldestMessage(Process p) {
        CompletableFuture<Object> dropped = new CompletableFuture<>();
        visit(p, q -> dropped.complete(q.state == ProcessState.DEAD ? null : q.mailbox.dropOldest()));
        return dropped;
    }

    /** Processes made since the start. */
    public long spawned() { return machine.spawned(); }

    public long exited() { return sum(w -> w.exited) - machine.revived(); }

    public long reductions() { return sum(w -> w.reductions); }

    public long messages() { return sum(w -> w.messages); }

    /** Time that processes have spent in run queues, all together and about. */
    public long queuedMillis() { return Math.max(0, sum(w -> w.queuedMillis)); }

    /** How often workers have taken a process up. */
    public long turns() { return machine.scheduler().dispatches(); }

    public int runQueue() { return machine.scheduler().queued(); }

    public int workers() { return machine.scheduler().workers().length; }

    /** What all processes wait for if nothing can wake one and that did not end the program; else null. */
    public String deadlock() { return machine.deadlocks().current(); }

    public long uptimeMillis() { return machine.stopping() ? machine.stoppedMillis() : machine.millis(); }

    public boolean isStopped() { return machine.stopping(); }

    private long sum(ToLongFunction<Worker> counter) {
        long total = 0;
        for (Worker w : machine.scheduler().workers()) total += counter.applyAsLong(w);
        return total;
    }

    private boolean ask(Process p, int request) {
        if (!isAlive(p)) return false;
        p.request(request);
        machine.scheduler().wakeParked(p);
        return true;
    }

    /** Runs an action while the process stands still. */
    void visit(Process p, Consumer<Process> action) {
        for (;;) {
            int state = p.state;
            if (state == ProcessState.DEAD) {
                action.accept(p);
                return;
            }
            if ((state & ProcessState.CLAIMED) != 0) {
                Thread.onSpinWait();
                continue;
            }
            if (state == ProcessState.RUNNING) {
                ProcessExtras extras = p.ensureExtras();
                extras.addVisit(action);
                p.request(Requests.INSPECT);
                machine.scheduler().wakeParked(p);
                if (p.state == ProcessState.DEAD || p.state == ProcessState.RUNNABLE && machine.stopping()) extras.runVisits(p);
                return;
            }
            if (p.cas(state, state | ProcessState.CLAIMED)) {
                try {
                    action.accept(p);
                } finally {
                    release(p, state);
                }
                return;
            }
        }
    }

    private void release(Process p, int state) {
        Wait wait = p.waitingFor;
        if (!p.cas(state | ProcessState.CLAIMED, state)) {
            // A worker took it from its queue meanwhile.
            p.state = ProcessState.RUNNABLE;
            machine.scheduler().enqueue(p, null);
        } else if (ProcessState.isParked(state) && p.hasReasonToRun(state, wait) && p.cas(state, ProcessState.RUNNABLE)) {
            machine.scheduler().enqueue(p, null);
        }
    }

    /** A process that its worker or an inspector holds still. */
    Capture still(Process p) { return read(p, 0, WALKED_MESSAGES); }

    private Capture read(Process p, int maxFrames, int maxMessages) {
        List<Capture.CapturedFrame> frames = new ArrayList<>();
        NostosException crash = p.extras == null ? null : p.extras.crash;
        long count = p.frames;
        Frame heap = p.top;
        if (crash != null) {
            List<CodeLocation> thrown = ErrorReport.javaPart(crash, machine.decoder());
            for (CodeLocation l : thrown) frames.add(new Capture.CapturedFrame(l, null));
            addLastSeen(frames, crash.resumedFrame());
            heap = crash.heapFrames();
            count = thrown.size();
            for (Frame f = heap; f != null; f = f.next) count++;
        }
        for (Frame f = heap; f != null && frames.size() < maxFrames; f = f.next) {
            CodeLocation location = f.code.location(f.site);
            if (location != null) frames.add(new Capture.CapturedFrame(location, f));
        }
        if (frames.size() > maxFrames) frames.subList(maxFrames, frames.size()).clear();
        List<Capture.QueuedMessage> messages = new ArrayList<>();
        int now = machine.millis();
        for (Message m : p.mailbox.peek(maxMessages)) {
            messages.add(new Capture.QueuedMessage(m.sender, Math.max(0, now - m.sentMillis), m.value, m.from()));
        }
        List<Capture.TracedMessage> recent = p.mailbox.recent().stream().map(m -> new Capture.TracedMessage(true, m.sender,
                Math.max(0, now - m.sentMillis), m.value, m.from(), false)).toList();
        Signals signals = machine.signals();
        MessageTrace trace = p.extras == null ? null : p.extras.trace;
        return new Capture(p, p.top, Collections.unmodifiableList(frames), count, Collections.unmodifiableList(messages),
                signals.links(p), signals.monitors(p), signals.monitoredBy(p), trace == null ? null : trace.read(now), recent);
    }

    /** The outermost call on the JVM stack was gone on with from a frame, whose variables are the last that are known of it. */
    private static void addLastSeen(List<Capture.CapturedFrame> thrown, Frame resumed) {
        if (resumed == null || thrown.isEmpty()) return;
        CodeLocation crashed = thrown.getLast().location();
        CodeLocation seen = resumed.code.location(resumed.site);
        if (seen == null || !seen.signature().equals(crashed.signature())) return;
        thrown.set(thrown.size() - 1, new Capture.CapturedFrame(crashed, resumed, seen.line()));
    }

    /** The calls that each scheduler thread is in the middle of, innermost first; those that run no process are left out. */
    public List<List<CodeLocation>> running() {
        List<List<CodeLocation>> stacks = new ArrayList<>();
        for (Worker worker : machine.scheduler().workers()) {
            List<CodeLocation> stack = Arrays.stream(worker.stack()).map(machine.decoder()::decode).filter(Objects::nonNull).toList();
            if (!stack.isEmpty()) stacks.add(stack);
        }
        return stacks;
    }

    private CodeLocation crashLocation(Process p) {
        ProcessExtras extras = p.extras;
        NostosException crash = extras == null ? null : extras.crash;
        if (crash == null) return null;
        for (StackTraceElement element : crash.getStackTrace()) {
            CodeLocation location = machine.decoder().decode(element);
            if (location != null) return location;
        }
        Frame f = crash.heapFrames();
        return f == null ? null : f.code.location(f.site);
    }
}
