package dev.ithaca.monitor.model;

import java.util.List;
import java.util.stream.IntStream;

/** The living processes that were started at the same place as one of them. */
public final class Siblings {
    private Siblings() {}

    /** The process itself among them, in pid order. */
    public static List<Long> of(ProcessSample sample, long pid, int most) {
        int row = sample.rowOf(pid);
        if (row < 0) return List.of();
        int origin = sample.population().originIndex(row);
        return IntStream.range(0, sample.alive()).filter(other -> sample.population().originIndex(other) == origin).limit(most)
                .mapToObj(sample::pid).toList();
    }
}
