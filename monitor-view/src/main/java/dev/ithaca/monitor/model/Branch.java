package dev.ithaca.monitor.model;

import java.util.function.ToLongFunction;

/**
 * A closed branch of the spawn tree as a whole, its root included.
 *
 * @param living processes that live
 * @param dead processes that are dead and shown
 * @param figures sums over the living, of ages the highest; of the columns for which {@link #sums} holds
 */
public record Branch(int living, int dead, ToLongFunction<Column> figures) {
    /** Whether a column shows the branch, not its root alone. */
    public static boolean sums(Column column) { return BranchSums.COLUMNS.contains(column); }

    /** Processes besides the root. */
    public int below() { return living + dead - 1; }

    long number(Column column) { return figures.applyAsLong(column); }

    /** The cell of a column for which {@link #sums} holds. */
    public String text(Column column) {
        long number = number(column);
        return switch (column) {
            case CPU -> Format.percent((int) Math.min(Integer.MAX_VALUE, number));
            case HEAP -> Format.bytes(number);
            case OLDEST -> number < 0 ? "" : Format.duration(number);
            case IN_RATE, OUT_RATE -> Format.rate(number / 1_000.0);
            case MAILBOX, RATE, REDUCTIONS, RECEIVED, SENT -> Format.shortCount(number);
            default -> throw new IllegalArgumentException("no sum: " + column);
        };
    }
}
