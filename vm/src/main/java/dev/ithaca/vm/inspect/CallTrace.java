package dev.ithaca.vm.inspect;

import java.util.List;

/** The calls of one function from a moment on, up to a number and a time. It ends by itself, and the function is then as fast as before. */
public interface CallTrace {
    /** Of a machine whose calls cannot be told. */
    CallTrace NONE = new CallTrace() {
        @Override public List<TracedCall> calls() { return List.of(); }

        @Override public String end() { return "this machine tells no calls"; }

        @Override public boolean known() { return false; }

        @Override public void stop() { }
    };

    /** As far as they are known, oldest first. */
    List<TracedCall> calls();

    /** Why it has ended; null while it goes on. */
    String end();

    /** Whether a function of that name is called anywhere in the code that has run so far. */
    boolean known();

    void stop();
}
