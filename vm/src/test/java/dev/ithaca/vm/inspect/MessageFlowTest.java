package dev.ithaca.vm.inspect;

import static dev.ithaca.vm.inspect.InspectedProgram.start;
import static dev.ithaca.vm.inspect.InspectedProgram.untilWaiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The messages of several processes in one order. */
class MessageFlowTest {
    private static final int MOST = 1_000;

    private static List<String> lines(MessageFlow flow) {
        return flow.events().stream().map(e -> e.kind() + " " + e.from() + ">" + e.to() + " "
                + (e.isMessage() ? e.value().text() : e.text()) + (e.place() == null ? "" : " :" + e.place().line())).toList();
    }

    @Test
    void tellsMessagesStartsAndEndsInOneOrderAndWhatBecameOfThem() {
        try (VirtualMachine vm = start("""
                echo() = receive {
                    ("end", p) -> p <- "bye"
                    ("ping", p) -> {
                        p <- "pong"
                        echo()
                    }
                }
                main() = {
                    receive { "go" -> () }
                    e = spawn { echo() }
                    e <- ("ping", self())
                    receive { "pong" -> () }
                    e <- "not understood"
                    e <- ("end", self())
                    receive { "bye" -> () }
                    receive { "late" -> () }
                    e <- "too late"
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1);
            assertThat(inspector.flow(Set.of(1L), MOST)).isEqualTo(
                    new MessageFlow(List.of(), List.of(new MessageFlow.Participant(1, null, "main", true)), Set.of()));
            inspector.trace(1, true);
            inspector.send(1, "\"go\"").join();
            TestMachine.until(() -> inspector.info(2).map(i -> !i.alive()).orElse(false));
            inspector.send(1, "\"late\"").join();
            TestMachine.until(() -> inspector.flow(Set.of(1L), MOST).events().getLast().kind() == FlowEvent.Kind.LOST);
            MessageFlow flow = inspector.flow(Set.of(1L), MOST);
            List<String> lines = lines(flow);
            // "late" may have been sent in the millisecond in which <2> ended
            assertThat(lines.indexOf("EXITED 2>2 normal")).isBetween(7, 8);
            assertThat(lines.stream().filter(line -> !line.startsWith("EXITED"))).containsExactly("TAKEN 0>1 \"go\"", "SPAWNED 1>2 main.<spawned> :10",
                    "TAKEN 1>2 (\"ping\", <pid 1>) :11", "TAKEN 2>1 \"pong\" :4", "UNREAD 1>2 \"not understood\" :13", "TAKEN 1>2 (\"end\", <pid 1>) :14",
                    "TAKEN 2>1 \"bye\" :2", "TAKEN 0>1 \"late\"", "LOST 1>2 \"too late\" :17");
            assertThat(flow.participants()).extracting(MessageFlow.Participant::pid).containsExactly(1L, 2L);
            assertThat(flow.participants().getLast().alive()).isFalse();
            assertThat(flow.traced()).containsExactly(1L);
        }
    }

    @Test
    void aMessageBetweenTwoTracedProcessesStandsThereOnceAndOnlyTheLastAreKept() {
        try (VirtualMachine vm = start("""
                sink() = receive { "end" -> (); n -> sink() }
                feed(to: Pid, n: Int) -> Int = if n == 0 then 0 else { to <- n; feed(to, n - 1) }
                main() = {
                    s = spawn { sink() }
                    receive { "go" -> () }
                    feed(s, 3000)
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2);
            inspector.trace(1, true);
            inspector.trace(2, true);
            inspector.send(1, "\"go\"").join();
            TestMachine.until(() -> inspector.info(2).orElseThrow().mailboxLength() == 0
                    && inspector.flow(Set.of(1L, 2L), 1).events().stream().anyMatch(e -> e.isMessage() && e.value().text().equals("1")));
            MessageFlow flow = inspector.flow(Set.of(1L, 2L), MOST);
            assertThat(flow.events()).extracting(e -> e.value().text()).isEqualTo(
                    LongStream.iterate(1_000, n -> n > 0, n -> n - 1).mapToObj(Long::toString).toList());
            assertThat(flow.events()).allMatch(e -> e.from() == 1 && e.to() == 2 && e.kind() == FlowEvent.Kind.TAKEN);
            assertThat(inspector.flow(Set.of(1L), 3).events()).extracting(e -> e.value().text()).containsExactly("3", "2", "1");
        }
    }

    @Test
    void saysWhichMessagesStillWaitAndTellsMessagesOfTheMachine() {
        try (VirtualMachine vm = start("""
                deaf() = receive { "never" -> () }
                main() = {
                    (d, ref) = spawn_monitor { deaf() }
                    receive { "go" -> () }
                    d <- 1
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2);
            inspector.trace(1, true);
            inspector.send(1, "\"go\"").join();
            TestMachine.until(() -> lines(inspector.flow(Set.of(1L), MOST)).contains("QUEUED 1>2 1 :5"));
            inspector.kill(2);
            TestMachine.until(() -> lines(inspector.flow(Set.of(1L), MOST)).contains("UNREAD 1>2 1 :5"));
            TestMachine.until(() -> inspector.flow(Set.of(1L), MOST).events().stream().anyMatch(e -> e.kind() == FlowEvent.Kind.QUEUED && e.to() == 1
                    && e.value().text().startsWith("Down")));
            assertThat(inspector.flow(Set.of(1L, 99L), MOST).participants()).contains(new MessageFlow.Participant(99, null, null, false));
        }
    }
}
