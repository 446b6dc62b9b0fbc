package dev.ithaca.vm.runtime;

/** One arm of a receive, for observers who want to know which messages a waiting process would take. */
public interface ReceiveArm {
    /** Whether a message fits: a guard or a comparison with a value of the program leaves it open. */
    enum Match { NO, MAYBE, YES }

    /** Pattern and guard as written. */
    String pattern();

    /** 1-based line of the arm, 0 if unknown. */
    int line();

    Match match(Object message);
}
