package dev.ithaca.vm.inspect;

import static dev.ithaca.vm.inspect.InspectedProgram.start;
import static dev.ithaca.vm.inspect.InspectedProgram.untilWaiting;
import static dev.ithaca.vm.inspect.InspectedProgram.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Messages noted, processes stopped at events, and what is done to processes from outside. */
class ProbesTest {
    private static final String RELAY = """
            relay(to: Pid) -> () = receive {
                "end" -> ()
                n -> {
                    to <- (n, "on")
                    relay(to)
                }
            }
            sink() -> Int = receive {
                (n, "on") -> if n == 13 then 1 / 0 else sink()
            }
            main() = {
                s = spawn { sink() }
                r = spawn { relay(s) }
                receive { "go" -> () }
                r <- 1
                r <- 2
                s <- "never taken"
                receive { "on" -> () }
                r <- 13
                receive { "stop" -> () }
            }
            """;

    @Test
    void aTracedProcessKnowsItsLastMessagesAndWhereTheyCameFromEvenWhenItIsDead() {
        try (VirtualMachine vm = start(RELAY)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2, 3);
            assertThat(snapshot(inspector, 2).trace()).isEmpty();
            assertThat(inspector.trace(2, true)).isTrue();
            assertThat(inspector.trace(3, true)).isTrue();
            assertThat(inspector.send(1, "\"go\"").join().problem()).isNull();
            TestMachine.until(() -> inspector.info(2).orElseThrow().mailboxLength() == 1
                    && snapshot(inspector, 2).trace().orElseThrow().stream().filter(m -> !m.queued()).count() == 2);
            ProcessSnapshot sink = snapshot(inspector, 2);
            assertThat(sink.trace().orElseThrow()).extracting(m -> m.incoming() + " " + m.other() + " " + m.value().text() + " :" + m.from().line())
                    .containsExactlyInAnyOrder("true 3 (1, \"on\") :4", "true 3 (2, \"on\") :4", "true 1 \"never taken\" :17");
            MessageView stuck = sink.mailbox().getFirst();
            assertThat(stuck.from()).isEqualTo(new Place("main", "test.nos", 17));
            assertThat(snapshot(inspector, 3).trace().orElseThrow()).extracting(m -> m.incoming() + " " + m.value().text())
                    .containsExactlyInAnyOrder("true 1", "true 2", "false (1, \"on\")", "false (2, \"on\")");
            inspector.send(1, "\"on\"").join();
            TestMachine.until(() -> !inspector.info(2).orElseThrow().alive());
            List<TracedMessage> last = snapshot(inspector, 2).trace().orElseThrow();
            assertThat(last.getLast().value().text()).isEqualTo("(13, \"on\")");
            assertThat(last.getLast().queued()).isFalse();
            assertThat(inspector.trace(2, false)).isFalse();
            inspector.trace(3, false);
            assertThat(snapshot(inspector, 3).trace()).isEmpty();
        }
    }

    @Test
    void everyProcessCanBeTracedAlsoThoseStartedLater() {
        try (VirtualMachine vm = start("""
                late() = receive { "x" -> () }
                main() = {
                    receive { "go" -> () }
                    p = spawn { late() }
                    p <- "unknown"
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1);
            inspector.traceAll(true);
            assertThat(inspector.tracesAll()).isTrue();
            inspector.send(1, "\"go\"").join();
            untilWaiting(inspector, 2);
            // it is traced a moment before the first message is noted
            TestMachine.until(() -> snapshot(inspector, 2).trace().filter(trace -> !trace.isEmpty()).isPresent());
            assertThat(snapshot(inspector, 2).trace().orElseThrow().getFirst().value().text()).isEqualTo("\"unknown\"");
            inspector.trace(1, true);
            inspector.traceAll(false);
            assertThat(inspector.traces(2)).as("it was traced as one of all").isFalse();
            assertThat(inspector.traces(1)).as("it was chosen").isTrue();
            assertThat(inspector.flow(Set.of(1L), 10).events()).extracting(e -> e.isMessage() ? e.value().text() : e.text()).contains("\"go\"", "\"unknown\"");
        }
    }

    @Test
    void aWaitingReceiverIsHeldBeforeItTakesTheMessage() {
        try (VirtualMachine vm = start("""
                sink() = receive { n -> if n == 0 then () else sink() }
                main() = {
                    p = spawn { sink() }
                    receive { "go" -> () }
                    p <- 7
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2);
            var stopped = new CompletableFuture<Long>();
            inspector.stopAt(new EventCondition(EventCondition.Kind.MESSAGE, Set.of(2L), "7"), stopped::complete);
            inspector.send(1, "\"go\"").join();
            assertThat(stopped.join()).isEqualTo(2);
            TestMachine.until(() -> inspector.info(2).orElseThrow().status() == ProcessStatus.SUSPENDED);
            assertThat(snapshot(inspector, 2).mailbox()).extracting(m -> m.value().text()).containsExactly("7");
            inspector.resume(2);
            TestMachine.until(() -> inspector.info(2).orElseThrow().status() == ProcessStatus.WAITING && inspector.info(2).orElseThrow().mailboxLength() == 0);
        }
    }

    @Test
    void aNewProcessIsHeldBeforeItsFirstStepAndOthersAreNot() {
        try (VirtualMachine vm = start("""
                other() = receive { "x" -> () }
                wanted() = { send_back(1) }
                send_back(n: Int) -> Int = receive { "x" -> n }
                main() = {
                    receive { "go" -> () }
                    spawn { other() }
                    spawn(wanted)
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1);
            var stopped = new CompletableFuture<Long>();
            inspector.stopAt(new EventCondition(EventCondition.Kind.SPAWN, Set.of(), "wanted"), stopped::complete);
            inspector.send(1, "\"go\"").join();
            assertThat(stopped.join()).isEqualTo(3);
            untilWaiting(inspector, 1, 2);
            TestMachine.until(() -> inspector.info(3).orElseThrow().status() == ProcessStatus.SUSPENDED);
            assertThat(inspector.info(3).orElseThrow().reductions()).isZero();
            inspector.resume(3);
            untilWaiting(inspector, 3);
        }
    }

    @Test
    void atACrashAllOthersStandStill() {
        try (VirtualMachine vm = start(RELAY)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2, 3);
            var stopped = new CompletableFuture<Long>();
            Runnable disarmed = inspector.stopAt(new EventCondition(EventCondition.Kind.CRASH, Set.of(), "nothing like it"), pid -> { });
            inspector.stopAt(new EventCondition(EventCondition.Kind.CRASH, Set.of(), ""), stopped::complete);
            disarmed.run();
            inspector.send(1, "\"go\"").join();
            inspector.send(1, "\"on\"").join();
            assertThat(stopped.join()).isEqualTo(2);
            TestMachine.until(() -> inspector.info(1).orElseThrow().status() == ProcessStatus.SUSPENDED
                    && inspector.info(3).orElseThrow().status() == ProcessStatus.SUSPENDED);
            inspector.resume(1);
            inspector.resume(3);
            untilWaiting(inspector, 1, 3);
        }
    }

    @Test
    void aKillTellsWhatSupervisorsStartAgainAndExitsHaveReasons() {
        try (VirtualMachine vm = start("""
                use stdlib.supervisor.*
                work() = receive { "x" -> () }
                main() = {
                    start([child("a", () => work()), child("b", () => work()), childWith("c", () => work(), Never)], RestForOne)
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2, 3, 4, 5);
            assertThat(inspector.previewKill(List.of(3L)).join().restarts()).containsExactly(new KillPreview.Restart(2, List.of("a", "b", "c"), false));
            assertThat(inspector.previewKill(List.of(4L)).join().restarts()).containsExactly(new KillPreview.Restart(2, List.of("b", "c"), false));
            assertThat(inspector.previewKill(List.of(5L)).join()).isEqualTo(KillPreview.NOTHING);
            assertThat(inspector.exit(4, "worn out")).isTrue();
            TestMachine.until(() -> !inspector.info(4).orElseThrow().alive());
            assertThat(inspector.info(4).orElseThrow().exitReason()).isEqualTo("worn out");
            assertThat(inspector.exit(99, "shutdown")).isFalse();
            Population some = inspector.population(new long[] {2, 1, 99});
            assertThat(some.size()).isEqualTo(2);
            assertThat(some.pid(0)).isEqualTo(1);
            assertThat(some.priority(0)).isEqualTo(ProcessPriority.NORMAL);
        }
    }

    @Test
    void aDeadProcessTellsItsLinksAndCanBeStartedAgainWithWhatItHad() {
        try (VirtualMachine vm = start("""
                divide(by: Int) -> Int = receive {
                    "go" -> 100 / by
                    "more" -> by
                }
                partner(other: Pid) = {
                    Process.link(other)
                    receive { "stop" -> () }
                }
                main() = {
                    receive { "start" -> () }
                    zero = 0
                    p = spawn { divide(zero) }
                    spawn { partner(p) }
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1);
            inspector.traceAll(true);
            inspector.send(1, "\"start\"").join();
            untilWaiting(inspector, 2, 3);
            TestMachine.until(() -> snapshot(inspector, 2).links().equals(List.of(3L)));
            assertThat(inspector.respawn(2).problem()).isEqualTo("<2> is still alive");
            inspector.suspend(2);
            TestMachine.until(() -> inspector.info(2).orElseThrow().status() == ProcessStatus.SUSPENDED);
            inspector.send(2, "\"go\"").join();
            inspector.send(2, "\"left\"").join();
            inspector.resume(2);
            TestMachine.until(() -> !inspector.info(2).orElseThrow().alive() && !inspector.info(3).orElseThrow().alive());
            assertThat(snapshot(inspector, 2).links()).containsExactly(3L);
            assertThat(snapshot(inspector, 3).links()).containsExactly(2L);
            Respawned again = inspector.respawn(2);
            assertThat(again).isEqualTo(new Respawned(4, null));
            untilWaiting(inspector, 4);
            ProcessSnapshot second = snapshot(inspector, 4);
            assertThat(second.mailbox()).extracting(m -> m.value().text()).containsExactly("\"left\"");
            assertThat(second.frames().getFirst().variables()).extracting(v -> v.name() + "=" + v.value().text()).containsExactly("by=0");
            assertThat(inspector.respawn(99).problem()).isEqualTo("<99> is no longer known");
        }
    }

    @Test
    void whatAnUntracedProcessWasStartedWithIsNotKept() {
        try (VirtualMachine vm = start("""
                main() = {
                    spawn { 1 / 0 }
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.info(2).map(info -> !info.alive()).orElse(false));
            assertThat(inspector.respawn(2).problem()).isEqualTo("What <2> was started with is not known: no history was kept when it started");
        }
    }
}
