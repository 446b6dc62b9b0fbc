package dev.ithaca.monitor.model;

/**
 * A variable of a process that the user keeps in sight.
 *
 * @param function of the frame it belongs to
 */
public record Watch(long pid, String function, String variable) {
    /** {@code <7>.balance}. */
    public String title() { return Format.pid(pid) + "." + variable; }
}
