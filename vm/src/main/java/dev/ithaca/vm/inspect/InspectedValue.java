package dev.ithaca.vm.inspect;

/**
 * A value that a program showed with {@code inspect(value, label)}, as it was then.
 *
 * @param pid who did
 */
public record InspectedValue(long pid, String label, ValueView value) {}
