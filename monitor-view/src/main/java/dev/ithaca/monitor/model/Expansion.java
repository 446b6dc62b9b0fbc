package dev.ithaca.monitor.model;

import java.util.HashSet;
import java.util.Set;

/**
 * Which branches of the tree, or which groups, are open: all but some, or none but some. So all of them can be opened without
 * knowing them.
 *
 * @param all how those stand that are not among the others
 * @param others pids, or numbers of groups
 */
public record Expansion(boolean all, Set<Long> others) {
    static final Expansion ALL = new Expansion(true, Set.of());
    static final Expansion NONE = new Expansion(false, Set.of());

    public Expansion { others = Set.copyOf(others); }

    /** Everything open, or everything closed. */
    public static Expansion of(boolean all) { return all ? ALL : NONE; }

    boolean isOpen(long id) { return all != others.contains(id); }

    /** The same but for one. */
    public Expansion with(long id, boolean open) {
        var next = new HashSet<>(others);
        if (open == all) next.remove(id);
        else next.add(id);
        return new Expansion(all, next);
    }
}
