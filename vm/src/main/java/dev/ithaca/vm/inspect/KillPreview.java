package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * What the end of some processes brings with it.
 *
 * @param along other processes that would end because links bind them, in pid order
 * @param restarts what supervisors would do then
 */
public record KillPreview(List<Long> along, List<Restart> restarts) {
    /** Nothing follows. */
    public static final KillPreview NOTHING = new KillPreview(List.of(), List.of());

    /**
     * @param children names of those that the supervisor starts again, in its order
     * @param givesUp one restart more than it allows: it ends instead, with all its children
     */
    public record Restart(long supervisor, List<String> children, boolean givesUp) {
        public Restart { children = List.copyOf(children); }
    }

    public KillPreview {
        along = List.copyOf(along);
        restarts = List.copyOf(restarts);
    }
}
