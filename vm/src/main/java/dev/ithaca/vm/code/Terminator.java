package dev.ithaca.vm.code;

/** How a block ends. Targets are block numbers. */
public sealed interface Terminator {
    record Jump(int target) implements Terminator {}

    /** condition is an INT register. */
    record Branch(Register condition, int ifTrue, int ifFalse) implements Terminator {}

    record Return(Register value) implements Terminator {}

    /** Throws a Nostos value (REF). */
    record Throw(Register value) implements Terminator {}

    /** Throws again an exception object that a handler block received, unchanged, with its trace. */
    record Rethrow(Register exception) implements Terminator {}

    /** Throws the pair of strings (kind, message). */
    record Raise(String kind, String message) implements Terminator {}
}
