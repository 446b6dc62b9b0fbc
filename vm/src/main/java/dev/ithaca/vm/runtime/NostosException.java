package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Tuple;

/** A thrown Nostos value on its way to a handler. */
public final class NostosException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object value;

    /** A value thrown by the program. */
    public NostosException(Object value) {
        super(null, null, false, true);
        this.value = value;
    }

    /** A run-time error; handlers see the pair (kind, message). */
    public NostosException(String kind, String message) { this(new Tuple(kind, message)); }

    /** A catchable error of kind {@code Panic}. */
    public static NostosException panic(String message) { return new NostosException("Panic", message); }

    /** A value of the wrong kind reached an operation. */
    public static NostosException typeError(String expected, String found) {
        return new NostosException("TypeError", "expected " + expected + ", got " + found);
    }

    /** An integer, BigInt or Decimal was divided by zero. */
    public static NostosException divisionByZero() { return new NostosException("DivisionByZero", "Division by zero"); }

    /** What a {@code catch} pattern is matched against. */
    public Object value() { return value; }
}
