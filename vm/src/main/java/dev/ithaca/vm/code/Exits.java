package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Type;

/** The stack of enclosing loops and pending cleanups, for control that leaves an expression early. */
final class Exits {
    private sealed interface Exit {
        Exit parent();
    }

    /** Code that must run when control leaves its region. outside: the handler there. */
    private record Cleanup(Runnable code, Label outside, Exit parent) implements Exit {}

    /** result is null if nobody wants the loop's value; it is represented as type says. */
    record Loop(Label leave, Label next, Register result, Type type, Exit parent) implements Exit {}

    private final CodeBuilder code;
    private Exit top;

    Exits(CodeBuilder code) { this.code = code; }

    void enterCleanup(Runnable cleanup, Label outside) { top = new Cleanup(cleanup, outside, top); }

    void enterLoop(Label leave, Label next, Register result, Type type) { top = new Loop(leave, next, result, type, top); }

    void exit() { top = top.parent(); }

    Loop innermostLoop() {
        Exit exit = top;
        while (!(exit instanceof Loop)) exit = exit.parent();
        return (Loop) exit;
    }

    /** Whether leaving the function has something to clean up. */
    boolean hasCleanup() {
        for (Exit exit = top; exit != null; exit = exit.parent()) if (exit instanceof Cleanup) return true;
        return false;
    }

    void runAllCleanups() { runCleanups(null); }

    /** Emits the cleanups between here and a loop, innermost first, each with the handlers of its own surroundings. */
    void runCleanups(Loop until) {
        Exit savedTop = top;
        Label savedHandler = code.handler();
        for (Exit exit = savedTop; exit != until; exit = exit.parent()) {
            if (!(exit instanceof Cleanup cleanup)) continue;
            top = cleanup.parent();
            code.handler(cleanup.outside());
            cleanup.code().run();
        }
        top = savedTop;
        code.handler(savedHandler);
    }
}
