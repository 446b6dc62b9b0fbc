package dev.ithaca.vm.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.Population.Column;
import dev.ithaca.vm.inspect.PopulationBuilder;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A population that goes on from moment to moment by chance. */
final class Populations {
    private final Random random;
    private final TreeSet<Long> living = new TreeSet<>();
    private final TreeSet<Long> dead = new TreeSet<>();
    private long lastPid;
    private long nanos = -5_000_000_000L;

    Populations(long seed) { random = new Random(seed); }

    Population next(int newcomers) {
        nanos += 1 + random.nextInt(2_000_000_000);
        for (long pid : List.copyOf(dead)) if (random.nextInt(4) == 0) dead.remove(pid);
        for (long pid : List.copyOf(living)) {
            if (random.nextInt(5) != 0) continue;
            living.remove(pid);
            if (random.nextBoolean()) dead.add(pid);
        }
        for (int i = 0; i < newcomers; i++) (random.nextInt(6) == 0 ? dead : living).add(lastPid += 1 + random.nextInt(3));
        List<Long> all = new ArrayList<>(living);
        all.addAll(dead);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) places.add(new Place("f" + random.nextInt(50), random.nextBoolean() ? null : "main.nos", random.nextInt(100)));
        Map<Long, String> names = new HashMap<>();
        for (long pid : all) if (random.nextInt(20) == 0) names.put(pid, "näme" + pid);
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        for (Figure figure : Figure.values()) if (random.nextInt(3) > 0) figures.add(figure);
        PopulationBuilder builder = PopulationBuilder.of(all.stream().mapToLong(pid -> pid).toArray(), living.size(), nanos, places);
        builder.name(names);
        for (Column column : Column.values()) {
            if (column.figure() == null || figures.contains(column.figure())) {
                builder.fill(column, all.stream().mapToLong(pid -> number(column, places.size(), pid)).toArray());
            }
        }
        dead.forEach(pid -> builder.bury("reason " + pid % 3, random.nextInt(100_000)));
        return builder.build();
    }

    private long number(Column column, int places, long pid) {
        return switch (column) {
            case PLACE, ORIGIN -> random.nextInt(places);
            case STATUS -> dead.contains(pid) ? ProcessStatus.DEAD.ordinal() : random.nextInt(ProcessStatus.DEAD.ordinal());
            case PRIORITY -> random.nextInt(3);
            case WORKER -> random.nextInt(4);
            case LINKS, MONITORS -> random.nextInt(Short.MAX_VALUE);
            case REDUCTIONS -> random.nextLong() >>> random.nextInt(64);
            case HEAP, HIGHEST_HEAP -> random.nextLong() >>> (24 + random.nextInt(40));
            case OLDEST -> random.nextInt(1_000) - 1;
            case PARENT, RECEIVED, SENT, CPU_MICROS -> random.nextLong() & 0xFFFF_FFFFL;
            default -> random.nextInt(1_000_000);
        };
    }

    static void assertSame(Population actual, Population expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        assertThat(actual.alive()).isEqualTo(expected.alive());
        assertThat(actual.takenNanos()).isEqualTo(expected.takenNanos());
        assertThat(actual.names()).isEqualTo(expected.names());
        assertThat(actual.places()).isEqualTo(expected.places());
        for (Column column : Column.values()) {
            if (!Arrays.equals(numbers(actual, column), numbers(expected, column))) assertThat(numbers(actual, column)).as(column.name()).isEqualTo(numbers(expected, column));
        }
        assertThat(others(actual)).isEqualTo(others(expected));
    }

    private static List<String> others(Population population) {
        return IntStream.range(0, population.size()).mapToObj(row -> population.pid(row) + " " + population.exitReason(row) + " " + population.deadForMillis(row)).toList();
    }

    /** -1 everywhere for a figure that was not collected. */
    private static long[] numbers(Population population, Column column) {
        long[] numbers = new long[population.size()];
        population.copy(column, numbers);
        return numbers;
    }
}
