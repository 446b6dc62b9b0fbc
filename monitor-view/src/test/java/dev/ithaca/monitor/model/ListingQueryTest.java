package dev.ithaca.monitor.model;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.Bank;
import dev.ithaca.monitor.support.FakeInspector;
import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListingQueryTest {
    private final ProcessSample bank = take(Bank.open().processes(), null, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "teller | 3", "waiting | 7", "<7> | 7", "1 | 1 10 11 12 13", "state:io_wait | 9", "state:dead reason:zero | 13",
            "mbox>=2 | 7", "reds>1m | 1", "heap>=4k -state:running | 3 7", "fn:loop | 7 8 11", "parent=7 | 9 10",
            "FN:LOOP state:alive | 7 8", "state:io,sleep | 9 10", "state:run -state:runnable | 1", "pid<=3 | 1 3",
            "\"division by zero\" | 13", "reason:\"by zero\" -fn:x | 13", "\"by division\" | ''", "\"wait | 7 9", "nobody | ''", "'' | 1 3 7 8 9 10 11 12 13"})
    void filters(String text, String pids) {
        ProcessFilter filter = ProcessFilter.parse(text);
        assertThat(filter.problem()).isNull();
        assertThat(pids(ListingQuery.all().withFilter(filter))).isEqualTo(pids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"waiting>5s | 7 8", "waiting>=5000ms | 3 7 8", "waiting>0.1min | 7 8", "waiting>1h | ''", "waiting<=5s | 3",
            "sched>100ms | 7 8 9 10 11 12 13", "sched<0.1 | 1", "turns>=12 | 12 13", "polls=7 | 7", "heapmax>9k | 9 10 11 12 13"})
    void filtersByWhatIsCollectedForThat(String text, String pids) {
        ProcessFilter filter = ProcessFilter.parse(text);
        assertThat(filter.problem()).isNull();
        ListingQuery query = ListingQuery.all().withFilter(filter);
        assertThat(query.figures()).hasSize(1);
        Figure wanted = query.figures().iterator().next();
        Map<Figure, LongUnaryOperator> known = Map.of(Figure.IN_STATE, pid -> pid == 3 ? 5_000 : 1_000 * pid, Figure.QUEUED, pid -> pid == 3 ? 100 : 20 * pid,
                Figure.TURNS, pid -> pid, Figure.HIGHEST_HEAP, pid -> 1_000 * pid + 1);
        // of those that run or are dead it is not said how long they have waited
        List<ProcessInfo> processes = Bank.open().processes().stream().filter(p -> wanted != Figure.IN_STATE || p.pid() < 9).toList();
        Listing listing = query.run(ProcessSample.take(Population.of(processes, 0, Map.of(wanted, known.get(wanted))), null));
        assertThat(IntStream.range(0, listing.size()).mapToObj(i -> Long.toString(listing.pid(i))).collect(Collectors.joining(" "))).isEqualTo(pids);
    }

    @Test void whatWasNotCollectedIsLeftBlank() {
        for (Column column : List.of(Column.WAITING, Column.QUEUED, Column.TURNS, Column.HEAP_MAX)) {
            assertThat(column.text(bank, 0)).isEmpty();
            assertThat(ListingQuery.all().withSort(List.of(new SortKey(column, true))).figures()).containsExactly(column.figure());
        }
        Listing listing = ListingQuery.all().run(bank);
        assertThat(Export.json(listing)).contains("\"turns\": null");
        assertThat(ProcessFilter.parse("waiting>0").on(bank).test(bank.rowOf(7))).isFalse();
    }

    @Test void saysWhichPredicateItDoesNotKnow() {
        assertThat(ProcessFilter.parse("colour:red").problem()).contains("colour:red").contains("state");
        assertThat(ProcessFilter.parse("size>3").problem()).contains("size>3");
    }

    @Test void sortsBothWaysWithTiesByPid() {
        var up = ListingQuery.all().withSort(List.of(new SortKey(Column.REDUCTIONS, false)));
        var down = ListingQuery.all().withSort(List.of(new SortKey(Column.REDUCTIONS, true)));
        assertThat(pids(up)).isEqualTo("12 11 10 9 8 13 7 3 1");
        assertThat(pids(down)).isEqualTo("1 3 7 13 8 9 10 11 12");
        assertThat(pids(ListingQuery.all().withSort(List.of(new SortKey(Column.PARENT, true))))).isEqualTo("9 10 7 8 3 11 12 13 1");
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnSortsByItsKeys(Column column) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var machine = new FakeInspector();
        for (long pid = 1; pid <= 500; pid++) {
            machine.put(process(pid).reductions(random.nextInt(20)).function("f" + random.nextInt(9))
                    .name(random.nextBoolean() ? null : "n" + random.nextInt(30)).heap(random.nextInt(5)));
        }
        ProcessSample sample = take(machine.processes(), null, 0);
        Listing sorted = ListingQuery.all().withSort(List.of(new SortKey(column, false))).run(sample);
        for (int i = 1; i < sorted.size(); i++) {
            long[] keys = new long[2];
            column.keys(sample, new int[] {sorted.row(i - 1), sorted.row(i)}, keys);
            assertThat(keys[0]).isLessThanOrEqualTo(keys[1]);
            if (keys[0] == keys[1]) assertThat(sorted.pid(i - 1)).isLessThan(sorted.pid(i));
        }
        assertThat(sorted.size()).isEqualTo(500);
    }

    @Test void nestsChildrenUnderTheirParents() {
        Listing tree = ListingQuery.all().withArrangement(Arrangement.TREE, Arrangement.TREE.initialExpansion()).run(bank);
        assertThat(outline(tree)).containsExactly("1", " 3", "  7", "   9", "   10", "  8", " 11", " 12", " 13");
        Listing closed = ListingQuery.all().withArrangement(Arrangement.TREE, Expansion.of(true).with(7, false)).run(bank);
        assertThat(outline(closed)).containsExactly("1", " 3", "  7", "  8", " 11", " 12", " 13");
        assertThat(closed.isBranch(2)).isTrue();
        assertThat(closed.isExpanded(2)).isFalse();
    }

    @Test void theTreeKeepsAncestorsOfMatches() {
        Listing tree = ListingQuery.all().withArrangement(Arrangement.TREE, Arrangement.TREE.initialExpansion()).withFilter(ProcessFilter.parse("fn:tick")).run(bank);
        assertThat(outline(tree)).containsExactly("1", " 3", "  7", "   10");
        assertThat(tree.matching()).isEqualTo(1);
        assertThat(tree.isContext(0)).isTrue();
        assertThat(tree.isContext(3)).isFalse();
    }

    @Test void hidesTheDeadButNotAsParentsOfTheLiving() {
        assertThat(pids(ListingQuery.all().withDead(false))).isEqualTo("1 3 7 8 9 10");
        var machine = Bank.open();
        machine.kill(7);
        ProcessSample sample = take(machine.processes(), null, 0);
        Listing tree = ListingQuery.all().withArrangement(Arrangement.TREE, Arrangement.TREE.initialExpansion()).withDead(false).run(sample);
        assertThat(outline(tree)).containsExactly("1", " 3", "  7", "   9", "   10", "  8");
        assertThat(tree.isContext(2)).isTrue();
    }

    @Test void aLostParentMakesARoot() {
        ProcessSample sample = take(
                new FakeInspector().put(process(5).parent(99), process(6).parent(5)).processes(), null, 0);
        assertThat(outline(ListingQuery.all().withArrangement(Arrangement.TREE, Arrangement.TREE.initialExpansion()).run(sample))).containsExactly("5", " 6");
    }

    @Test void ratesAndMarksCompareWithTheSampleBefore() {
        var machine = new FakeInspector().put(process(1).reductions(100), process(2), process(3));
        ProcessSample first = take(machine.processes(), null, 0);
        machine.change(1, p -> p.reductions(350));
        machine.kill(2);
        machine.put(process(4));
        ProcessSample second = take(machine.processes(), first, 500_000_000);
        assertThat(second.reductionsPerSecond(second.rowOf(1))).isEqualTo(500);
        assertThat(second.mark(second.rowOf(1))).isEqualTo(ProcessSample.Mark.NONE);
        assertThat(second.mark(second.rowOf(2))).isEqualTo(ProcessSample.Mark.DIED);
        assertThat(second.mark(second.rowOf(4))).isEqualTo(ProcessSample.Mark.BORN);
        assertThat(second.alive()).isEqualTo(3);
        ProcessSample third = take(machine.processes(), second, 1_000_000_000);
        assertThat(third.mark(third.rowOf(4))).isEqualTo(ProcessSample.Mark.BORN);
        ProcessSample later = take(machine.processes(), third, 9_000_000_000L);
        assertThat(later.mark(later.rowOf(4))).isEqualTo(ProcessSample.Mark.NONE);
    }

    @Test void ratesBeyondAnIntAreTold() {
        var machine = new FakeInspector().put(process(1).reductions(0));
        ProcessSample first = take(machine.processes(), null, 0);
        machine.change(1, p -> p.reductions(129_000_000_000L));
        ProcessSample second = take(machine.processes(), first, 1_000_000_000);
        assertThat(Column.RATE.text(second, second.rowOf(1))).isEqualTo("129 G");
    }

    @Test void anOlderProcessSeenFirstHasNoRate() {
        List<ProcessInfo> before = new FakeInspector().put(process(1)).processes();
        List<ProcessInfo> after = new FakeInspector().put(process(1), process(2).reductions(1_000_000)).processes();
        ProcessSample second = take(after, take(before, null, 0), 1_000_000_000);
        assertThat(second.reductionsPerSecond(second.rowOf(2))).isZero();
    }

    @Test void laterKeysDecideAmongEqualsOfTheFirst() {
        var query = ListingQuery.all().withSort(List.of(new SortKey(Column.STATUS, false), new SortKey(Column.PID, true)));
        assertThat(pids(query)).isEqualTo("1 3 7 10 9 8 13 12 11");
    }

    @Test void registeredNamesComeFirst() {
        assertThat(pids(ListingQuery.all().withSort(List.of(new SortKey(Column.NAME, false))))).startsWith("1 3 7 8");
    }

    @Test void groupsByPlaceWithCounts() {
        var query = ListingQuery.all().withArrangement(Arrangement.BY_FUNCTION, Arrangement.BY_FUNCTION.initialExpansion());
        Listing groups = query.run(bank);
        assertThat(groups.size()).isEqualTo(7);
        ProcessGroup loops = groups.group(0);
        assertThat(loops.place().function()).isEqualTo("loop");
        assertThat(loops.statusText()).isEqualTo("1 waiting, 1 suspended, 1 dead");
        assertThat(groups.text(Column.MAILBOX, 0)).isEqualTo("2");
        assertThat(groups.matching()).isEqualTo(9);
        Listing opened = query.withArrangement(Arrangement.BY_FUNCTION, Expansion.of(false).with(groups.pid(0), true)).run(bank);
        assertThat(opened.pid(0)).isEqualTo(groups.pid(0)).isNegative();
        assertThat(List.of(opened.pid(1), opened.pid(2), opened.pid(3))).containsExactly(7L, 8L, 11L);
        assertThat(opened.depth(1)).isEqualTo(1);
        assertThat(opened.positionOf(8)).isEqualTo(2);
        assertThat(opened.positionOf(9)).isEqualTo(-1);
        assertThat(opened.positionOf(opened.pid(4))).isEqualTo(4);
    }

    @Test void rememberedRatesMakeATrend() {
        long trend = 0;
        for (long rate : new long[] {0, 1, 4, 16, 1_000_000_000}) trend = Trend.push(trend, rate);
        assertThat(Trend.levelAt(trend, 0)).isEqualTo(Trend.TOP);
        assertThat(List.of(Trend.levelAt(trend, 1), Trend.levelAt(trend, 2), Trend.levelAt(trend, 3), Trend.levelAt(trend, 4)))
                .containsExactly(3, 2, 1, 0);
        assertThat(Trend.slope(trend)).isPositive();
    }

    private static ProcessSample take(List<ProcessInfo> processes, ProcessSample previous, long nanos) {
        return ProcessSample.take(Population.of(processes, nanos), previous);
    }

    private String pids(ListingQuery query) { return String.join(" ", outline(query.run(bank))); }

    private static List<String> outline(Listing listing) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < listing.size(); i++) lines.add(" ".repeat(listing.depth(i)) + listing.pid(i));
        return lines;
    }
}
