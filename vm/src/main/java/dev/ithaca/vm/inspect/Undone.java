package dev.ithaca.vm.inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the wish to take a kill back.
 *
 * @param back pids of the processes that go on
 * @param lost why others cannot, by pid: what they were in the middle of could not be kept
 * @param told processes that had heard of the end already and may have acted on it, as supervisors do
 */
public record Undone(List<Long> back, Map<Long, String> lost, Set<Long> told) {
    /** It was too late. */
    public static final Undone NOTHING = new Undone(List.of(), Map.of(), Set.of());

    public Undone {
        back = List.copyOf(back);
        lost = Map.copyOf(lost);
        told = Set.copyOf(told);
    }
}
