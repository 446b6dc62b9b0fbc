package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Tuple;

/**
 * A thrown Nostos value on its way to a handler. Its stack trace has two parts: the compiled code that was on the JVM stack
 * at the throw (the Java stack trace of this object) and, below it, the frames that were on the heap.
 */
public final class NostosException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object value;
    private final boolean runtimeError;
    private final transient ExitReason exit;
    private transient Frame heapFrames;
    private boolean heapFramesKnown;

    /** A value thrown by the program. */
    public NostosException(Object value) {
        super(null, null, false, true);
        this.value = value;
        this.runtimeError = false;
        this.exit = null;
    }

    /** Not an error but the end of the process: cleanup code runs, handlers do not see it. */
    private NostosException(ExitReason exit) {
        super(null, null, false, true);
        this.value = exit.text();
        this.runtimeError = false;
        this.exit = exit;
    }

    /** A run-time error; handlers see the pair (kind, message). */
    public NostosException(String kind, String message) {
        super(null, null, false, true);
        this.value = new Tuple(kind, message);
        this.runtimeError = true;
        this.exit = null;
    }

    /** Ends the process it is thrown in for that reason, running its cleanup code on the way. */
    public static NostosException exit(ExitReason reason) { return new NostosException(reason); }

    /** A catchable error of kind {@code Panic}. */
    public static NostosException panic(String message) { return new NostosException("Panic", message); }

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

    /** Remembers the heap part of the stack; only the first call counts. */
    void attachFrames(Frame below) {
        if (heapFramesKnown) return;
        heapFrames = below;
        heapFramesKnown = true;
    }

    /** The frames below the Java part of the trace, or null. */
    Frame heapFrames() { return heapFrames; }
}
