package dev.ithaca.vm.runtime;

/**
 * Asks a process to end.
 *
 * @param cause the kill it came of, if that can be taken back; else null
 */
record ExitSignal(ExitReason reason, UndoableKill cause) {}
