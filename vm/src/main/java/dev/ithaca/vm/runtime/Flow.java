package dev.ithaca.vm.runtime;

import java.util.List;

/**
 * What happened among processes as far as it was noted, in the order in which it happened.
 *
 * @param participants everybody concerned, in the order of appearance; 0, the machine, is not among them
 * @param traced of those asked for, which are traced
 */
public record Flow(List<Event> events, List<Participant> participants, List<Long> traced) {
    /** What happened, and for messages what became of them. */
    public enum Kind {
        TAKEN,
        /** Still waits in the mailbox. */
        QUEUED,
        /** Its receiver ended without taking it. */
        UNREAD,
        /** Its receiver was dead when it was sent. */
        LOST,
        SPAWNED, EXITED, CRASHED
    }

    /**
     * @param sequence grows with the order of messages and starts; an end has that of what stands before it
     * @param from sender, parent, or who ended; 0 for the machine
     * @param to receiver, child, or who ended
     * @param value the message, else null
     * @param text function a process was started with, or its exit reason; else null
     * @param place where it was sent or started; null if unknown
     */
    public record Event(Kind kind, long sequence, int millis, long from, long to, Object value, String text, CodeLocation place) {}

    /**
     * @param name registered name, or null
     * @param function where it is or was last; null if the process is no longer known
     */
    public record Participant(long pid, String name, String function, boolean alive) {}
}
