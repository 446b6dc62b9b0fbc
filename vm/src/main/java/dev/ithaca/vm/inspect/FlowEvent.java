package dev.ithaca.vm.inspect;

/**
 * A message, or the start or end of a process.
 *
 * @param sequence grows with the order of messages and starts and names one of them; an end has that of what stands before it
 * @param atMillis since the machine started
 * @param from sender, parent, or who ended; 0 for the machine
 * @param to receiver, child, or who ended
 * @param value the message, else null
 * @param text function a process was started with, or its exit reason; else null
 * @param place where it was sent or started; null if unknown
 */
public record FlowEvent(Kind kind, long sequence, int atMillis, long from, long to, ValueView value, String text, Place place) {
    /** What happened, and of a message what has become of it. */
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

    public boolean isMessage() { return value != null; }
}
