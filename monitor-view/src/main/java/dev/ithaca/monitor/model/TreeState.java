package dev.ithaca.monitor.model;

import java.util.HashMap;
import java.util.Map;

/**
 * What the user has opened in a value tree, by row key. Immutable, so that a background thread can build from it.
 *
 * @param toggled rows opened or closed by hand
 * @param limits rows of which more than one page of children was asked for
 */
public record TreeState(Map<String, Boolean> toggled, Map<String, Integer> limits) {
    /** Children shown at first, and added by each "more". */
    public static final int PAGE = 100;
    /** Key of the invisible root. */
    public static final String ROOT = "";

    public TreeState {
        toggled = Map.copyOf(toggled);
        limits = Map.copyOf(limits);
    }

    public static TreeState initial() { return new TreeState(Map.of(), Map.of()); }

    boolean expanded(String key, boolean byDefault) { return toggled.getOrDefault(key, byDefault); }

    public int limit(String key) { return limits.getOrDefault(key, PAGE); }

    public TreeState withExpanded(String key, boolean expanded) {
        var next = new HashMap<>(toggled);
        next.put(key, expanded);
        return new TreeState(next, limits);
    }

    public TreeState withMore(String key) {
        var next = new HashMap<>(limits);
        next.put(key, limit(key) + PAGE);
        return new TreeState(toggled, next);
    }
}
