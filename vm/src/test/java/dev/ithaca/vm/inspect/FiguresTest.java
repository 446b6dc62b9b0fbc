package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of where the time of a process went. */
class FiguresTest {
    private static final Set<Figure> ALL = EnumSet.allOf(Figure.class);

    private static VirtualMachine start(String text, int workers) {
        return InspectedProgram.start(text, VmOptions.standard().withWorkers(workers));
    }

    private static long figure(VirtualMachine vm, Figure figure, long pid) {
        Population all = vm.inspector().population(ALL);
        int row = all.rowOf(pid);
        return row < 0 ? -1 : all.figure(figure, row);
    }

    @Test void aProcessThatWaitsSaysSinceWhenAndBeginsAnewWithEachMessage() throws Exception {
        try (VirtualMachine vm = start("""
                server(n: Int) -> Int = receive { "next" -> server(n + 1) }
                main() = {
                    spawn { server(0) }
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """, 1)) {
            TestMachine.until(() -> figure(vm, Figure.IN_STATE, 2) > 300);
            long turns = figure(vm, Figure.TURNS, 2);
            assertThat(turns).isGreaterThan(0);
            vm.inspector().send(2, "\"next\"").join();
            TestMachine.until(() -> figure(vm, Figure.TURNS, 2) == turns + 1);
            assertThat(figure(vm, Figure.IN_STATE, 2)).isLessThan(figure(vm, Figure.IN_STATE, 1));
            assertThat(figure(vm, Figure.QUEUED, 2)).isLessThan(250);
            vm.inspector().kill(2);
            TestMachine.until(() -> vm.inspector().population().alive() == 1);
            long dead = figure(vm, Figure.IN_STATE, 2);
            TestMachine.until(() -> figure(vm, Figure.IN_STATE, 2) > dead + 50);
        }
    }

    @Test void twoThatShareAWorkerWaitForItInTurns() {
        try (VirtualMachine vm = start("""
                spin(n: Int) -> Int = spin(n + 1)
                main() = {
                    spawn { spin(0) }
                    spawn { spin(0) }
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """, 1)) {
            TestMachine.until(() -> vm.inspector().info(3).map(info -> info.uptimeMillis() > 1_500).orElse(false));
            Population all = vm.inspector().population(ALL);
            double shares = 0;
            for (long pid : new long[] {2, 3}) {
                int row = all.rowOf(pid);
                shares += (double) all.figure(Figure.QUEUED, row) / all.uptimeMillis(row);
                assertThat(all.figure(Figure.QUEUED, row)).as("of " + pid).isGreaterThan(100);
                assertThat(all.figure(Figure.TURNS, row)).isGreaterThan(20);
            }
            // at any moment one of the two runs and the other is in the queue; on a loaded computer the picture takes a while
            assertThat(shares).isBetween(0.5, 2.0);
        }
    }

    @Test void figuresNobodyWantedAreNotThere() {
        try (VirtualMachine vm = start("main() = sleep(1000000)", 1)) {
            TestMachine.until(() -> vm.inspector().population().alive() == 1);
            assertThat(vm.inspector().population().has(Figure.TURNS)).isFalse();
            assertThat(vm.inspector().population().figure(Figure.TURNS, 0)).isEqualTo(-1);
            assertThat(vm.inspector().population(Set.of(Figure.TURNS)).has(Figure.IN_STATE)).isFalse();
            Population some = vm.inspector().population(new long[] {1});
            assertThat(ALL).allMatch(some::has);
        }
    }

    @Test void theHighestHeapStaysWhenMemoryIsLetGo() {
        try (VirtualMachine vm = start("""
                keep(list: List[Int]) -> Int = receive { "forget" -> keep([]) }
                main() = {
                    spawn { keep(range(0, 50000).map(n => n * 1000)) }
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """, 1)) {
            TestMachine.until(() -> vm.inspector().info(2).map(info -> info.status() == ProcessStatus.WAITING).orElse(false));
            vm.inspector().snapshot(2, 10, 10).join();
            long full = figure(vm, Figure.HIGHEST_HEAP, 2);
            assertThat(full).isGreaterThan(400_000).isEqualTo(vm.inspector().info(2).orElseThrow().heapBytes());
            vm.inspector().send(2, "\"forget\"").join();
            TestMachine.until(() -> {
                vm.inspector().snapshot(2, 10, 10).join();
                return vm.inspector().info(2).orElseThrow().heapBytes() < 50_000;
            });
            // it may have been measured once more with the message beside the list
            assertThat(figure(vm, Figure.HIGHEST_HEAP, 2)).isBetween(full, full + 10_000);
        }
    }

    @Test void sizesAreExactBelowTwoGibibytesAndNearAbove() {
        for (long bytes : new long[] {0, 1, 70_201, Integer.MAX_VALUE}) assertThat(Population.readSize(Population.writeSize(bytes))).isEqualTo(bytes);
        long large = 37L << 30 | 4_097;
        assertThat(Population.readSize(Population.writeSize(large))).isBetween(large - 4_096, large);
        assertThat(Population.readSize(Population.writeSize(Long.MAX_VALUE))).isGreaterThan(8L << 40 - 1);
    }
}
