package dev.ithaca.monitor.model;

import java.util.HashSet;
import java.util.Set;

/** The living processes below some others in the spawn tree, those themselves included. */
public final class Descendants {
    private Descendants() {}

    public static Set<Long> of(ProcessSample sample, Set<Long> roots) {
        var found = new HashSet<>(roots);
        // a child has a higher pid than its parent, and rows go by pid: one pass meets every generation
        for (int row = 0; row < sample.alive(); row++) {
            if (found.contains(sample.parent(row))) found.add(sample.pid(row));
        }
        found.removeIf(pid -> {
            int row = sample.rowOf(pid);
            return row < 0 || !sample.isAlive(row);
        });
        return found;
    }
}
