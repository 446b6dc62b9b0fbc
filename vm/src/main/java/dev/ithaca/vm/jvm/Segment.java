package dev.ithaca.vm.jvm;

/** The instructions from (inclusive) to (exclusive) of a block; with the terminator if they reach its end. */
record Segment(int block, int from, int to) {}
