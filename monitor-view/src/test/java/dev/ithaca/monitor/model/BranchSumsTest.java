package dev.ithaca.monitor.model;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.FakeInspector;
import dev.ithaca.monitor.support.FakeValue;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.Population;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What closed branches of the tree tell of those below. */
class BranchSumsTest {
    private static final ListingQuery TREE = ListingQuery.all().withArrangement(Arrangement.TREE, Arrangement.TREE.initialExpansion());

    /** {@code 1 (2 (3 4 dead 5) 6)}, 7. */
    private final FakeInspector machine = new FakeInspector().put(
            process(1).heap(10).reductions(100), process(2).parent(1).heap(20).reductions(0),
            process(3).parent(2).heap(30).reductions(0).mailbox(message(), message()),
            process(4).parent(2).heap(40).reductions(0).mailbox(message()),
            process(5).parent(2).heap(50).reductions(0).dead("killed"), process(6).parent(1).heap(60).reductions(0),
            process(7).parent(0).heap(100).reductions(0));

    private static MessageView message() { return new MessageView(1, 0, new FakeValue("Int", "1", List.of())); }

    private ProcessSample sample() {
        ProcessSample first = ProcessSample.take(Population.of(machine.processes(), 0), null);
        machine.change(3, p -> p.reductions(3_000));
        machine.change(4, p -> p.reductions(7_000));
        return ProcessSample.take(Population.of(machine.processes(), 1_000_000_000), first);
    }

    @Test void aClosedBranchShowsSumsOverTheLiving() {
        Listing listing = close(2).run(sample());
        int position = listing.positionOf(2);
        Branch branch = listing.branch(position);
        assertThat(branch.below()).isEqualTo(3);
        assertThat(branch.dead()).isEqualTo(1);
        assertThat(listing.text(Column.HEAP, position)).isEqualTo("90 B");
        assertThat(listing.text(Column.RATE, position)).isEqualTo("10.0 k");
        assertThat(listing.text(Column.MAILBOX, position)).isEqualTo("3");
        assertThat(listing.text(Column.PID, position)).isEqualTo("<2>");
        assertThat(listing.text(Column.STATUS, position)).isEqualTo("waiting");
    }

    @Test void openBranchesAndLeavesShowTheirOwnFigures() {
        Listing listing = TREE.run(sample());
        for (int at = 0; at < listing.size(); at++) assertThat(listing.branch(at)).isNull();
        assertThat(listing.text(Column.HEAP, listing.positionOf(2))).isEqualTo("20 B");
        assertThat(close(2).run(sample()).branch(0)).isNull();
    }

    @Test void withoutSumsAClosedBranchShowsItsRootAlone() {
        Listing listing = close(2).withSums(false).run(sample());
        assertThat(listing.branch(listing.positionOf(2))).isNull();
        assertThat(listing.text(Column.HEAP, listing.positionOf(2))).isEqualTo("20 B");
    }

    @Test void onlyWhatOpeningWouldShowIsCounted() {
        Listing listing = close(1).withFilter(ProcessFilter.parse("pid:4")).run(sample());
        Branch branch = listing.branch(listing.positionOf(1));
        assertThat(branch.below()).isEqualTo(2);
        assertThat(branch.text(Column.HEAP)).isEqualTo("70 B");
        Listing living = close(1).withDead(false).run(sample());
        assertThat(living.branch(0).below()).isEqualTo(4);
    }

    @Test void branchesAreOrderedByTheirSumsWhetherOpenOrClosed() {
        var byHeap = List.of(new SortKey(Column.HEAP, true));
        assertThat(pids(TREE.withSort(byHeap).run(sample()))).containsExactly(1L, 2L, 4L, 3L, 5L, 6L, 7L);
        assertThat(pids(close(1).withSort(byHeap).run(sample()))).containsExactly(1L, 7L);
        assertThat(pids(close(1).withSort(byHeap).withSums(false).run(sample()))).containsExactly(7L, 1L);
    }

    /** Against a sum that is made by asking each process whose branch it belongs to. */
    @Test void sumsOfAnyTreeAreRight() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var big = new FakeInspector();
        for (long pid = 1; pid <= 400; pid++) {
            var made = process(pid).parent(pid == 1 ? 0 : random.nextLong(1, pid)).heap(random.nextInt(1_000));
            big.put(random.nextInt(5) == 0 ? made.dead("killed") : made);
        }
        ProcessSample sample = ProcessSample.take(Population.of(big.processes(), 0), null);
        Listing closed = ListingQuery.all().withArrangement(Arrangement.TREE, Expansion.of(false).with(1, true)).run(sample);
        assertThat(IntStream.range(0, closed.size()).filter(at -> closed.branch(at) != null)).isNotEmpty();
        for (int at = 1; at < closed.size(); at++) {
            long root = closed.pid(at);
            int[] rows = IntStream.range(0, sample.size()).filter(row -> isBelow(sample, row, root)).toArray();
            long heap = IntStream.of(rows).filter(sample::isAlive).mapToLong(sample::heapBytes).sum();
            Branch branch = closed.branch(at);
            assertThat(branch == null).isEqualTo(rows.length == 1);
            if (branch == null) continue;
            assertThat(branch.below()).isEqualTo(rows.length - 1);
            assertThat(branch.number(Column.HEAP)).isEqualTo(heap);
        }
    }

    private static boolean isBelow(ProcessSample sample, int row, long root) {
        for (int at = row; at >= 0; at = sample.parent(at) == 0 ? -1 : sample.rowOf(sample.parent(at))) {
            if (sample.pid(at) == root) return true;
        }
        return false;
    }

    private static ListingQuery close(long pid) { return TREE.withArrangement(Arrangement.TREE, Expansion.of(true).with(pid, false)); }

    private static List<Long> pids(Listing listing) { return IntStream.range(0, listing.size()).mapToObj(listing::pid).toList(); }
}
