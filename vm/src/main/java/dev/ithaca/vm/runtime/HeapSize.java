package dev.ithaca.vm.runtime;

/** A measured live heap and when it was measured, in machine milliseconds. */
record HeapSize(long bytes, int measuredMillis) {}
