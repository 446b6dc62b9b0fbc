package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Population;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which processes of many are worth a snapshot: those that somebody may ask about later. */
final class Choice {
    private Choice() {}

    /** At most so many pids, the most interesting first. @param wanted those asked for */
    static List<Long> of(Population population, Set<Long> wanted, int most) {
        Set<Long> chosen = new LinkedHashSet<>();
        wanted.stream().filter(pid -> population.rowOf(pid) >= 0).forEach(chosen::add);
        int[] rows = IntStream.range(0, population.size()).toArray();
        add(chosen, population, rows, population::isFailed);
        add(chosen, population, rows, row -> population.name(row) != null);
        // main, and those that wait longest in line
        if (population.size() > 0) chosen.add(population.pid(0));
        top(population, most / 4, Comparator.comparingLong(row -> -population.mailboxLength(row))).forEach(chosen::add);
        top(population, most / 4, Comparator.comparingLong(row -> -population.reductions(row))).forEach(chosen::add);
        add(chosen, population, rows, row -> true);
        return chosen.stream().limit(most).toList();
    }

    private static void add(Set<Long> chosen, Population population, int[] rows, IntPredicate wanted) {
        for (int row : rows) if (wanted.test(row)) chosen.add(population.pid(row));
    }

    private static Stream<Long> top(Population population, int most, Comparator<Integer> order) {
        return IntStream.range(0, population.alive()).boxed().sorted(order).limit(most).map(population::pid);
    }
}
