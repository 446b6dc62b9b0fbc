package dev.ithaca.vm.inspect;

/**
 * Where a process stands or was started.
 *
 * @param function as the user wrote it
 * @param file source name, or null if unknown or library code
 * @param line 1-based, 0 if unknown
 */
public record Place(String function, String file, int line) {}
