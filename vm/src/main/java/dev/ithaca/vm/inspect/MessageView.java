package dev.ithaca.vm.inspect;

/**
 * A queued message, oldest first in a snapshot.
 *
 * @param sender pid, 0 if unknown
 * @param ageMillis time since it was sent
 * @param match which clause would take it where the process stands
 * @param from where it was sent; null if its receiver or sender was not traced then
 */
public record MessageView(long sender, long ageMillis, ValueView value, ArmMatch match, Place from) {
    /** A message of which the clause is not known. */
    public MessageView(long sender, long ageMillis, ValueView value) { this(sender, ageMillis, value, ArmMatch.UNKNOWN, null); }
}
