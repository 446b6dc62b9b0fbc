package dev.ithaca.vm.inspect;

/**
 * Which clause of the receive that a process stands in would take a message.
 *
 * @param pattern the clause as written; empty if there is none
 * @param line 1-based line of the clause, 0 if there is none
 */
public record ArmMatch(Kind kind, String pattern, int line) {
    /** How certain it is. */
    public enum Kind {
        /** The process does not stand in a receive, or its clauses are not known. */
        UNKNOWN,
        /** No clause can ever take it here. */
        NONE,
        /** The clause may take it: that depends on a guard or on other values of the program. */
        POSSIBLE,
        CERTAIN
    }

    public static final ArmMatch UNKNOWN = new ArmMatch(Kind.UNKNOWN, "", 0);
    static final ArmMatch NONE = new ArmMatch(Kind.NONE, "", 0);
}
