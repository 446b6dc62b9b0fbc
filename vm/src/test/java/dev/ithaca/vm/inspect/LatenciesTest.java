package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLI = 1_000_000;

    private static VirtualMachine start(String text) {
        return InspectedProgram.start(text, VmOptions.standard().withWorkers(1));
    }

    private static Latencies until(VirtualMachine vm, long pid, Predicate<Latencies> condition) {
        TestMachine.until(() -> vm.inspector().latencies(pid).filter(condition).isPresent());
        return vm.inspector().latencies(pid).orElseThrow();
    }

    /** Takes a message every 20 ms, which has lain as long as it slept. */
    @Test void messagesThatLieWhileTheirReceiverSleepsAreTimed() {
        try (VirtualMachine vm = start("""
                worker() -> Int = {
                    sleep(20)
                    receive { n -> n }
                    worker()
                }
                feed(p: Pid) -> Int = {
                    p <- 1
                    sleep(20)
                    feed(p)
                }
                main() = {
                    p = spawn { worker() }
                    p <- 0
                    feed(p)
                }
                """)) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.population().alive() == 2);
            assertThat(inspector.latencies(2)).isEmpty();
            assertThat(inspector.time(2, true)).isTrue();
            Latencies seen = until(vm, 2, l -> l.messageWaits().count() >= 12 && l.runs().count() >= 12);
            assertThat(seen.messageWaits().percentileNanos(50)).isBetween(5 * MILLI, 500 * MILLI);
            assertThat(seen.messageWaits().highestNanos()).isGreaterThanOrEqualTo(seen.messageWaits().percentileNanos(99));
            assertThat(seen.runs().percentileNanos(50)).as("it runs for a moment only").isBetween(100L, 20 * MILLI);
            assertThat(seen.queueWaits().count()).isGreaterThanOrEqualTo(12);
            assertThat(Arrays.stream(seen.runs().byPowerOfTwo()).sum()).isEqualTo(seen.runs().count());
            assertThat(inspector.latencies(1)).as("nobody asked for it").isEmpty();
            inspector.time(2, false);
            assertThat(inspector.latencies(2)).isEmpty();
        }
    }

    @Test void twoBusyOnesWaitForTheirWorkerAboutAsLongAsTheOtherRuns() {
        try (VirtualMachine vm = start("""
                spin(n: Int) -> Int = spin(n + 1)
                main() = {
                    spawn { spin(0) }
                    spawn { spin(0) }
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """)) {
            TestMachine.until(() -> vm.inspector().population().alive() == 3);
            vm.inspector().time(2, true);
            Latencies seen = until(vm, 2, l -> l.runs().count() > 200);
            assertThat((double) seen.queueWaits().percentileNanos(50) / seen.runs().percentileNanos(50)).isBetween(0.1, 10.0);
            assertThat(seen.messageWaits().count()).isZero();
            assertThat(seen.messageWaits().percentileNanos(50)).isZero();
            vm.inspector().kill(2);
            TestMachine.until(() -> vm.inspector().population().alive() == 2);
            assertThat(vm.inspector().latencies(2)).as("what was measured stays").isPresent();
            assertThat(vm.inspector().time(99, true)).isFalse();
        }
    }
}
