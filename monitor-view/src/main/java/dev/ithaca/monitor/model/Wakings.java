package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds processes that are woken for nothing: those that look for messages again and again and find none, those that no clause of a
 * receive takes the messages of, and those that look through the same old messages each time. For one thread.
 */
final class Wakings {
    private static final double WAKES_OF_INTEREST = 10;
    private static final int UNTAKEN_OF_INTEREST = 10;
    private static final int OLD_MILLIS = 5_000;
    /** By so much the clocks of two looks may be off. */
    private static final int CLOCK_MILLIS = 20;
    /** So many are looked at closer, those that work most. */
    private static final int MOST_LOOKED_AT = 50;

    /** @param turns 0 if not known */
    private record Poller(long turns, long atNanos, int looks, double perSecond) {}

    private Map<Long, Poller> pollers = Map.of();
    private Map<Long, Integer> untaken = Map.of();
    private Map<Long, Integer> scanners = Map.of();
    private ProcessSample last = ProcessSample.empty();

    List<Alerts.Alert> look(ProcessSample sample, Function<long[], Population> closer) {
        var alerts = new ArrayList<Alerts.Alert>();
        alerts.addAll(polls(sample, closer));
        alerts.addAll(messages(sample));
        last = sample;
        return alerts;
    }

    /** It waits in a receive, works a little all the time, and neither gets nor sends anything. */
    private static boolean mayPoll(ProcessSample sample, int row) {
        return sample.status(row) == ProcessStatus.WAITING && sample.reductionsPerSecond(row) > 0 && sample.receivedPerSecond(row) == 0
                && sample.sentPerSecond(row) == 0;
    }

    private List<Alerts.Alert> polls(ProcessSample sample, Function<long[], Population> closer) {
        int[] rows = IntStream.range(0, sample.alive()).filter(row -> mayPoll(sample, row)).toArray();
        long[] suspects = IntStream.of(rows).boxed().sorted(Comparator.comparing(row -> -sample.reductionsPerSecond(row))).limit(MOST_LOOKED_AT)
                .mapToLong(sample::pid).toArray();
        Map<Long, Poller> next = new HashMap<>();
        if (suspects.length > 0) {
            Population seen = closer.apply(suspects);
            for (int row = 0; row < seen.alive() && seen.has(Figure.TURNS); row++) {
                long turns = seen.figure(Figure.TURNS, row);
                Poller before = pollers.get(seen.pid(row));
                double perSecond = before == null ? 0 : (turns - before.turns) * 1e9 / Math.max(1, seen.takenNanos() - before.atNanos);
                int looks = before != null && perSecond >= WAKES_OF_INTEREST ? before.looks + 1 : 0;
                next.put(seen.pid(row), new Poller(turns, seen.takenNanos(), looks, perSecond));
            }
        }
        pollers = next;
        return next.entrySet().stream().filter(e -> e.getValue().looks >= Alerts.PATIENCE)
                .sorted(Comparator.comparing(e -> -e.getValue().perSecond)).limit(Alerts.MOST)
                .map(e -> new Alerts.Alert(Format.pid(e.getKey()) + " polls: it wakes " + Format.rate(e.getValue().perSecond)
                        + " times a second and finds no message; a longer timeout" + at(sample, e.getKey()) + " would cost nothing", e.getKey(), null)).toList();
    }

    private static String at(ProcessSample sample, long pid) {
        int row = sample.rowOf(pid);
        String place = row < 0 ? "" : Format.place(sample.file(row), sample.line(row));
        return place.isEmpty() ? "" : " at " + place;
    }

    /** The oldest message is the one it was: it has aged by the time between. One who just gets along slowly takes the oldest first. */
    private boolean isSameHead(ProcessSample sample, int row, int before) {
        long elapsed = (sample.population().takenNanos() - last.population().takenNanos()) / 1_000_000;
        long aged = (long) sample.oldestMessageMillis(row) - last.oldestMessageMillis(before);
        return Math.abs(aged - elapsed) <= CLOCK_MILLIS;
    }

    private List<Alerts.Alert> messages(ProcessSample sample) {
        Map<Long, Integer> woken = new HashMap<>();
        Map<Long, Integer> scanning = new HashMap<>();
        var alerts = new ArrayList<Alerts.Alert>();
        for (int row = 0; row < sample.alive(); row++) {
            int length = sample.mailboxLength(row);
            if (length < UNTAKEN_OF_INTEREST || sample.oldestMessageMillis(row) < OLD_MILLIS) continue;
            long pid = sample.pid(row);
            int before = last.rowOf(pid);
            if (before < 0 || !isSameHead(sample, row, before)) continue;
            long taken = sample.received(row) - length - (last.received(before) - last.mailboxLength(before));
            if (length >= Alerts.MAILBOX_OF_INTEREST) {
                // it need not take one between any two looks
                int times = scanners.getOrDefault(pid, 0) + (taken > 0 ? 1 : 0);
                scanning.put(pid, times);
                if (times >= Alerts.PATIENCE) {
                    alerts.add(new Alerts.Alert("For each message that it takes, " + Format.pid(pid) + at(sample, pid) + " first looks through "
                            + Format.count(length) + " older ones that no clause takes", pid, null));
                }
            } else if (taken == 0) {
                // they need not come in between any two looks
                int times = untaken.getOrDefault(pid, 0) + (sample.receivedPerSecond(row) > 0 ? 1 : 0);
                woken.put(pid, times);
                if (times >= Alerts.PATIENCE) {
                    alerts.add(new Alerts.Alert(Format.pid(pid) + at(sample, pid) + " is woken again and again by messages that no clause takes: "
                            + Format.count(length) + " lie there", pid, null));
                }
            }
        }
        untaken = woken;
        scanners = scanning;
        return alerts.subList(0, Math.min(Alerts.MOST, alerts.size()));
    }
}
