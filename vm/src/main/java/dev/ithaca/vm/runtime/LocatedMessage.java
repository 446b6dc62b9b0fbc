package dev.ithaca.vm.runtime;

/** A message of which it is known where it was sent. */
final class LocatedMessage extends Message {
    final CodeLocation from;

    LocatedMessage(Object value, long sender, int sentMillis, CodeLocation from) {
        super(value, sender, sentMillis);
        this.from = from;
    }
}
