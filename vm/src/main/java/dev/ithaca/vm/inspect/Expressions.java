package dev.ithaca.vm.inspect;

/** Makes values of the running program out of what a user types. Whoever compiled the program provides it. */
@FunctionalInterface
public interface Expressions {
    /**
     * Checks and evaluates an expression of the program's language, aside from the running program. Takes as long as compiling
     * the program; not for threads that must not wait.
     */
    Evaluated evaluate(String expression);

    /** @param problem why there is no value, in one sentence; else null */
    record Evaluated(Object value, String problem) {
        public static Evaluated to(Object value) { return new Evaluated(value, null); }

        public static Evaluated refused(String problem) { return new Evaluated(null, problem); }
    }

    /** Of a program whose source is not at hand. */
    Expressions NONE = expression -> Evaluated.refused("The source of this program is not at hand");
}
