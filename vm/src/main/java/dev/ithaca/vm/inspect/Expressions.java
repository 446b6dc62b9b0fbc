package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.FrameVariable;
import java.util.List;

/**
 * Makes values out of what a user types, aside from the running program. Whoever compiled the program provides it. Takes as long as
 * compiling the program; not for threads that must not wait.
 */
public interface Expressions {
    /** Checks and evaluates an expression of the program's language; the value is one of the running program. */
    Evaluated evaluate(String expression);

    /** Checks and evaluates an expression with the variables of a frame; the value is of no use but to be looked at. */
    Evaluated evaluateIn(Scope scope, String expression);

    /**
     * @param file where the function of the frame is written
     * @param variables outermost first
     */
    record Scope(String file, List<FrameVariable> variables) {
        public Scope { variables = List.copyOf(variables); }
    }

    /** @param problem why there is no value, in one sentence; else null */
    record Evaluated(Object value, String problem) {
        public static Evaluated to(Object value) { return new Evaluated(value, null); }

        public static Evaluated refused(String problem) { return new Evaluated(null, problem); }
    }

    /** Of a program whose source is not at hand. */
    Expressions NONE = new Expressions() {
        private static final Evaluated NO_SOURCE = Evaluated.refused("The source of this program is not at hand");

        @Override public Evaluated evaluate(String expression) { return NO_SOURCE; }

        @Override public Evaluated evaluateIn(Scope scope, String expression) { return NO_SOURCE; }
    };
}
