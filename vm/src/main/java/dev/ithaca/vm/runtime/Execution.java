package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Tuple;
import java.util.Arrays;

/**
 * What a process is in the middle of: its stack as far as it is in frames, the tries that are under way, the result or exception
 * that the next frame gets. The public members are part of the contract with compiled code, see {@link Frame} for the protocol.
 */
public abstract sealed class Execution permits Process {
    private static final CatchFilter[] NO_TRIES = {};

    /**
     * An execution that stands still, all of it in frames. Frames do not change, so it can be gone on with later and elsewhere.
     *
     * @param waitingFor what an IO or lock wait is for, null if it waits for none
     */
    record Standing(Frame top, int frames, CompiledCode lastCode, int lastSite, NostosException pending, CatchFilter[] tryFilters, int tries,
                    byte reason, Wait waitingFor, long longResult, double doubleResult, Object refResult, byte resultKind) {}

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
    /** What an IO or lock wait is for. */
    Wait waitingFor;
    /** Code and site it ran at when last seen, for observers. */
    CompiledCode lastCode;
    int lastSite;

    Execution() {}

    /** Goes on where another stood. */
    Execution(Standing s) {
        top = s.top;
        frames = s.frames;
        lastCode = s.lastCode;
        lastSite = s.lastSite;
        pending = s.pending;
        tryFilters = s.tryFilters;
        tries = s.tries;
        reason = s.reason;
        waitingFor = s.waitingFor;
        longResult = s.longResult;
        doubleResult = s.doubleResult;
        refResult = s.refResult;
        resultKind = s.resultKind;
    }

    /** By whoever holds the process still. */
    Standing standing() {
        return new Standing(top, frames, lastCode, lastSite, pending, tryFilters.clone(), tries, reason, waitingFor, longResult, doubleResult,
                refResult, resultKind);
    }

    // ---- frames and exceptions

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

    // ---- the runtime's side

    /** Starts unwinding, to give way or to wait. */
    void suspend(int why) {
        reason = (byte) why;
        unwinding = true;
    }

    /** Everything is in frames: puts those of this unwinding on top of the others. */
    void joinFrames() {
        unwinding = false;
        if (firstSaved == null) return;
        lastSaved.next = top;
        top = firstSaved;
        firstSaved = null;
        lastSaved = null;
    }

    /** Has the error thrown in the innermost frame when the process goes on. */
    void raise(NostosException e) { raise(e, null); }

    /** @param resumed the frame that was gone on with and is left by the error; null if none was, or it is not kept */
    void raise(NostosException e, Frame resumed) {
        e.attachFrames(top, resumed);
        pending = e;
    }

    Frame pop() {
        Frame f = top;
        top = f.next;
        frames--;
        lastCode = f.code;
        lastSite = f.site;
        return f;
    }

    /** Lets go of what only a live process needs. */
    void releaseExecution() {
        pending = null;
        inFlight = null;
        refResult = null;
        waitingFor = null;
        firstSaved = null;
        lastSaved = null;
    }

    /** Lets go of the stack. */
    void dropExecution() {
        top = null;
        frames = 0;
        unwinding = false;
        tryFilters = NO_TRIES;
        tries = 0;
    }
}
