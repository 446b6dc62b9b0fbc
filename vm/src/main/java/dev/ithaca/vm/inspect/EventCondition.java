package dev.ithaca.vm.inspect;

import java.util.Set;

/**
 * An event at which processes are to stand still.
 *
 * @param pids the processes it is about: parent of a spawn, receiver of a message, the one that ends; none for any
 * @param text what the function of the new process, the message as shown or the exit reason must contain; empty for anything
 */
public record EventCondition(Kind kind, Set<Long> pids, String text) {
    /** What happens, and who is held then. */
    public enum Kind {
        /** The new process, before its first step. */
        SPAWN,
        /** The receiver: if it waits, before it takes the message; if it is at work, at its next safepoint. */
        MESSAGE,
        /** All other processes, when one ends. */
        EXIT,
        /** All other processes, when one ends with an error. */
        CRASH
    }

    public EventCondition { pids = Set.copyOf(pids); }

    boolean concerns(long pid) { return pids.isEmpty() || pids.contains(pid); }
}
