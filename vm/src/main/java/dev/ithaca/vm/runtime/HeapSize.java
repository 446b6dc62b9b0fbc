package dev.ithaca.vm.runtime;

/** A measured live heap, when it was measured, in machine milliseconds, and the most that was ever measured. */
record HeapSize(long bytes, int measuredMillis, long highest) {
    /** @param last the one measured before, or null */
    HeapSize(long bytes, int measuredMillis, HeapSize last) { this(bytes, measuredMillis, last == null ? bytes : Math.max(bytes, last.highest)); }
}
