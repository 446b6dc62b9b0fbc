package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.Process;

/**
 * A function value. Compiled code generates a final subclass per lambda or function. All of them can be called with boxed
 * arguments and a boxed result; the entries with primitive types, which the subclasses override that have such a type, spare
 * the boxes. Suspension follows the frame protocol (the caller checks {@link Process#unwinding} after the call).
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

    /** Its text; null if it is not written as a lambda or something to spawn. */
    public Origin origin() { return null; }

    /**
     * A text in a module of the program.
     *
     * @param module empty for none
     */
    public record Origin(String module, String file, String text) {}

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

    // ---- entries for callers that know the function's type: Int, Float, and Bool as a result

    public long callToInt(Process p, Object a) { return toInt(p, call(p, a)); }

    public double callToFloat(Process p, Object a) { return toFloat(p, call(p, a)); }

    public boolean callToBool(Process p, Object a) { return toBool(p, call(p, a)); }

    public Object call(Process p, long a) { return call(p, Boxes.box(a)); }

    public long callToInt(Process p, long a) { return toInt(p, call(p, Boxes.box(a))); }

    public double callToFloat(Process p, long a) { return toFloat(p, call(p, Boxes.box(a))); }

    public boolean callToBool(Process p, long a) { return toBool(p, call(p, Boxes.box(a))); }

    public Object call(Process p, double a) { return call(p, Boxes.box(a)); }

    public long callToInt(Process p, double a) { return toInt(p, call(p, Boxes.box(a))); }

    public double callToFloat(Process p, double a) { return toFloat(p, call(p, Boxes.box(a))); }

    public boolean callToBool(Process p, double a) { return toBool(p, call(p, Boxes.box(a))); }

    public long callToInt(Process p, Object a, Object b) { return toInt(p, call(p, a, b)); }

    public double callToFloat(Process p, Object a, Object b) { return toFloat(p, call(p, a, b)); }

    public boolean callToBool(Process p, Object a, Object b) { return toBool(p, call(p, a, b)); }

    public Object call(Process p, long a, long b) { return call(p, Boxes.box(a), Boxes.box(b)); }

    public long callToInt(Process p, long a, long b) { return toInt(p, call(p, Boxes.box(a), Boxes.box(b))); }

    public double callToFloat(Process p, long a, long b) { return toFloat(p, call(p, Boxes.box(a), Boxes.box(b))); }

    public boolean callToBool(Process p, long a, long b) { return toBool(p, call(p, Boxes.box(a), Boxes.box(b))); }

    public Object call(Process p, double a, double b) { return call(p, Boxes.box(a), Boxes.box(b)); }

    public long callToInt(Process p, double a, double b) { return toInt(p, call(p, Boxes.box(a), Boxes.box(b))); }

    public double callToFloat(Process p, double a, double b) { return toFloat(p, call(p, Boxes.box(a), Boxes.box(b))); }

    public boolean callToBool(Process p, double a, double b) { return toBool(p, call(p, Boxes.box(a), Boxes.box(b))); }

    public Object call(Process p, Object a, long b) { return call(p, a, Boxes.box(b)); }

    public long callToInt(Process p, Object a, long b) { return toInt(p, call(p, a, Boxes.box(b))); }

    public double callToFloat(Process p, Object a, long b) { return toFloat(p, call(p, a, Boxes.box(b))); }

    public boolean callToBool(Process p, Object a, long b) { return toBool(p, call(p, a, Boxes.box(b))); }

    public Object call(Process p, long a, Object b) { return call(p, Boxes.box(a), b); }

    public long callToInt(Process p, long a, Object b) { return toInt(p, call(p, Boxes.box(a), b)); }

    public double callToFloat(Process p, long a, Object b) { return toFloat(p, call(p, Boxes.box(a), b)); }

    public boolean callToBool(Process p, long a, Object b) { return toBool(p, call(p, Boxes.box(a), b)); }

    /** While unwinding, results are dummies. */
    private static long toInt(Process p, Object result) { return p.unwinding ? 0 : Boxes.toInt(result); }

    private static double toFloat(Process p, Object result) { return p.unwinding ? 0 : Boxes.toFloat(result); }

    private static boolean toBool(Process p, Object result) { return !p.unwinding && Boxes.toBool(result); }

    private RuntimeException wrongArity(int given) {
        return new dev.ithaca.vm.runtime.NostosException("ArityMismatch", "expected " + arity() + " arguments, got " + given);
    }
}
