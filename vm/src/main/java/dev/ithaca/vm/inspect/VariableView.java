package dev.ithaca.vm.inspect;

/** A named variable of a frame. */
public record VariableView(String name, String type, ValueView value) {}
