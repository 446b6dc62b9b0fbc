package dev.ithaca.vm.runtime;

/**
 * A lightweight process. The fields without {@code private} are the contract with compiled code, which reads and writes
 * them on the worker that runs the process; see {@link Frame} for the protocol.
 */
public final class Process {
    /** Reductions left in this slice. Compiled code decrements it at function entry and loop headers and calls {@link #safepoint} when it falls below zero. */
    public int budget;
    /** True while the stack is being unwound into frames: every compiled caller saves its registers and returns at once. */
    public boolean unwinding;
    /** Result of the call that completed last, for the frame that is resumed next. */
    public long longResult;
    public double doubleResult;
    public Object refResult;
}
