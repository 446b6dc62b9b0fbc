package dev.ithaca.vm.runtime;

/** A message to a process that is timed: when it was sent is known to more than a millisecond. */
final class TimedMessage extends Message {
    /** In machine nanoseconds. */
    final long sentNanos;

    TimedMessage(Object value, long sender, int sentMillis, long sentNanos) {
        super(value, sender, sentMillis);
        this.sentNanos = sentNanos;
    }
}
