package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * A lightweight process. The public members are the contract with compiled code and builtins, which use them on the worker
 * that runs the process; see {@link Frame} for the protocol.
 *
 * <p>A method documented to suspend may set {@link #unwinding} and return a dummy; its result is then delivered like that
 * of any call, through {@code takeLong} to {@code takeRef}, once it is there.
 */
public final class Process {
    private static final CatchFilter[] NO_TRIES = {};
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
    /**
     * True while the stack is being unwound: every compiled caller returns at once. Either the process is suspended, and
     * callers save their registers into frames, or an exception is {@link #inFlight}, and it ends at the first handler.
     */
    public boolean unwinding;
    /** Result of the call that completed last, for the frame that is resumed next; read through the take methods. */
    public long longResult;
    public double doubleResult;
    public Object refResult;
    private byte resultKind;
    /** What {@link #budget} was when reductions were last accounted for. */
    private int granted;

    final Machine machine;
    final long pid;
    /** Pid of the creator, 0 if there is none. */
    final long parent;
    /** In machine milliseconds. */
    final int startedMillis;
    final String initialFunction;
    /** Where the function it was started with is written; null if unknown. */
    final CodeLocation origin;
    final Mailbox mailbox = new Mailbox();

    /** The function it was started with, until it runs; then a {@link History.Start}, or null if nothing is kept. */
    private Object start;
    /** The suspended part of the stack, innermost first. */
    Frame top;
    /** How many frames there are from {@link #top} on. */
    int frames;
    private Frame firstSaved;
    private Frame lastSaved;
    /** Thrown by the frame that is resumed next. */
    NostosException pending;
    /** On its way to a handler through compiled callers. */
    private NostosException inFlight;

    /** What the tries that are under way would catch, outermost first. */
    private CatchFilter[] tryFilters = NO_TRIES;
    private int tries;

    /** Why it is unwinding or parked: a parked state of {@link ProcessState}, or RUNNABLE if it only gives way. */
    byte reason;
    private byte slicesOnStack;
    /** Deadline of a receive or sleep in machine nanoseconds; {@link Long#MAX_VALUE} if there is none. */
    volatile long wakeAt = Long.MAX_VALUE;
    /** What an IO or lock wait is for. */
    Wait waitingFor;
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
    /** Code and site it ran at when last seen, for observers. */
    CompiledCode lastCode;
    int lastSite;

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
    }

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

    /** Appends a frame to those saved in this unwinding; innermost first. */
    public void save(Frame frame) {
        // Callers need not tell the two reasons to unwind apart.
        if (inFlight != null) return;
        if (lastSaved == null) firstSaved = frame;
        else lastSaved.next = frame;
        lastSaved = frame;
        frames++;
    }

    /** Throws the exception that was delivered to a resumed frame, if there is one. */
    public void checkPending() {
        NostosException e = pending;
        if (e != null) {
            pending = null;
            throw e;
        }
    }

    /** A try with a catch begins. */
    public void enterTry(CatchFilter filter) {
        if (tries == tryFilters.length) tryFilters = Arrays.copyOf(tryFilters, Math.max(4, 2 * tries));
        tryFilters[tries++] = filter;
    }

    /** The innermost try with a catch is left. */
    public void leaveTry() { tries--; }

    /** The exception for a value the program throws. */
    public NostosException thrown(Object value) {
        return isSurelyCaught(value) ? NostosException.untraced(value, false) : new NostosException(value);
    }

    /** The exception for an error that compiled code found. */
    public NostosException raised(String kind, String message) {
        if (tries == 0) return new NostosException(kind, message);
        Tuple value = new Tuple(kind, message);
        return isSurelyCaught(value) ? NostosException.untraced(value, true) : new NostosException(kind, message);
    }

    private boolean isSurelyCaught(Object value) {
        for (int i = tries - 1; i >= 0; i--) if (tryFilters[i].surelyTakes(value)) return true;
        return false;
    }

    /**
     * Throws an exception out of a compiled function, which returns a dummy then. This costs about as much as returning a
     * value, while the JVM takes microseconds to throw through frames that are not inlined.
     */
    public void raiseToCaller(NostosException e) {
        inFlight = e;
        unwinding = true;
    }

    /** For a compiled handler around a call that came back unwinding: the exception it ends, or null if it is to save its frame. */
    public NostosException takeInFlight() {
        NostosException e = inFlight;
        if (e != null) {
            inFlight = null;
            unwinding = false;
        }
        return e;
    }

    /** What is on its way to a handler through compiled callers, or null. */
    public NostosException inFlight() { return inFlight; }

    /** What a compiled handler sees for any Java exception it caught. */
    public NostosException caught(Throwable thrown) {
        if (thrown instanceof NostosException e) return e;
        // An error of the JVM can strike while frames are being saved; the handler then goes on without them.
        unwinding = false;
        inFlight = null;
        for (Frame f = firstSaved; f != null; f = f.next) frames--;
        firstSaved = null;
        lastSaved = null;
        return JavaErrors.translate(thrown);
    }

    // ---- results of resumed calls

    /** @param kind {@link ResultKind#INT} to {@link ResultKind#UINT64} */
    public void returnLong(long value, int kind) {
        longResult = value;
        resultKind = (byte) kind;
    }

    /** @param kind {@link ResultKind#FLOAT} or {@link ResultKind#FLOAT32} */
    public void returnDouble(double value, int kind) {
        doubleResult = value;
        resultKind = (byte) kind;
    }

    /** @param kind {@link ResultKind#BOOL} or {@link ResultKind#CHAR} */
    public void returnInt(int value, int kind) {
        longResult = value;
        resultKind = (byte) kind;
    }

    public void returnRef(Object value) {
        refResult = value;
        resultKind = ResultKind.REF;
    }

    public long takeLong() { return resultKind == ResultKind.REF ? CallResult.toLong(takeRef()) : longResult; }

    public double takeDouble() { return resultKind == ResultKind.REF ? CallResult.toDouble(takeRef()) : doubleResult; }

    public int takeInt() { return resultKind == ResultKind.REF ? CallResult.toInt(takeRef()) : (int) longResult; }

    /** The result as a boxed value. */
    public Object takeRef() {
        if (resultKind != ResultKind.REF) return CallResult.box(resultKind, longResult, doubleResult);
        Object value = refResult;
        refResult = null;
        return value;
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

    /** Starts unwinding, to give way or to wait. */
    void suspend(int why) {
        reason = (byte) why;
        unwinding = true;
    }

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

    /** Everything is in frames: puts those of this unwinding on top of the others. */
    void finishUnwinding() {
        unwinding = false;
        slicesOnStack = 0;
        if (firstSaved != null) {
            lastSaved.next = top;
            top = firstSaved;
            firstSaved = null;
            lastSaved = null;
        }
        if (frames > machine.maxFrames()) raise(new NostosException("StackOverflow", "stack overflow"));
    }

    /** Has the error thrown in the innermost frame when the process goes on. */
    void raise(NostosException e) { raise(e, null); }

    /** @param resumed the frame that was gone on with and is left by the error; null if none was, or it is not kept */
    void raise(NostosException e, Frame resumed) {
        e.attachFrames(top, resumed);
        pending = e;
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

    Frame pop() {
        Frame f = top;
        top = f.next;
        frames--;
        lastCode = f.code;
        lastSite = f.site;
        return f;
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
        top = null;
        frames = 0;
        unwinding = false;
        tryFilters = NO_TRIES;
        tries = 0;
        mailbox.clear();
        ProcessExtras e = extras;
        if (e == null) return;
        if (e.trace != null) machine.probes().trace(this, false);
        if (e.crash != null) e.crash.dropFrames();
    }

    /** Lets go of what only a live process needs. */
    void release() {
        if (isFresh()) takeStart();
        pending = null;
        inFlight = null;
        refResult = null;
        waitingFor = null;
        firstSaved = null;
        lastSaved = null;
    }
}
