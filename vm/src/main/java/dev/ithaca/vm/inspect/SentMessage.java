package dev.ithaca.vm.inspect;

/**
 * What became of a message that a user typed.
 *
 * @param text the value that was sent, null if none was
 * @param problem why nothing was sent, null if it was
 * @param match which clause takes it where the process stands
 */
public record SentMessage(String text, String problem, ArmMatch match) {
    static SentMessage refused(String problem) { return new SentMessage(null, problem, ArmMatch.UNKNOWN); }

    public boolean done() { return problem == null; }
}
