package dev.ithaca.vm.inspect;

import static dev.ithaca.vm.inspect.InspectedProgram.send;
import static dev.ithaca.vm.inspect.InspectedProgram.snapshot;
import static dev.ithaca.vm.inspect.InspectedProgram.untilDead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a machine remembers of every process, and what it does not. */
class HistoryTest {
    private static final String DIVIDER = """
            divide(by: Int, served: Int) -> Int = receive {
                ("divide", n) -> {
                    result = n / by
                    divide(by, served + 1)
                }
                "change" -> divide(by - 2, served)
                ("many", _, 0) -> divide(by, served)
            }
            begin() = {
                two = 2
                many = range(0, 10000)
                var counted = 1
                spawn { divide(two, 0) }
                spawn { divide(length(many), 0) }
                spawn {
                    counted = counted + 1
                    receive { "end" -> counted }
                }
            }
            main() = {
                receive { "go" -> () }
                begin()
                receive { "stop" -> () }
            }
            """;

    private static VirtualMachine start(String text, boolean history) {
        VmOptions options = VmOptions.standard().withWorkers(2);
        return InspectedProgram.start(text, history ? options.withHistory() : options);
    }

    private static void untilWaiting(Inspector inspector, long... pids) {
        for (long pid : pids) {
            TestMachine.until(() -> inspector.info(pid).map(i -> i.status() == ProcessStatus.WAITING && i.mailboxLength() == 0).orElse(false));
        }
    }

    private static List<String> recent(Inspector inspector, long pid) {
        return snapshot(inspector, pid).recent().stream().map(m -> m.value().text()).toList();
    }

    @Test
    void ofADeadProcessItIsKnownWhatItBeganWithAndGotAndWhatItsVariablesWere() {
        try (VirtualMachine vm = start(DIVIDER, true)) {
            Inspector inspector = vm.inspector();
            assertThat(inspector.keepsHistory()).isTrue();
            send(inspector, 1, "\"go\"");
            untilWaiting(inspector, 1, 2, 3, 4);
            send(inspector, 2, "(\"divide\", 10)");
            send(inspector, 2, "\"change\"");
            untilWaiting(inspector, 2);
            send(inspector, 2, "(\"divide\", 7)");
            untilDead(inspector, 2);
            ProcessSnapshot end = snapshot(inspector, 2);
            assertThat(recent(inspector, 2)).containsExactly("(\"divide\", 10)", "\"change\"", "(\"divide\", 7)");
            assertThat(end.recent()).allMatch(m -> m.incoming() && !m.queued() && m.ageMillis() >= 0);
            ProcessStart begun = inspector.start(2);
            assertThat(begun.problem()).isNull();
            assertThat(begun.values()).extracting(v -> v.name() + "=" + v.value().text()).containsExactly("two=2");
            FrameView crashed = end.frames().getFirst();
            assertThat(crashed.line()).isEqualTo(3);
            assertThat(crashed.seenAt()).isEqualTo(1);
            assertThat(crashed.variables()).extracting(v -> v.name() + "=" + v.value().text()).contains("by=0", "served=1");
            assertThat(inspector.respawn(2).problem()).isNull();
        }
    }

    @Test
    void whatIsLargeIsNotKept() {
        try (VirtualMachine vm = start(DIVIDER, true)) {
            Inspector inspector = vm.inspector();
            send(inspector, 1, "\"go\"");
            untilWaiting(inspector, 1, 2, 3, 4);
            assertThat(inspector.start(3).problem()).isEqualTo("What <3> was started with is too large to be kept, unless all are traced when it starts");
            send(inspector, 2, "(\"many\", range(0, 10000), 0)");
            untilWaiting(inspector, 2);
            TracedMessage large = snapshot(inspector, 2).recent().getFirst();
            assertThat(large.value().text()).isEqualTo("(too large to be kept)");
            assertThat(large.value().type()).isEqualTo("Tuple");
        }
    }

    @Test
    void onlyTheLastMessagesAreKept() {
        try (VirtualMachine vm = start(DIVIDER, true)) {
            Inspector inspector = vm.inspector();
            send(inspector, 1, "\"go\"");
            untilWaiting(inspector, 1, 2);
            for (int i = 1; i <= 33; i++) {
                send(inspector, 2, "(\"divide\", " + i + ")");
                untilWaiting(inspector, 2);
                if (i == 3 || i == 5) assertThat(recent(inspector, 2)).hasSize(i);
            }
            assertThat(recent(inspector, 2)).isEqualTo(IntStream.rangeClosed(14, 33).mapToObj(i -> "(\"divide\", " + i + ")").toList());
        }
    }

    @Test
    void whatTheProcessChangesIsKeptAsItWas() {
        try (VirtualMachine vm = start(DIVIDER, true)) {
            Inspector inspector = vm.inspector();
            send(inspector, 1, "\"go\"");
            untilWaiting(inspector, 4);
            send(inspector, 4, "\"end\"");
            untilDead(inspector, 4);
            assertThat(inspector.start(4).values()).extracting(v -> v.name() + "=" + v.value().text()).containsExactly("counted=1");
            long again = inspector.respawn(4).pid();
            untilWaiting(inspector, again);
            assertThat(inspector.start(again).values()).extracting(v -> v.value().text()).containsExactly("1");
        }
    }

    @Test
    void aMachineThatIsNotAskedToKeepsNothing() {
        try (VirtualMachine vm = start(DIVIDER, false)) {
            Inspector inspector = vm.inspector();
            assertThat(inspector.keepsHistory()).isFalse();
            send(inspector, 1, "\"go\"");
            untilWaiting(inspector, 1, 2, 3, 4);
            send(inspector, 2, "\"change\"");
            untilWaiting(inspector, 2);
            assertThat(recent(inspector, 2)).isEmpty();
            assertThat(inspector.start(2).problem()).isEqualTo("What <2> was started with is not known: no history was kept when it started");
            send(inspector, 2, "(\"divide\", 7)");
            untilDead(inspector, 2);
            assertThat(snapshot(inspector, 2).recent()).isEmpty();
            assertThat(snapshot(inspector, 2).frames().getFirst().variables()).isEmpty();
        }
    }

    @Test
    void itCanBeginAndForgetWhileProcessesLive() {
        try (VirtualMachine vm = start(DIVIDER, false)) {
            Inspector inspector = vm.inspector();
            inspector.keepHistory(true);
            send(inspector, 1, "\"go\"");
            untilWaiting(inspector, 1, 2, 4);
            send(inspector, 2, "(\"divide\", 4)");
            untilWaiting(inspector, 2);
            assertThat(recent(inspector, 2)).hasSize(1);
            assertThat(inspector.start(2).problem()).isNull();
            send(inspector, 4, "\"end\"");
            untilDead(inspector, 4);
            inspector.keepHistory(false);
            for (long pid : new long[] {2, 4}) {
                assertThat(recent(inspector, pid)).isEmpty();
                assertThat(inspector.start(pid).problem()).contains("no history was kept");
            }
            send(inspector, 2, "(\"divide\", 4)");
            untilWaiting(inspector, 2);
            assertThat(recent(inspector, 2)).isEmpty();
        }
    }
}
