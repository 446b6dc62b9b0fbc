package dev.ithaca.vm.runtime;

/**
 * A named variable read from a frame; the value is boxed.
 *
 * @param type static type, or null where only the value knows
 */
public record FrameVariable(String name, String type, Object value) {}
