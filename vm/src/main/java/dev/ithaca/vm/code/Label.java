package dev.ithaca.vm.code;

import java.util.ArrayList;
import java.util.List;

/** A basic block while a function is being lowered: first a place to jump to, then, once placed, filled with code. */
final class Label {
    /** How a placed block ends; register and labels as the form needs them. */
    sealed interface End {
        record Jump(Label target) implements End {}

        record Branch(Register condition, Label ifTrue, Label ifFalse) implements End {}

        /** Return, throw and the like: no successor in this function except the handler. */
        record Leave(Terminator terminator) implements End {}
    }

    final List<Instruction> body = new ArrayList<>();
    End end;
    /** Where exceptions raised in this block go, or null. */
    Label handler;
    /** For a handler block: receives the exception object. */
    final Register exception;
    /** Whether anything placed so far can get here. */
    boolean referenced;

    Label(Register exception) { this.exception = exception; }

    List<Label> successors() {
        return switch (end) {
            case End.Jump(Label target) -> List.of(target);
            case End.Branch(var _, Label ifTrue, Label ifFalse) -> List.of(ifTrue, ifFalse);
            case End.Leave _ -> List.of();
        };
    }

    /** Whether an exception can be raised here: false only for a block that does nothing but jump. */
    boolean mayRaise() {
        return !body.isEmpty() || end instanceof End.Leave(var leave) && !(leave instanceof Terminator.Return);
    }
}
