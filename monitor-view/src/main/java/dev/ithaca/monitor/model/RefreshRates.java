package dev.ithaca.monitor.model;

import java.time.Duration;
import java.util.List;

/** How often the list may be refreshed. */
public final class RefreshRates {
    /** From the shortest on. */
    public static final List<Duration> INTERVALS = List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private RefreshRates() {}

    /** The next shorter interval, or the shortest. */
    public static Duration faster(Duration now) {
        return INTERVALS.reversed().stream().filter(interval -> interval.compareTo(now) < 0).findFirst().orElse(INTERVALS.getFirst());
    }

    /** The next longer interval, or the longest. */
    public static Duration slower(Duration now) {
        return INTERVALS.stream().filter(interval -> interval.compareTo(now) > 0).findFirst().orElse(INTERVALS.getLast());
    }
}
