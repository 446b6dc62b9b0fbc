package dev.ithaca.vm.inspect;

/**
 * One process at one moment, cheap enough to poll for a whole population.
 *
 * @param name registered name, or null
 * @param mailboxLength messages queued
 * @param reductions work done so far: one per call and per loop iteration
 * @param heapBytes last measured live heap in bytes, or an estimate until measured
 * @param parent pid of the creator, 0 for the main process
 * @param function function now executing, as the user wrote it ({@code loop})
 * @param initialFunction function the process was started with
 * @param file source name of the current line, or null
 * @param line 1-based line it stands or waits at, 0 if unknown
 * @param worker index of the scheduler thread that last ran it
 * @param uptimeMillis age, or life time if dead
 * @param exitReason null while alive; else {@code normal}, {@code killed}, or the error text
 */
public record ProcessInfo(long pid, String name, ProcessStatus status, int mailboxLength, long reductions, long heapBytes,
                          long parent, int childCount, String function, String initialFunction, String file, int line,
                          int worker, long uptimeMillis, String exitReason) {
    static final String NORMAL = "normal";

    public boolean alive() { return status != ProcessStatus.DEAD; }

    /** Whether it is dead, and not because its function returned. */
    public boolean failed() { return !alive() && !NORMAL.equals(exitReason); }
}
