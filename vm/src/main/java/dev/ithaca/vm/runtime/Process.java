package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;

/**
 * A lightweight process. The public members are the contract with compiled code and builtins, which use them on the worker
 * that runs the process; see {@link Frame} for the protocol.
 *
 * <p>A method documented to suspend may set {@link #unwinding} and return a dummy; its result is then delivered like that
 * of any call, through {@code takeLong} to {@code takeRef}, once it is there.
 */
public final class Process extends Execution {
    private static final VarHandle STATE;
    private static final VarHandle REQUESTS;
    private static final VarHandle CHILDREN;

    static {
        try {
            var lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Process.class, "state", byte.class);
            REQUESTS = lookup.findVarHandle(Process.class, "requests", byte.class);
            CHILDREN = lookup.findVarHandle(Process.class, "childCount", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Reductions left in this slice. Compiled code decrements it at function entry and loop headers and calls {@link #safepoint} when it falls below zero. */
    public int budget;
    /** What {@link #budget} was when reductions were last accounted for. */
    private int granted;
    private byte slicesOnStack;

    final Machine machine;
    final long pid;
    /** Pid of the creator, 0 if there is none. */
    final long parent;
    /** In machine milliseconds. */
    final int startedMillis;
    final String initialFunction;
    /** Where the function it was started with is written; null if unknown. */
    final CodeLocation origin;
    final Mailbox mailbox;

    /** The function it was started with, until it runs; then a {@link History.Start}, or null if nothing is kept. */
    private Object start;
    /** Deadline of a receive or sleep in machine nanoseconds; {@link Long#MAX_VALUE} if there is none. */
    volatile long wakeAt = Long.MAX_VALUE;
    /** Up to the last slice; written by the worker that runs the process. */
    long reductions;
    /** Written by the worker that runs the process, see {@link Meter}. */
    long cpuNanos;
    long allocatedBytes;
    /** A {@link Priority}, by its number. */
    byte priority = (byte) Priority.NORMAL.ordinal();
    /** Whether it has a heap limit. */
    boolean limited;
    /** Messages sent; written by the worker that runs the process. */
    long sent;
    Worker worker;
    /** See {@link ProcessState}. */
    volatile byte state;
    /** When it came into its state, or ended, in machine milliseconds by the clock of some worker; by who brought it there. */
    int since;
    /** Time spent in run queues up to the last dispatch, and how often it was dispatched; written by the worker that runs it. */
    int queuedMillis;
    int turns;
    /** See {@link Requests}. */
    volatile byte requests;
    volatile int childCount;
    /** Null while alive. */
    volatile ExitReason exit;
    /** Link of the shared run queue. */
    Process nextQueued;
    /** Position among the timers, -1 if there is none; guarded by the timers' lock. */
    int timerIndex = -1;
    /** When the timer fires; may be earlier than {@link #wakeAt}. */
    volatile long timerAt = Long.MAX_VALUE;
    /** What few processes have; null until needed. */
    volatile ProcessExtras extras;
    /** Last measured live heap and when, in machine milliseconds. */
    volatile HeapSize heapSize;

    Process(Machine machine, long pid, long parent, Closure start, int now) {
        this.machine = machine;
        this.pid = pid;
        this.parent = parent;
        this.start = start;
        this.initialFunction = start.name();
        this.origin = start.location();
        this.startedMillis = now;
        this.since = now;
        mailbox = new Mailbox();
    }

    /** Goes on where a process stood that was killed: with its pid, its figures, its stack and its messages. Whoever makes it, launches it. */
    Process(SavedLife life) {
        super(life.execution());
        Process dead = life.process();
        machine = dead.machine;
        pid = dead.pid;
        parent = dead.parent;
        start = life.start();
        initialFunction = dead.initialFunction;
        origin = dead.origin;
        startedMillis = dead.startedMillis;
        mailbox = new Mailbox(dead.mailbox);
        wakeAt = life.wakeAt();
        requests = life.suspended() ? (byte) Requests.SUSPEND : 0;
        reductions = dead.reductions;
        cpuNanos = dead.cpuNanos;
        allocatedBytes = dead.allocatedBytes;
        priority = dead.priority;
        limited = life.limited();
        sent = dead.sent;
        worker = dead.worker;
        since = machine.millis();
        queuedMillis = dead.queuedMillis;
        turns = dead.turns;
        heapSize = dead.heapSize;
        if (dead.extras != null) extras = new ProcessExtras(dead.extras);
    }

    /** What it needs to go on later, as it stands now; by whoever holds it still. */
    SavedLife saved() { return machine.signals().saved(this, standing(), start); }

    // ---- slices and frames

    /**
     * The slice is over. Sets {@link #unwinding} when the process is to give way or somebody wants something of it, and
     * every few slices to keep the JVM stack short; otherwise a new slice begins at once.
     */
    public void safepoint() {
        charge();
        slicesOnStack++;
        worker.sliceGranted();
        if (requests != 0 || slicesOnStack >= machine.slicesPerStack(frames) || machine.stopping() || machine.paused() || worker.hasOthers()) {
            suspend(ProcessState.RUNNABLE);
        }
        grantSlice();
    }

    // ---- processes and messages

    public long id() { return pid; }

    public Machine machine() { return machine; }

    /** Starts a process that calls the closure without arguments; what the closure captured is copied where it is mutable. */
    public Object spawn(Object closure) { return new Pid(machine.spawn(this, closure).pid); }

    /** Like {@link #spawn}, with a link between the two from the start. */
    public Object spawnLink(Object closure) { return machine.signals().spawnLinked(this, closure); }

    /** Like {@link #spawn}, with a monitor from the start. @return the tuple (pid, reference) */
    public Object spawnMonitor(Object closure) { return machine.signals().spawnMonitored(this, closure); }

    /** Sends a copy; a message to a dead or unknown process is dropped. Raises an error for what cannot be sent. */
    public void send(Object target, Object message) { machine.send(this, target, message); }

    /** A cursor before the oldest message of the own mailbox. */
    public Object mailboxStart() { return mailbox.cursor(); }

    /** The next message after the cursor, which then stands there; null if there is none yet. */
    public Object mailboxNext(Object cursor) {
        Message next = mailbox.advance((MailboxCursor) cursor);
        return next == null ? null : next.value;
    }

    /** Removes the message the cursor stands at; the cursor is not used again. */
    public void mailboxTake(Object cursor) {
        MailboxCursor at = (MailboxCursor) cursor;
        Timing timing = timing();
        if (timing != null) timing.taken(at.current, machine.nanos());
        mailbox.take(at, machine.history());
    }

    /**
     * Suspends until a message arrives or the deadline has passed.
     *
     * @param deadline as {@link #deadline} gives it, {@link Long#MAX_VALUE} for none
     * @return 1 if there is a message to look at, 0 if the deadline has passed
     */
    public int mailboxWait(Object cursor, long deadline) {
        budget--;
        if (mailbox.hasNew()) return 1;
        if (deadline != Long.MAX_VALUE && machine.nanos() >= deadline) return 0;
        wakeAt = deadline;
        suspend(ProcessState.WAITING);
        return 0;
    }

    /** The deadline for a timeout in milliseconds from now; one that is negative counts as 0. */
    public long deadline(long millis) {
        if (millis <= 0) return machine.nanos();
        return millis >= Long.MAX_VALUE / 2_000_000 ? Long.MAX_VALUE : machine.nanos() + millis * 1_000_000;
    }

    /** Suspends for that long; 0 and less only gives way. */
    public void sleep(long millis) {
        returnRef(Unit.UNIT);
        if (millis <= 0) {
            suspend(ProcessState.RUNNABLE);
            return;
        }
        wakeAt = deadline(millis);
        suspend(ProcessState.SLEEPING);
    }

    /**
     * Suspends until the task, which may block, has run on a thread of its own. Its result, boxed and not null, becomes
     * the result of the builtin; a {@link NostosException} is thrown in this process. Kill interrupts the task's thread.
     *
     * @return a dummy
     */
    public Object await(Callable<?> task) {
        IoOperation operation = new IoOperation(this, task);
        waitingFor = operation;
        operation.start();
        suspend(ProcessState.IO_WAIT);
        return null;
    }

    /** Has a resource closed when the process ends, however it does; at once if it has ended while the resource was opened. */
    public void own(AutoCloseable resource) {
        ensureExtras().own(resource);
        if (exit != null) Endings.closeResources(this);
    }

    /** Whether it has ended, and not in peace: it crashed or was killed. */
    public boolean hasFailed() {
        ExitReason ended = exit;
        return ended != null && (ended.kind() == ExitReason.Kind.ERROR || ended.kind() == ExitReason.Kind.KILLED);
    }

    /** The program has closed the resource itself. */
    public void disown(AutoCloseable resource) { ensureExtras().disown(resource); }

    // ---- module variables

    public Object mvarGet(int mvar) { return machine.mvars().get(mvar); }

    /** Suspends while another process holds the lock. */
    public void mvarSet(int mvar, Object value) { machine.mvars().set(this, mvar, value); }

    /** Suspends until the lock is free; re-entrant. */
    public void mvarLock(int mvar) { machine.mvars().lock(this, mvar); }

    public void mvarUnlock(int mvar) { machine.mvars().unlock(this, mvar); }

    // ---- the runtime's side

    /** Accounts for the reductions since the last time. */
    void charge() {
        int spent = granted - budget;
        granted = budget;
        reductions += spent;
        worker.reductions += spent;
    }

    void grantSlice() {
        budget = granted = (requests & Requests.STEP) != 0 ? 0 : machine.sliceLengths().next(pid, reductions) - 1;
    }

    void endSlice() { budget = granted = -1; }

    boolean sliceIsOver() { return budget < 0; }

    /** Everything is in frames. */
    void finishUnwinding() {
        joinFrames();
        slicesOnStack = 0;
        if (frames > machine.maxFrames()) raise(new NostosException("StackOverflow", "stack overflow"));
    }

    /** Null unless somebody wants to know how long it runs and waits. */
    Timing timing() {
        if (!machine.timings().active()) return null;
        ProcessExtras e = extras;
        return e == null ? null : e.timing;
    }

    /** It was taken from a run queue. The differences may be off, below zero too; their sum is about right. */
    void dispatched(Worker by) {
        int now = by.clock();
        queuedMillis += now - since;
        by.queuedMillis += now - since;
        since = now;
        turns++;
    }

    /** The function to start with, once. */
    Closure takeStart() {
        Closure c = (Closure) start;
        boolean all = machine.probes().tracesAll();
        if (!all && machine.history() == null) start = null;
        else if (all || History.isSmall(c)) start = new History.Start(History.keepsake(c));
        else start = History.TOO_LARGE;
        return c;
    }

    /** What it was started with; null if that is not known. */
    Closure start() {
        return switch (start) {
            case Closure fresh -> fresh;
            case History.Start(Closure kept) -> kept;
            case null, default -> null;
        };
    }

    boolean startWasTooLarge() { return start == History.TOO_LARGE; }

    boolean isFresh() { return start instanceof Closure; }

    /** Its history begins now. */
    void forgetHistory() {
        if (!isFresh()) start = null;
        mailbox.forgetRecent();
    }

    /** Whether the process, parked in that state, has a reason to run; true too often does no harm. */
    boolean hasReasonToRun(int parked, Wait wait) {
        int wanted = requests & ~Requests.STEP;
        if (parked == ProcessState.SUSPENDED) return wanted != Requests.SUSPEND;
        if (wanted != 0) return true;
        return switch (parked) {
            case ProcessState.WAITING -> mailbox.hasNew() || deadlineHasPassed();
            case ProcessState.SLEEPING -> deadlineHasPassed();
            default -> wait.isOver();
        };
    }

    boolean deadlineHasPassed() {
        long deadline = wakeAt;
        return deadline != Long.MAX_VALUE && machine.nanos() >= deadline;
    }

    boolean cas(int from, int to) { return STATE.compareAndSet(this, (byte) from, (byte) to); }

    /** Sets request bits; a full fence stands between that and what the caller does next. */
    void request(int bits) { REQUESTS.getAndBitwiseOr(this, (byte) bits); }

    void clearRequest(int bits) { REQUESTS.getAndBitwiseAnd(this, (byte) ~bits); }

    void addChildren(int delta) { CHILDREN.getAndAdd(this, delta); }

    ProcessExtras ensureExtras() {
        ProcessExtras e = extras;
        if (e != null) return e;
        synchronized (this) {
            if (extras == null) extras = new ProcessExtras();
            return extras;
        }
    }

    /** What this process knows about its reactive values; for its own use. */
    public ReactiveState reactive() { return ensureExtras().reactive; }

    /** Lets go of everything it keeps alive: stack, messages, results. All that is left for it is to end. */
    void drop() {
        release();
        start = null;
        dropExecution();
        mailbox.clear();
        ProcessExtras e = extras;
        if (e == null) return;
        if (e.trace != null) machine.probes().trace(this, false);
        if (e.crash != null) e.crash.dropFrames();
    }

    /** Lets go of what only a live process needs. */
    void release() {
        if (isFresh()) takeStart();
        releaseExecution();
    }
}
