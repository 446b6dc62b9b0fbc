package dev.ithaca.vm.cli;

import dev.ithaca.vm.inspect.Inspector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Which functions of a running program take its time: looks many times a second where it is (chapter 4, section 12). */
final class Profile {
    private static final int WIDTH = 80;
    private static final int NAME_WIDTH = 44;
    private static final int SHOWN = 40;
    private static final long EVERY_MILLIS = 2;

    private final Supplier<List<List<String>>> running;
    private final LongSupplier reductions;
    private final Map<String, Cost> costs = new HashMap<>();
    private final long begun = System.nanoTime();
    private final Thread sampler = Thread.ofPlatform().daemon().name("profile").unstarted(this::sample);
    private volatile boolean ended;
    private long samples;

    /** Nanoseconds in a function itself and in it with all it called. */
    private static final class Cost {
        private long self;
        private long total;
    }

    /**
     * Begins the measurement.
     *
     * @param running the calls under way now, as {@link Inspector#running} gives them
     * @param reductions those of the program so far
     */
    Profile(Supplier<List<List<String>>> running, LongSupplier reductions) {
        this.running = running;
        this.reductions = reductions;
        sampler.start();
    }

    private void sample() {
        long last = System.nanoTime();
        while (!ended) {
            List<List<String>> stacks = running.get();
            long now = System.nanoTime();
            for (List<String> stack : stacks) add(stack, now - last);
            last = now;
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** A function that stands more than once on a stack is counted once. */
    private void add(List<String> stack, long nanos) {
        samples++;
        costs.computeIfAbsent(stack.getFirst(), name -> new Cost()).self += nanos;
        for (String function : new HashSet<>(stack)) costs.computeIfAbsent(function, name -> new Cost()).total += nanos;
    }

    /** Ends the measurement. @return the table */
    String end() throws InterruptedException {
        ended = true;
        sampler.join();
        long all = Math.max(1, costs.values().stream().mapToLong(cost -> cost.self).sum());
        var text = new StringBuilder("\n").append("=".repeat(WIDTH)).append("\nFUNCTION PROFILING SUMMARY\n").append("=".repeat(WIDTH)).append('\n');
        text.append(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s %11s %11s %10s%n", "Function", "Total (ms)", "Self (ms)", "Self (%)"));
        text.append("-".repeat(WIDTH)).append('\n');
        costs.entrySet().stream().sorted(Comparator.comparingLong((Map.Entry<String, Cost> entry) -> -entry.getValue().total)
                .thenComparing(Map.Entry::getKey)).limit(SHOWN).forEach(entry -> text.append(String.format(Locale.ROOT,
                        "%-" + NAME_WIDTH + "s %11.1f %11.1f %10.1f%n", fitting(entry.getKey()), entry.getValue().total / 1e6,
                        entry.getValue().self / 1e6, 100.0 * entry.getValue().self / all)));
        if (costs.size() > SHOWN) text.append("... ").append(costs.size() - SHOWN).append(" more\n");
        return text.append("-".repeat(WIDTH)).append(String.format(Locale.ROOT, "%n%d samples in %.2f s, %d reductions%n", samples,
                (System.nanoTime() - begun) / 1e9, reductions.getAsLong())).toString();
    }

    private static String fitting(String name) { return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…"; }
}
