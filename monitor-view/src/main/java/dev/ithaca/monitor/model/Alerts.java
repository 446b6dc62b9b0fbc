package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks at sample after sample for what tends to end badly. For one thread. */
public final class Alerts {
    /** Looks in a row that make a trend. */
    static final int PATIENCE = 5;
    static final int MAILBOX_OF_INTEREST = 100;
    private static final int PROCESSES_OF_INTEREST = 100;
    static final int MOST = 5;

    /**
     * @param text a sentence
     * @param pid the process it is about, 0 if it is about many
     * @param filter shows those it is about, or null
     * @param waitsFrom pid of a process from which on it is worth seeing who waits for whom, or 0
     * @param place line of the program that it is about, or null
     * @param remark what is to be told at that line, or null
     */
    public record Alert(String text, long pid, String filter, long waitsFrom, Place place, String remark) {
        Alert(String text, long pid, String filter) { this(text, pid, filter, 0); }

        Alert(String text, long pid, String filter, long waitsFrom) { this(text, pid, filter, waitsFrom, null, null); }
    }

    /** @param first size when it began to grow; @param since when that was */
    private record Growth(long size, int looks, long first, long since) {
        Growth(long size, long now) { this(size, 0, size, now); }

        Growth next(long newSize, long now) {
            return newSize < size ? new Growth(newSize, now) : new Growth(newSize, newSize > size ? looks + 1 : looks, first, since);
        }
    }

    private Map<Long, Growth> mailboxes = Map.of();
    private Map<Place, Growth> origins = Map.of();
    private final Wakings wakings = new Wakings();
    private int stillFor;

    /** Takes the next sample. @return what is amiss now, the worst first */
    public List<Alert> look(ProcessSample sample) { return look(sample, pids -> Population.empty()); }

    /** @param closer reads some processes with all their figures */
    public List<Alert> look(ProcessSample sample, Function<long[], Population> closer) {
        var alerts = new ArrayList<Alert>();
        standstill(sample).ifPresent(alerts::add);
        alerts.addAll(growingMailboxes(sample));
        alerts.addAll(leaks(sample));
        alerts.addAll(wakings.look(sample, closer));
        return alerts;
    }

    private Optional<Alert> standstill(ProcessSample sample) {
        int waiting = 0;
        long rate = 0;
        for (int row = 0; row < sample.alive(); row++) {
            if (sample.status(row) == ProcessStatus.WAITING) waiting++;
            rate += sample.reductionsPerSecond(row);
        }
        boolean still = sample.alive() > 0 && waiting == sample.alive() && rate == 0;
        stillFor = still ? stillFor + 1 : 0;
        if (stillFor < PATIENCE) return Optional.empty();
        boolean one = sample.alive() == 1;
        String who = one ? Format.pid(sample.pid(0)) + " waits" : "all " + Format.count(sample.alive()) + " processes wait";
        return Optional.of(new Alert("Nothing has happened for a while: " + who + " for messages", one ? sample.pid(0) : 0, "state:waiting", sample.pid(0)));
    }

    private List<Alert> growingMailboxes(ProcessSample sample) {
        Map<Long, Growth> next = new HashMap<>();
        long now = sample.population().takenNanos();
        for (int row = 0; row < sample.alive(); row++) {
            int length = sample.mailboxLength(row);
            if (length < MAILBOX_OF_INTEREST) continue;
            next.put(sample.pid(row), mailboxes.getOrDefault(sample.pid(row), new Growth(length, now)).next(length, now));
        }
        mailboxes = next;
        return next.entrySet().stream().filter(e -> e.getValue().looks() >= PATIENCE)
                .sorted(Comparator.comparing(e -> -e.getValue().size())).limit(MOST)
                .map(e -> new Alert("The mailbox of " + Format.pid(e.getKey()) + " grows and grows: "
                        + Format.count(e.getValue().size()) + " messages", e.getKey(), "mbox>=" + MAILBOX_OF_INTEREST)).toList();
    }

    private List<Alert> leaks(ProcessSample sample) {
        int[] living = new int[sample.places().size()];
        for (int row = 0; row < sample.alive(); row++) living[sample.population().originIndex(row)]++;
        Map<Place, Growth> next = new HashMap<>();
        long now = sample.population().takenNanos();
        for (int i = 0; i < living.length; i++) {
            if (living[i] < PROCESSES_OF_INTEREST) continue;
            Place place = sample.places().get(i);
            next.put(place, origins.getOrDefault(place, new Growth(living[i], now)).next(living[i], now));
        }
        origins = next;
        return next.entrySet().stream().filter(e -> e.getValue().looks() >= PATIENCE)
                .sorted(Comparator.comparing(e -> -e.getValue().size())).limit(MOST)
                .map(e -> leak(e.getKey(), e.getValue(), now)).toList();
    }

    private static Alert leak(Place origin, Growth growth, long now) {
        String where = origin.file() == null ? "" : " started at " + Format.place(origin.file(), origin.line());
        // short, as it stands behind a line of text
        String remark = "more and more: " + Format.count(growth.size()) + " live on, +" + Format.count(growth.size() - growth.first())
                + " in " + Format.duration((now - growth.since()) / 1_000_000_000 * 1_000);
        return new Alert("More and more processes of " + origin.function() + where + ": " + Format.count(growth.size()), 0,
                "start:" + origin.function(), 0, origin, remark);
    }
}
