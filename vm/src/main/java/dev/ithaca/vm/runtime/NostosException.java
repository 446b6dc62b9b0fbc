package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Tuple;

/**
 * A thrown Nostos value on its way to a handler. Its stack trace has two parts: the compiled code that was on the JVM stack
 * at the throw (the Java stack trace of this object) and, below it, the frames that were on the heap. Exceptions that are
 * certain to be caught have none.
 */
public final class NostosException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object value;
    private final boolean runtimeError;
    private final transient ExitReason exit;
    private transient Frame heapFrames;
    private boolean heapFramesKnown;
    private transient Frame resumed;
    private boolean outOfMemory;

    /** A value thrown by the program. */
    public NostosException(Object value) { this(value, false, null, true); }

    /** A run-time error; handlers see the pair (kind, message). */
    public NostosException(String kind, String message) { this(new Tuple(kind, message), true, null, true); }

    private NostosException(Object value, boolean runtimeError, ExitReason exit, boolean traced) {
        super(null, null, false, traced);
        this.value = value;
        this.runtimeError = runtimeError;
        this.exit = exit;
    }

    /** Not an error but the end of the process, for that reason: cleanup code runs, handlers do not see it. */
    public static NostosException exit(ExitReason reason) { return new NostosException(reason.text(), false, reason, true); }

    /** One that is certainly caught, so nobody will ask where it was thrown; collecting the trace is what makes others slow. */
    static NostosException untraced(Object value, boolean runtimeError) { return new NostosException(value, runtimeError, null, false); }

    /** A catchable error of kind {@code Panic}. */
    public static NostosException panic(String message) { return new NostosException("Panic", message); }

    /** The JVM had no memory for what the process wanted. */
    static NostosException outOfMemory() {
        NostosException e = panic("out of memory");
        e.outOfMemory = true;
        return e;
    }

    /** A value of the wrong kind reached an operation. */
    public static NostosException typeError(String expected, String found) {
        return new NostosException("TypeError", "expected " + expected + ", got " + found);
    }

    /** An integer, BigInt or Decimal was divided by zero. */
    public static NostosException divisionByZero() { return new NostosException("DivisionByZero", "Division by zero"); }

    /** What was thrown, or the text of the exit reason. */
    public Object value() { return value; }

    /** What a {@code catch} pattern is matched against. Throws the end of a process on: no handler holds it up. */
    public Object caughtValue() {
        if (exit != null) throw this;
        return value;
    }

    /** Why the process is to end; null for what handlers may catch. */
    public ExitReason exitReason() { return exit; }

    /** Whether the language raised it, rather than a {@code throw} of the program. */
    public boolean isRuntimeError() { return runtimeError; }

    /**
     * Remembers the heap part of the stack; only the first call counts.
     *
     * @param last the frame with which the call above those went on; null if there is none or it is not kept
     */
    void attachFrames(Frame below, Frame last) {
        if (heapFramesKnown) return;
        heapFrames = below;
        resumed = last;
        heapFramesKnown = true;
    }

    /** Forgets the heap part of the stack, for good, with all that its frames keep alive. */
    void dropFrames() {
        heapFrames = null;
        resumed = null;
        heapFramesKnown = true;
    }

    /** Whether there was no memory left for what the process did. */
    boolean isOutOfMemory() { return outOfMemory || exit == ExitReason.OUT_OF_MEMORY; }

    /** The frame from which the outermost call of the Java part was gone on with, as it was then; null if unknown. */
    Frame resumedFrame() { return resumed; }

    /** The frames below the Java part of the trace, or null. */
    Frame heapFrames() { return heapFrames; }
}
