package dev.ithaca.vm.inspect;

/**
 * A message that a process got or sent while it was traced.
 *
 * @param other pid of the sender or receiver, 0 for the machine itself
 * @param ageMillis time since it was sent
 * @param from where it was sent, or null
 * @param queued nobody has taken it yet
 */
public record TracedMessage(boolean incoming, long other, long ageMillis, ValueView value, Place from, boolean queued) {}
