package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.Process;

/**
 * A function value. Compiled code generates a final subclass per lambda or function; arguments and results are boxed,
 * suspension follows the frame protocol (the caller checks {@link Process#unwinding} after the call).
 */
public abstract class Closure {
    /** Number of parameters. */
    public abstract int arity();

    /** Name for users: {@code main.<lambda>} or {@code loop}. */
    public abstract String name();

    /** Signature for stack traces, {@code loop/Int}. */
    public abstract String signature();

    /** Where it is written; null if unknown. */
    public CodeLocation location() { return null; }

    /** Number of captured values; 0 for a plain function. */
    public int captureCount() { return 0; }

    /** The i-th captured value, boxed (a {@link Cell} for a shared variable). */
    public Object capture(int i) { throw new IndexOutOfBoundsException(i); }

    public String captureName(int i) { throw new IndexOutOfBoundsException(i); }

    /** A closure like this one with other captures: values that cross to another process are copied. */
    public Closure withCaptures(Object[] values) { return this; }

    /** Replaces the i-th captured value of a closure that nobody else has seen yet; boxed. */
    public void setCapture(int i, Object value) { throw new IndexOutOfBoundsException(i); }

    public Object call(Process p) { throw wrongArity(0); }

    public Object call(Process p, Object a) { throw wrongArity(1); }

    public Object call(Process p, Object a, Object b) { throw wrongArity(2); }

    public Object call(Process p, Object a, Object b, Object c) { throw wrongArity(3); }

    public Object call(Process p, Object a, Object b, Object c, Object d) { throw wrongArity(4); }

    /** For five and more arguments. */
    public Object call(Process p, Object[] args) { throw wrongArity(args.length); }

    private RuntimeException wrongArity(int given) {
        return new dev.ithaca.vm.runtime.NostosException("ArityMismatch", "expected " + arity() + " arguments, got " + given);
    }
}
