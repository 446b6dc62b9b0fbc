package dev.ithaca.vm.inspect;

/**
 * What became of an expression that a user typed.
 *
 * @param value null if there is none
 * @param problem why there is none, else null
 */
public record Evaluation(ValueView value, String problem) {
    static Evaluation refused(String problem) { return new Evaluation(null, problem); }
}
