package dev.ithaca.vm;

/**
 * How a run ended.
 *
 * @param result result form of main's value, null for unit and for runs that did not complete
 * @param report the full error report for {@link Kind#FAILED}, else null
 */
public record Outcome(Kind kind, String result, String report) {
    public enum Kind { COMPLETED, FAILED, STOPPED }

    public int exitCode() {
        return switch (kind) {
            case COMPLETED -> 0;
            case FAILED -> 1;
            case STOPPED -> 130;
        };
    }
}
