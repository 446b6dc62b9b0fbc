package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Copies;
import dev.ithaca.vm.runtime.value.Pid;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One running program: its processes and everything they share. */
public final class Machine {
    /**
     * At most about so many reductions, and so compiled frames, pile up on a JVM stack. Unwinding deep recursion more often
     * is expensive: each frame is made, and resumed one at a time.
     */
    private static final int REDUCTIONS_PER_STACK = 256_000;
    /**
     * The same for a process that has this many frames on the heap already, so that more will come: the JVM stack is to be
     * in the processor's cache still when it is unwound. That halves the time of deep recursion.
     */
    private static final int REDUCTIONS_PER_DEEP_STACK = 16_000;
    private static final int DEEP = 50_000;
    /** Slices this short are for tests that want every safepoint to unwind. */
    private static final int TEST_SLICE = 100;
    private static final long BYTES_PER_FRAME = 96;
    /** For the default limit of processes: what one takes at least, with something of its own. */
    private static final long BYTES_PER_PROCESS = 1024;
    private static final long LEAST_PROCESS_LIMIT = 262_144;
    /** Workers get that long to reach a safepoint when the program ends. */
    private static final long STOP_MILLIS = 2_000;

    private final MachineConfig config;
    private final long origin = System.nanoTime();
    private final SliceLengths sliceLengths;
    private final int slicesPerStack;
    private final int slicesPerDeepStack;
    private final int maxFrames;
    private final Scheduler scheduler;
    private final Timers timers = new Timers(this);
    private final ProcessRegistry registry = new ProcessRegistry();
    private final Graveyard graveyard = new Graveyard();
    private final Probes probes = new Probes(this);
    private final Timings timings = new Timings();
    private final Events events = new Events(this);
    private final Endings endings = new Endings(this);
    private final Signals signals = new Signals(this);
    private final Names names = new Names(this);
    private final Mvars mvars;
    private final OutputFlusher flusher = new OutputFlusher(this);
    private final ProgramOutput output;
    private final ProgramOutput errors;
    private final StandardInput input;
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private final AtomicLong pids = new AtomicLong();
    private final AtomicInteger pendingIo = new AtomicInteger();
    private final AtomicLong revived = new AtomicLong();
    private final Undoables undoables = new Undoables(this);
    private final Deadlocks deadlocks = new Deadlocks(this);
    private final MemoryGuard memoryGuard = new MemoryGuard(this);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<Completion> completion = new CompletableFuture<>();
    private final Observer observer = new Observer(this);
    private final HeapLimits heapLimits = new HeapLimits(observer.heapMeter());
    private final ProcessControl control = new ProcessControl(this);
    private volatile long processLimit = Math.max(LEAST_PROCESS_LIMIT, Runtime.getRuntime().maxMemory() / BYTES_PER_PROCESS);
    private volatile boolean stopping;
    private volatile boolean paused;
    private volatile History history;
    private volatile int stoppedMillis;
    private Process main;

    public Machine(MachineConfig config) {
        this.config = config;
        sliceLengths = new SliceLengths(config.slice(), config.sliceSeed());
        slicesPerStack = slicesIn(REDUCTIONS_PER_STACK);
        slicesPerDeepStack = slicesIn(REDUCTIONS_PER_DEEP_STACK);
        long fitting = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_FRAME;
        maxFrames = (int) Math.clamp(config.maxFrames(), 1, Math.min(fitting, Integer.MAX_VALUE / 2));
        scheduler = new Scheduler(this, config.workers());
        mvars = new Mvars(this, config.mvars());
        output = new ProgramOutput(config.out(), flusher);
        errors = new ProgramOutput(config.err(), flusher);
        input = new StandardInput(config.in(), output);
        if (config.history()) history = new History(this);
    }

    /** Starts the first process, which runs the initialisers and then main; returns at once. To be called once. */
    public void start(List<MvarInitializer> initializers, Closure entry) {
        main = newProcess(0, BootCode.closure(initializers, entry));
        registry.add(main);
        events.publish(Events.Kind.SPAWNED, main.pid, 0, main.initialFunction);
        scheduler.shared().offer(main);
        flusher.start();
        memoryGuard.start();
        Thread timerThread = new Thread(timers, "nostos-timers");
        timerThread.setDaemon(true);
        timerThread.start();
        scheduler.start();
    }

    /** Completes when the program has ended, and its output is flushed; never exceptionally. */
    public CompletableFuture<Completion> completion() { return completion; }

    /** Ends every process at its next safepoint; returns at once. What they were doing stays visible. */
    public void stop() { mainEnded(new Completion(Completion.Kind.STOPPED, null, null)); }

    public ProgramOutput output() { return output; }

    public ProgramOutput errors() { return errors; }

    public StandardInput input() { return input; }

    /** What a part of the library keeps per machine; made when it is first asked for. */
    public <T> T service(Class<T> type, Supplier<T> factory) {
        return type.cast(services.computeIfAbsent(type, _ -> factory.get()));
    }

    /** The program's types. */
    public TypeDirectory types() { return config.types(); }

    /** The interactive environment; null if there is none. */
    public Host host() { return config.host(); }

    /** The interpreter, its options, the program, and its arguments. */
    public List<String> commandLine() { return config.commandLine(); }

    public List<String> arguments() { return config.arguments(); }

    /** What programs may do with processes. */
    public ProcessControl control() { return control; }

    /** What monitors may see of processes. */
    public Observer observer() { return observer; }

    public Signals signals() { return signals; }

    public Names names() { return names; }

    /** Milliseconds since the machine was made. */
    public int millis() { return (int) (nanos() / 1_000_000); }

    /** Nanoseconds since the machine was made. */
    long nanos() { return System.nanoTime() - origin; }

    SliceLengths sliceLengths() { return sliceLengths; }

    private int slicesIn(int reductions) {
        boolean unwindsAlways = sliceLengths.isRandom() || config.slice() < TEST_SLICE;
        return unwindsAlways ? 1 : Math.clamp(reductions / config.slice(), 1, 64);
    }

    /** After how many slices a process with that many frames on the heap is unwound. */
    int slicesPerStack(int frames) { return frames < DEEP ? slicesPerStack : slicesPerDeepStack; }

    int maxFrames() { return maxFrames; }

    boolean stopping() { return stopping; }

    /** Whether workers are to come to rest, with what they run put back into a queue. */
    boolean paused() { return paused; }

    void pause(boolean on) { paused = on; }

    /** When it was stopped, in machine milliseconds. */
    int stoppedMillis() { return stoppedMillis; }

    /** What remembers what processes were started with and got; null while nobody wants to know. */
    History history() { return history; }

    /** Begins to remember, or forgets everything. */
    synchronized void keepHistory(boolean on) {
        History before = history;
        if (on == (before != null)) return;
        history = on ? new History(this) : null;
        if (before != null) before.forget();
    }

    MemoryGuard memoryGuard() { return memoryGuard; }

    Process main() { return main; }

    Scheduler scheduler() { return scheduler; }

    Timers timers() { return timers; }

    ProcessRegistry registry() { return registry; }

    Graveyard graveyard() { return graveyard; }

    Events events() { return events; }

    Probes probes() { return probes; }

    Timings timings() { return timings; }

    Endings endings() { return endings; }

    public Mvars mvars() { return mvars; }

    HeapLimits heapLimits() { return heapLimits; }

    /** Most processes alive at a time. */
    long processLimit() { return processLimit; }

    void setProcessLimit(long limit) { processLimit = limit; }

    Deadlocks deadlocks() { return deadlocks; }

    /** IO operations that may still wake a process. */
    int pendingIo() { return pendingIo.get(); }

    void countIo(int delta) { pendingIo.addAndGet(delta); }

    StackDecoder decoder() { return config.decoder(); }

    SystemMessages messages() { return config.messages(); }

    boolean crashStops() { return config.crashStops(); }

    boolean findsDeadlock() { return config.findsDeadlock(); }

    /** Null if a deadlock ends the program. */
    Consumer<String> onDeadlock() { return config.onDeadlock(); }

    long spawned() { return pids.get(); }

    /** A process that had ended goes on. */
    void countRevived() { revived.incrementAndGet(); }

    long revived() { return revived.get(); }

    Undoables undoables() { return undoables; }

    Process find(long pid) { return registry.find(pid); }

    Process spawn(Process parent, Object closure) {
        Process child = prepare(parent, closure);
        launch(child, parent.worker);
        return child;
    }

    /** A process that exists but does not run yet. */
    Process prepare(Process parent, Object closure) {
        if (pids.get() - observer.exited() >= processLimit) {
            throw new NostosException("SystemLimit", "process limit of " + processLimit + " reached");
        }
        Process child = newProcess(parent.pid, (Closure) Copies.forSend(closure, "Spawn: cannot convert captured value"));
        parent.addChildren(1);
        if (probes.active()) probes.spawned(child);
        registry.add(child);
        events.publish(Events.Kind.SPAWNED, child.pid, parent.pid, child.initialFunction);
        return child;
    }

    /** Starts a process for somebody outside, as a child of the first; none once the program is over. */
    public void startAside(Closure closure) {
        if (!stopping) launch(prepare(main, closure), null);
    }

    void launch(Process child, Worker worker) {
        scheduler.enqueue(child, worker);
        scheduler.wakeIdle();
    }

    void send(Process from, Object target, Object message) {
        if (!(target instanceof Pid(long pid))) throw NostosException.panic("Send: expected Pid");
        Object copy = Copies.forSend(message, "Send: cannot convert message");
        from.worker.messages++;
        from.sent++;
        Process to = registry.find(pid);
        if (to == null) {
            if (probes.active()) probes.lost(from, pid, from.worker.clock(), copy);
            return;
        }
        to.mailbox.push(message(from, to, from.pid, from.worker.clock(), copy));
        scheduler.wake(to, ProcessState.WAITING, from.worker);
    }

    /** A message of the machine itself. */
    void deliver(Process to, long sender, Object message) {
        to.mailbox.push(message(null, to, sender, millis(), message));
        scheduler.wake(to, ProcessState.WAITING);
    }

    /** @param from the process that sends it; null for the machine */
    private Message message(Process from, Process to, long sender, int clock, Object value) {
        if (probes.active()) return probes.sent(from, to, sender, clock, value);
        return to.timing() == null ? new Message(value, sender, clock) : new TimedMessage(value, sender, clock, nanos());
    }

    /** The program is over, for the first reason that says so. */
    void mainEnded(Completion how) {
        if (!ending.compareAndSet(false, true)) return;
        stoppedMillis = millis();
        stopping = true;
        scheduler.stop();
        timers.stop();
        try {
            // Not on this thread: it may be a worker, which has to come to its end first.
            Thread.ofVirtual().start(() -> finish(how));
        } catch (OutOfMemoryError e) {
            // The caller tries again.
            ending.set(false);
            throw e;
        }
    }

    private void finish(Completion how) {
        scheduler.awaitEnd(STOP_MILLIS);
        registry.forEach(p -> {
            Wait wait = p.waitingFor;
            if (wait != null) wait.cancel();
        });
        output.flush();
        errors.flush();
        flusher.stop();
        completion.complete(how);
    }

    private Process newProcess(long parent, Closure start) {
        return new Process(this, pids.incrementAndGet(), parent, start, millis());
    }
}
