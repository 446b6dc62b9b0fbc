package dev.ithaca.vm.runtime;

/** A message in a mailbox, linked into it; most are of just this class. */
class Message {
    final Object value;
    final long sender;
    /** When it was sent, in machine milliseconds. */
    final int sentMillis;
    /** In the inbox: this message and those sent before it that are still there. */
    int depth;
    /** In the inbox: when the first of those messages was sent. */
    int firstSentMillis;
    /** In the inbox the message sent before; in the list of the receiver the one sent after. */
    Message next;
    Message previous;
    boolean removed;

    Message(Object value, long sender, int sentMillis) {
        this.value = value;
        this.sender = sender;
        this.sentMillis = sentMillis;
    }

    /** Where it was sent; null if that was not noted. */
    CodeLocation from() { return null; }
}
