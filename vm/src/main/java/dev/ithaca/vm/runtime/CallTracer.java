package dev.ithaca.vm.runtime;

import java.util.List;

/** Tells of calls of functions as they happen; provided by whoever compiled them. Functions that are not traced cost what they did. */
public interface CallTracer {
    /** Is told on the worker that runs the process: must be quick, must not block and must not throw. */
    interface Listener {
        /** Whether calls of a process are of interest now; the others go by at once. */
        boolean wants(Process p);

        /**
         * @param arguments boxed
         * @return names the call in what is told of its end; null if that is of no interest
         */
        Object entered(Process p, Function function, Object[] arguments);

        /** @param result boxed */
        void returned(Object call, Object result);

        void failed(Object call, Throwable thrown);

        /** The process gave way or waits in the middle of it: how the call ends is not told. */
        void putAside(Object call);
    }

    /**
     * @param name as users see it, with its module
     * @param parameters their names
     * @param types theirs; null where only the value knows
     * @param resultType the same of the result
     */
    record Function(String name, List<String> parameters, List<String> types, String resultType) {}

    /** A trace under way. */
    interface Tracing {
        /** Functions of that name, at different types, that are called anywhere in code that has run so far. */
        int functions();

        void stop();
    }

    /**
     * Tells of the calls of all functions of a name, at whatever types, from now on. Not told are turns of the loop that a
     * function makes by calling itself last.
     *
     * @param name with its module or without
     */
    Tracing trace(String name, Listener listener);

    /** Of a program whose calls cannot be told. */
    static CallTracer none() {
        return (name, listener) -> new Tracing() {
            @Override public int functions() { return 0; }

            @Override public void stop() { }
        };
    }
}
