package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Processes that are led through their program line by line while all others run. */
class SteppingTest {
    private static final String PROGRAM = """
            twice(n: Int) -> Int = {
                m = half(n)
                m + half(n)
            }
            half(n: Int) -> Int =
                if n < 0 then half(0 - n) else n
            worker(seen: Int) -> Int = receive {
                "stop" -> seen
                n -> {
                    a = twice(n)
                    b = [1, 2, 3].map(x => x + a).sum()
                    c = half(b)
                    worker(c)
                }
            }
            spin(n: Int) -> Int = spin(n + 1)
            main() = {
                spawn { worker(0) }
                spawn { spin(0) }
                receive { "stop" -> () }
            }
            """;

    private static VirtualMachine start() {
        VirtualMachine vm = InspectedProgram.start(PROGRAM);
        untilStatus(vm.inspector(), 1, ProcessStatus.WAITING);
        untilStatus(vm.inspector(), 2, ProcessStatus.WAITING);
        return vm;
    }

    private static void untilStatus(Inspector inspector, long pid, ProcessStatus status) {
        TestMachine.until(() -> inspector.info(pid).map(i -> i.status() == status).orElse(false));
    }

    /** @return where it stands after the step */
    private static String step(Inspector inspector, long pid, Step how) throws Exception {
        var over = new CompletableFuture<Void>();
        assertThat(inspector.step(pid, how, () -> over.complete(null))).isTrue();
        over.get(60, TimeUnit.SECONDS);
        untilStatus(inspector, pid, ProcessStatus.SUSPENDED);
        return stack(inspector, pid);
    }

    /** {@code half:6 < twice:2 < worker:10} */
    private static String stack(Inspector inspector, long pid) {
        return inspector.snapshot(pid, 20, 0).join().orElseThrow().frames().stream().map(f -> f.function() + ":" + f.line()).collect(Collectors.joining(" < "));
    }

    private static void stopAt(Inspector inspector, long pid, String line, String message) throws Exception {
        var stopped = new CompletableFuture<Long>();
        inspector.stopAt(new EventCondition(EventCondition.Kind.LINE, Set.of(pid), line), stopped::complete);
        assertThat(inspector.send(pid, message).get(60, TimeUnit.SECONDS).done()).isTrue();
        assertThat(stopped.get(60, TimeUnit.SECONDS)).isEqualTo(pid);
        untilStatus(inspector, pid, ProcessStatus.SUSPENDED);
    }

    @Test
    void aProcessStandsStillAtALineAndGoesOnStepByStep() throws Exception {
        try (VirtualMachine vm = start()) {
            Inspector inspector = vm.inspector();
            stopAt(inspector, 2, "10", "21");
            assertThat(stack(inspector, 2)).as("the call of the line has just begun").isEqualTo("twice:1 < worker:10");
            var places = new ArrayList<String>();
            for (int i = 0; i < 9; i++) places.add(step(inspector, 2, Step.INTO));
            assertThat(places).containsExactly("half:5 < twice:2 < worker:10", "twice:2 < worker:10", "half:5 < twice:3 < worker:10",
                    "twice:3 < worker:10", "worker:10", "worker:11", "half:5 < worker:12", "worker:12", "worker:7");
            assertThat(inspector.info(3).orElseThrow().status()).as("all others run").isNotEqualTo(ProcessStatus.SUSPENDED);
        }
    }

    @Test
    void callsCanBeSteppedOverAndOutOfAndResumeGivesUpAStep() throws Exception {
        try (VirtualMachine vm = start()) {
            Inspector inspector = vm.inspector();
            stopAt(inspector, 2, "test.nos:3", "21");
            assertThat(stack(inspector, 2)).isEqualTo("half:5 < twice:3 < worker:10");
            assertThat(step(inspector, 2, Step.OUT)).isEqualTo("twice:3 < worker:10");
            assertThat(step(inspector, 2, Step.OVER)).isEqualTo("worker:10");
            assertThat(step(inspector, 2, Step.OVER)).as("closures of the library run through").isEqualTo("worker:11");
            assertThat(step(inspector, 2, Step.OVER)).isEqualTo("worker:12");
            assertThat(inspector.step(2, Step.OUT, () -> { })).isTrue();
            untilStatus(inspector, 2, ProcessStatus.WAITING);
            inspector.resume(2);
            assertThat(inspector.send(2, "7").join().done()).isTrue();
            TestMachine.until(() -> inspector.info(2).orElseThrow().mailboxLength() == 0);
            untilStatus(inspector, 2, ProcessStatus.WAITING);
        }
    }

    @Test
    void aTurnOfALoopOnOneLineIsAStep() throws Exception {
        try (VirtualMachine vm = start()) {
            Inspector inspector = vm.inspector();
            step(inspector, 3, Step.INTO);
            long before = inspector.info(3).orElseThrow().reductions();
            assertThat(step(inspector, 3, Step.OVER)).isEqualTo("spin:16");
            assertThat(inspector.info(3).orElseThrow().reductions() - before).isEqualTo(1);
        }
    }

    @Test
    void theOldestMessageCanBeTakenAwayWhetherAReceiveHasSeenItOrNot() throws Exception {
        try (VirtualMachine vm = start()) {
            Inspector inspector = vm.inspector();
            assertThat(inspector.dropMessage(2).join()).isEmpty();
            assertThat(inspector.dropMessage(99).join()).isEmpty();
            inspector.suspend(2);
            untilStatus(inspector, 2, ProcessStatus.SUSPENDED);
            for (String message : List.of("1", "\"stop\"", "3")) inspector.send(2, message).join();
            assertThat(inspector.dropMessage(2).join()).contains("1");
            assertThat(inspector.dropMessage(2).join()).contains("\"stop\"");
            assertThat(inspector.info(2).orElseThrow().mailboxLength()).isEqualTo(1);
            inspector.resume(2);
            TestMachine.until(() -> inspector.info(2).orElseThrow().mailboxLength() == 0);
            untilStatus(inspector, 2, ProcessStatus.WAITING);
            inspector.suspend(2);
            untilStatus(inspector, 2, ProcessStatus.SUSPENDED);
            inspector.send(2, "4").join();
            assertThat(inspector.dropMessage(2).join()).contains("4");
            assertThat(inspector.info(2).orElseThrow().mailboxLength()).isZero();
            inspector.resume(2);
            untilStatus(inspector, 2, ProcessStatus.WAITING);
        }
    }
}
