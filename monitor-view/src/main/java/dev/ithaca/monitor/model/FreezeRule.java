package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A process is to be suspended as soon as it is seen to meet a condition.
 *
 * @param pids those watched; none for all processes
 * @param condition in the language of the filter, {@code mbox>1000}
 */
public record FreezeRule(Set<Long> pids, ProcessFilter condition) {
    public FreezeRule { pids = Set.copyOf(pids); }

    /** Living processes that meet the condition and are not suspended already. */
    public Set<Long> met(ProcessSample sample) {
        IntPredicate accepted = condition.on(sample);
        IntStream rows = pids.isEmpty() ? IntStream.range(0, sample.alive())
                : pids.stream().mapToInt(sample::rowOf).filter(row -> row >= 0 && sample.isAlive(row));
        return rows.filter(row -> accepted.test(row) && sample.status(row) != ProcessStatus.SUSPENDED)
                .mapToObj(sample::pid).collect(Collectors.toUnmodifiableSet());
    }

    /** {@code <7> when mbox>1000}. */
    public String title() {
        String who = pids.isEmpty() ? "any process" : pids.size() == 1 ? Format.pid(pids.iterator().next())
                : Format.count(pids.size()) + " processes";
        return who + " when " + condition.text();
    }
}
