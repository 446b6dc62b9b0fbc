package dev.ithaca.vm.runtime;

/** A named variable read from a frame; the value is boxed. */
public record FrameVariable(String name, String type, Object value) {}
