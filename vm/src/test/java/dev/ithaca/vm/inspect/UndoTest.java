package dev.ithaca.vm.inspect;

import static dev.ithaca.vm.inspect.InspectedProgram.send;
import static dev.ithaca.vm.inspect.InspectedProgram.snapshot;
import static dev.ithaca.vm.inspect.InspectedProgram.untilDead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Kills that are taken back. */
class UndoTest {
    /** Counters 2 and 3 are linked with each other; 4 watches 2, and 5 is linked with 2 and gets exits as messages. */
    private static final String FAMILY = """
            counter(n: Int) -> Int = receive {
                ("add", k) -> counter(n + k)
                ("ask", who) -> { who <- ("count", n); counter(n) }
                ("link", other) -> { link(other); counter(n) }
                "crash" -> n / 0
            }
            watcher(seen: Int) -> Int = receive {
                ("watch", p) -> { monitor(p); watcher(seen) }
                ("look", 1) -> receive { Down(_, _, _) -> watcher(seen + 1) }
                ("count", n) -> watcher(n)
            }
            trapper(seen: Int) -> Int = receive {
                ("link", p) -> { link(p); trapper(seen) }
                ("look", 1) -> receive { Exit(_, _) -> trapper(seen + 1) }
            }
            main() = {
                a = spawn { counter(10) }
                b = spawn { counter(20) }
                w = spawn { watcher(0) }
                t = spawn { Process.trapExit(true); trapper(0) }
                register("a", a)
                a <- ("link", b)
                w <- ("watch", a)
                t <- ("link", a)
                receive { "stop" -> () }
            }
            """;

    private static String variable(Inspector inspector, long pid, String name) {
        return inspector.snapshot(pid, 20, 0).join().orElseThrow().frames().stream().flatMap(f -> f.variables().stream())
                .filter(v -> v.name().equals(name)).findFirst().orElseThrow().value().text();
    }

    private static void untilIs(Inspector inspector, long pid, String name, String value) {
        TestMachine.until(() -> value.equals(variable(inspector, pid, name)));
    }

    private static void untilTied(Inspector inspector) {
        InspectedProgram.untilWaiting(inspector, 1, 2, 3, 4, 5);
        TestMachine.until(() -> snapshot(inspector, 2).links().size() == 2 && snapshot(inspector, 2).monitoredBy().equals(List.of(4L)));
        InspectedProgram.untilWaiting(inspector, 1, 2, 3, 4, 5);
    }

    @Test
    void allThatEndedByItGoesOnWhereItStood() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            send(inspector, 2, "(\"add\", 5)");
            send(inspector, 2, "\"nobody takes this\"");
            untilIs(inspector, 2, "n", "15");
            ProcessInfo before = inspector.info(2).orElseThrow();
            Killing killing = inspector.killUndoably(Set.of(2L));
            assertThat(killing.refused()).isEmpty();
            untilDead(inspector, 2, 3);
            TestMachine.until(() -> inspector.statistics().alive() == 3);
            assertThat(killing.canBeUndone()).isTrue();

            Undone undone = killing.undo().join();
            assertThat(undone.back()).containsExactlyInAnyOrder(2L, 3L);
            assertThat(undone.lost()).isEmpty();
            assertThat(undone.told()).isEmpty();
            assertThat(killing.canBeUndone()).isFalse();
            InspectedProgram.untilWaiting(inspector, 2, 3);
            assertThat(inspector.statistics().alive()).isEqualTo(5);
            assertThat(inspector.population().alive()).isEqualTo(5);
            assertThat(inspector.processes()).extracting(ProcessInfo::pid).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(inspector.children(1)).containsExactly(2L, 3L, 4L, 5L);
            assertThat(inspector.info(1).orElseThrow().childCount()).isEqualTo(4);
            ProcessInfo after = inspector.info(2).orElseThrow();
            assertThat(after.name()).isEqualTo("a");
            assertThat(after.mailboxLength()).isEqualTo(1);
            assertThat(after.reductions()).isGreaterThanOrEqualTo(before.reductions());
            assertThat(after.uptimeMillis()).isGreaterThanOrEqualTo(before.uptimeMillis());
            assertThat(snapshot(inspector, 2).links()).containsExactlyInAnyOrder(3L, 5L);
            assertThat(snapshot(inspector, 3).links()).containsExactly(2L);
            assertThat(snapshot(inspector, 5).links()).containsExactly(2L);
            assertThat(snapshot(inspector, 5).mailbox()).isEmpty();
            assertThat(snapshot(inspector, 4).monitors()).containsExactly(2L);
            assertThat(snapshot(inspector, 4).mailbox()).isEmpty();
            assertThat(snapshot(inspector, 4).frames().getFirst().function()).isEqualTo("watcher");

            send(inspector, 2, "(\"add\", 1)");
            untilIs(inspector, 2, "n", "16");
            send(inspector, 2, "(\"ask\", <4>)");
            untilIs(inspector, 4, "seen", "16");
            // what was tied again works
            send(inspector, 3, "\"crash\"");
            untilDead(inspector, 2, 3);
            TestMachine.until(() -> snapshot(inspector, 4).mailbox().size() == 1 && snapshot(inspector, 5).mailbox().size() == 1);
        }
    }

    @Test
    void whoHasHeardOfTheEndIsNamed() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            Killing killing = inspector.killUndoably(Set.of(2L));
            untilDead(inspector, 2, 3);
            send(inspector, 4, "(\"look\", 1)");
            send(inspector, 5, "(\"look\", 1)");
            untilIs(inspector, 4, "seen", "1");
            untilIs(inspector, 5, "seen", "1");
            Undone undone = killing.undo().join();
            assertThat(undone.back()).containsExactlyInAnyOrder(2L, 3L);
            assertThat(undone.told()).containsExactlyInAnyOrder(4L, 5L);
            assertThat(snapshot(inspector, 2).links()).containsExactly(3L);
            assertThat(snapshot(inspector, 2).monitoredBy()).isEmpty();
        }
    }

    @Test
    void severalAreBroughtBackWithTheTiesAmongThem() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            Killing killing = inspector.killUndoably(Set.of(2L, 3L, 4L, 5L));
            untilDead(inspector, 2, 3, 4, 5);
            Undone undone = killing.undo().join();
            assertThat(undone.back()).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
            assertThat(undone.told()).isEmpty();
            InspectedProgram.untilWaiting(inspector, 2, 3, 4, 5);
            assertThat(snapshot(inspector, 2).links()).containsExactlyInAnyOrder(3L, 5L);
            assertThat(snapshot(inspector, 5).links()).containsExactly(2L);
            assertThat(snapshot(inspector, 4).monitors()).containsExactly(2L);
            assertThat(snapshot(inspector, 4).mailbox()).isEmpty();
            assertThat(snapshot(inspector, 5).mailbox()).isEmpty();
        }
    }

    private static final String BUSY = """
            spin(n: Int) -> Int = spin(n + 1)
            main() = {
                spawn { spin(0) }
                spawn { sleep(1000000); receive { "never" -> 1 } }
                spawn { receive { "never" -> 1 after 1000000 -> 2 } }
                spawn { Exec.run("sleep", ["1000"]) }
                receive { "stop" -> () }
            }
            """;

    @Test
    void whetherItComputedSleptOrWaitedWithADeadlineItGoesOnButNotInTheMiddleOfInput() {
        try (VirtualMachine vm = InspectedProgram.start(BUSY)) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.info(2).isPresent() && inspector.info(2).orElseThrow().reductions() > 100_000);
            InspectedProgram.untilWaiting(inspector, 1, 4);
            TestMachine.until(() -> inspector.info(3).orElseThrow().status() == ProcessStatus.SLEEPING);
            long counted = Long.parseLong(variable(inspector, 2, "n"));
            TestMachine.until(() -> inspector.info(5).orElseThrow().status() == ProcessStatus.IO_WAIT);
            Killing killing = inspector.killUndoably(Set.of(2L, 3L, 4L, 5L));
            untilDead(inspector, 2, 3, 4, 5);
            Undone undone = killing.undo().join();
            assertThat(undone.back()).containsExactlyInAnyOrder(2L, 3L, 4L);
            assertThat(undone.lost()).isEqualTo(Map.of(5L, "it was in the middle of reading or writing"));
            TestMachine.until(() -> inspector.info(2).orElseThrow().status() == ProcessStatus.RUNNING);
            assertThat(Long.parseLong(variable(inspector, 2, "n"))).isGreaterThan(counted);
            TestMachine.until(() -> inspector.info(3).orElseThrow().status() == ProcessStatus.SLEEPING);
            InspectedProgram.untilWaiting(inspector, 4);
        }
    }

    @Test
    void oneThatWasSuspendedStandsStillAgain() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            inspector.suspend(4);
            TestMachine.until(() -> inspector.info(4).orElseThrow().status() == ProcessStatus.SUSPENDED);
            Killing killing = inspector.killUndoably(Set.of(4L));
            untilDead(inspector, 4);
            assertThat(killing.undo().join().back()).containsExactly(4L);
            TestMachine.until(() -> inspector.info(4).orElseThrow().status() == ProcessStatus.SUSPENDED);
            inspector.resume(4);
            InspectedProgram.untilWaiting(inspector, 4);
        }
    }

    private static final String LOCKING = """
            mvar shared: Int = 0
            got() -> Int = receive { "go" -> 1 }
            main() = {
                spawn { shared = shared + got() }
                spawn { receive { "end" -> 0 } }
                receive { "stop" -> () }
            }
            """;

    @Test
    void oneThatHeldALockCannotGoOnAndThatIsSaid() {
        try (VirtualMachine vm = InspectedProgram.start(LOCKING)) {
            Inspector inspector = vm.inspector();
            InspectedProgram.untilWaiting(inspector, 1, 2, 3);
            Killing killing = inspector.killUndoably(Set.of(2L, 3L));
            untilDead(inspector, 2, 3);
            Undone undone = killing.undo().join();
            assertThat(undone.back()).containsExactly(3L);
            assertThat(undone.lost()).isEqualTo(Map.of(2L, "it had locked module variable shared"));
        }
    }

    @Test
    void aKillThatIsTakenBackTwiceOrOfNobodyDoesNothing() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            Killing killing = inspector.killUndoably(Set.of(3L, 99L));
            assertThat(killing.refused()).containsExactly(99L);
            untilDead(inspector, 2, 3);
            assertThat(inspector.killUndoably(Set.of(3L)).refused()).containsExactly(3L);
            assertThat(killing.undo().join().back()).containsExactlyInAnyOrder(2L, 3L);
            assertThat(killing.undo().join()).isEqualTo(Undone.NOTHING);
            InspectedProgram.untilWaiting(inspector, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void twoKillsOfTheSameAreTakenBackInEitherOrder() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            for (boolean lastFirst : new boolean[] {true, false}) {
                Killing first = inspector.killUndoably(Set.of(2L));
                Killing second = inspector.killUndoably(Set.of(3L, 4L));
                untilDead(inspector, 2, 3, 4);
                (lastFirst ? second : first).undo().join();
                (lastFirst ? first : second).undo().join();
                InspectedProgram.untilWaiting(inspector, 1, 2, 3, 4, 5);
                assertThat(inspector.statistics().alive()).isEqualTo(5);
            }
        }
    }

    @Test
    void theEndOfTheProgramCannotBeTakenBack() {
        try (VirtualMachine vm = InspectedProgram.start(FAMILY)) {
            Inspector inspector = vm.inspector();
            untilTied(inspector);
            Killing killing = inspector.killUndoably(Set.of(1L));
            TestMachine.until(() -> inspector.statistics().alive() == 0);
            assertThat(killing.undo().join()).isEqualTo(Undone.NOTHING);
        }
    }
}
