package dev.ithaca.vm.runtime;

/**
 * How a program ended.
 *
 * @param value what main returned, boxed; null unless {@code RETURNED}
 * @param report the full error report; null unless {@code CRASHED}
 */
public record Completion(Kind kind, Object value, String report) {
    public enum Kind { RETURNED, CRASHED, STOPPED }
}
