package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * A call of a function that was traced.
 *
 * @param number counts the calls of its trace from 1
 * @param function with its module
 * @param atMillis when, since the machine started
 * @param result what it returned, else null
 * @param error what it ended with, else null
 * @param nanos how long it took; -1 while that is not known
 * @param from where it was called; null if unknown
 */
public record TracedCall(int number, long pid, String function, int atMillis, List<VariableView> arguments, Outcome outcome,
                         ValueView result, String error, long nanos, Place from) {
    /** How a call ended. */
    public enum Outcome {
        UNDER_WAY, RETURNED, FAILED,
        /** The process gave way or waited in the middle of it: its end was not seen. */
        PUT_ASIDE
    }

    public TracedCall { arguments = List.copyOf(arguments); }
}
