package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Type;

/** What is to become of the value of an expression. */
sealed interface Target {
    /** Nobody wants it. */
    record Discard() implements Target {}

    /** It goes into a register, represented as the type says. */
    record Into(Register register, Type type) implements Target {}

    /** It is the function's result; no cleanup is outstanding. */
    record Result() implements Target {}

    /** It is a condition. */
    record Condition(Label ifTrue, Label ifFalse) implements Target {}

    Target DISCARD = new Discard();
    Target RESULT = new Result();
}
