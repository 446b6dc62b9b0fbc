package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;

/** A module variable by its index, and the function without parameters that gives its first value. */
public record MvarInitializer(int mvar, Closure value) {}
