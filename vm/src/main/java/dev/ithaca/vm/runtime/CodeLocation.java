package dev.ithaca.vm.runtime;

/**
 * A place in the source.
 *
 * @param function as the user wrote it
 * @param signature with suffix, for stack traces
 * @param file null for library code
 * @param line 1-based, 0 if unknown
 */
public record CodeLocation(String function, String signature, String file, int line, int column) {}
