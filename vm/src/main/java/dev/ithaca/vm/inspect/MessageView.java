package dev.ithaca.vm.inspect;

/**
 * A queued message, oldest first in a snapshot.
 *
 * @param sender pid, 0 if unknown
 * @param ageMillis time since it was sent
 */
public record MessageView(long sender, long ageMillis, ValueView value) {}
