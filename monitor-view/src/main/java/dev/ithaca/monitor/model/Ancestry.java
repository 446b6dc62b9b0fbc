package dev.ithaca.monitor.model;

import java.util.ArrayList;
import java.util.List;

/** Who started a process, who started that one, and so on: the stack that a spawn cuts off. */
public final class Ancestry {
    private static final int DEEPEST = 50;

    /**
     * @param pid the ancestor
     * @param name its registered name or the function it was started with; null if it is forgotten
     * @param file where its child is spawned, or null if unknown
     * @param line 1-based, 0 if unknown
     */
    public record Ancestor(long pid, String name, String file, int line) {}

    private Ancestry() {}

    /** The nearest first. */
    public static List<Ancestor> of(ProcessSample sample, long pid) {
        var result = new ArrayList<Ancestor>();
        int row = sample.rowOf(pid);
        while (row >= 0 && sample.parent(row) != 0 && result.size() < DEEPEST) {
            long parent = sample.parent(row);
            int parentRow = sample.rowOf(parent);
            String name = parentRow < 0 ? null : sample.name(parentRow) != null ? sample.name(parentRow) : sample.initialFunction(parentRow);
            result.add(new Ancestor(parent, name, sample.origin(row).file(), sample.origin(row).line()));
            row = parentRow;
        }
        return result;
    }
}
