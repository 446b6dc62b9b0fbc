package dev.ithaca.vm.inspect;

/**
 * Something that happened to a process.
 *
 * @param other pid of the creator, or of the process at the other end of the link; 0 if there is none
 * @param atMillis milliseconds since the machine started
 * @param text function it was started with, or its exit reason; null for links
 */
public record ProcessEvent(Kind kind, long pid, long other, int atMillis, String text) {
    public enum Kind { SPAWNED, EXITED, CRASHED, LINKED, UNLINKED }
}
