package dev.ithaca.vm.runtime;

/**
 * Why a process ended.
 *
 * @param text {@code normal}, {@code killed}, {@code shutdown}, or the text of the error
 */
public record ExitReason(Kind kind, String text) {
    public enum Kind { NORMAL, SHUTDOWN, KILLED, ERROR }

    public static final ExitReason NORMAL = new ExitReason(Kind.NORMAL, "normal");
    public static final ExitReason SHUTDOWN = new ExitReason(Kind.SHUTDOWN, "shutdown");
    static final ExitReason KILLED = new ExitReason(Kind.KILLED, "killed");
    /** Made while there is memory. What a process held that ends so is not kept for a post-mortem. */
    static final ExitReason OUT_OF_MEMORY = error("out of memory");
    static final ExitReason NO_PROCESS = error("noproc");

    public static ExitReason error(String text) { return new ExitReason(Kind.ERROR, text); }
}
