package dev.ithaca.vm.inspect;

/**
 * What became of the wish to start a dead process once more.
 *
 * @param pid of the new process, 0 if there is none
 * @param problem why there is none, null if there is one
 */
public record Respawned(long pid, String problem) {
    static Respawned refused(String problem) { return new Respawned(0, problem); }
}
