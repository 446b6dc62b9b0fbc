package dev.ithaca.vm.runtime;

/** A message of which it is known where it was sent. */
final class LocatedMessage extends Message {
    private final CodeLocation from;
    /** Its receiver was dead when it was sent. */
    final boolean lost;
    /** Nobody has taken it and nobody will: its receiver has ended, and keeps only some. */
    volatile boolean unread;

    LocatedMessage(Object value, long sender, int sentMillis, CodeLocation from, boolean lost) {
        super(value, sender, sentMillis);
        this.from = from;
        this.lost = lost;
    }

    @Override CodeLocation from() { return from; }
}
