package dev.ithaca.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.FakeValue;
import dev.ithaca.vm.inspect.FlowEvent;
import dev.ithaca.vm.inspect.MessageFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowPictureTest {
    private final List<FlowEvent> events = new ArrayList<>();

    private FlowPictureTest send(long from, long to, String text) { return add(FlowEvent.Kind.TAKEN, from, to, text); }

    private FlowPictureTest add(FlowEvent.Kind kind, long from, long to, String text) {
        boolean message = kind.compareTo(FlowEvent.Kind.SPAWNED) < 0;
        events.add(new FlowEvent(kind, events.size() + 1, 10 * events.size(), from, to, message ? new FakeValue("Text", text, List.of()) : null, message ? null : text, null));
        return this;
    }

    private MessageFlow flow() {
        var pids = new TreeSet<Long>();
        events.forEach(e -> {
            if (e.from() != 0) pids.add(e.from());
            pids.add(e.to());
        });
        return new MessageFlow(events, pids.stream().map(pid -> new MessageFlow.Participant(pid, pid == 1 ? "boss" : null, pid == 2 ? "main.<spawned>" : "worker", pid != 9)).toList(), Set.of(1L));
    }

    private FlowPicture draw(Set<Long> pids, String filter, boolean among, int lanes, FlowPicture before) {
        return FlowPicture.of(flow(), new FlowPicture.Request(pids, filter, among, lanes), before);
    }

    private FlowPicture draw(int lanes, FlowPicture before) { return draw(Set.of(1L), "", false, lanes, before); }

    private static List<String> titles(FlowPicture picture) { return picture.lanes().stream().map(FlowLane::title).toList(); }

    @Test void drawsALifeLineForEachAndArrowsBetweenThem() {
        send(0, 1, "go").send(1, 2, "a").send(3, 1, "b").send(1, 1, "c");
        FlowPicture picture = draw(5, FlowPicture.EMPTY);
        assertThat(titles(picture)).containsExactly("<1> boss", "<2>", "<3> worker");
        assertThat(picture.lanes()).extracting(FlowLane::chosen).containsExactly(true, false, false);
        assertThat(picture.rows()).extracting(row -> row.from() + ">" + row.to() + " " + row.text() + " " + row.when())
                .containsExactly("-1>0 go 0.000", "0>1 a 0.010", "2>0 b 0.020", "0>0 c 0.030");
    }

    @Test void lifeLinesKeepTheirPlacesWhileMessagesComeAndGo() {
        send(1, 5, "a").send(1, 4, "b");
        FlowPicture first = draw(9, FlowPicture.EMPTY);
        assertThat(titles(first)).containsExactly("<1> boss", "<5> worker", "<4> worker");
        send(1, 3, "c").send(1, 5, "d");
        events.removeFirst();
        FlowPicture second = draw(9, first);
        assertThat(titles(second)).containsExactly("<1> boss", "<5> worker", "<4> worker", "<3> worker");
        assertThat(second.rows().getFirst()).isSameAs(first.rows().getLast());
        events.removeLast();
        assertThat(titles(draw(9, second))).containsExactly("<1> boss", "<4> worker", "<3> worker");
    }

    @Test void thoseWithoutRoomShareALineAndTheNewestHaveTheirOwn() {
        IntStream.rangeClosed(2, 12).forEach(pid -> send(1, pid, "m" + pid));
        FlowPicture picture = draw(4, FlowPicture.EMPTY);
        assertThat(titles(picture)).containsExactly("<1> boss", "<11> worker", "<12> worker", "9 others");
        assertThat(picture.lanes().getLast().isOthers()).isTrue();
        assertThat(picture.rows().getFirst().to()).isEqualTo(3);
        assertThat(picture.rows().getLast().to()).isEqualTo(2);
        send(1, 3, "again");
        assertThat(titles(draw(4, picture))).as("no line jumps").isEqualTo(titles(picture));
        assertThat(titles(draw(12, picture))).hasSize(12).doesNotContain("1 others");
    }

    @Test void chosenProcessesAlwaysHaveALine() {
        IntStream.rangeClosed(2, 12).forEach(pid -> send(1, pid, "m" + pid));
        FlowPicture picture = draw(Set.of(1L), "", false, 3, FlowPicture.EMPTY);
        FlowPicture both = draw(Set.of(1L, 2L), "", false, 3, picture);
        assertThat(titles(both)).containsExactly("<1> boss", "<2>", "10 others");
        assertThat(draw(Set.of(1L, 2L), "", true, 3, both).rows()).extracting(FlowRow::text).containsExactly("m2");
        assertThat(titles(draw(Set.of(1L, 2L), "", true, 3, both))).containsExactly("<1> boss", "<2>");
    }

    @Test void aFilterLeavesOutRowsAndTheLifeLinesOfTheirProcesses() {
        send(1, 2, "Deposit(1)").send(1, 3, "Withdraw(2)").send(1, 2, "deposit(3)");
        FlowPicture picture = draw(Set.of(1L), " DEPOSIT ", false, 5, FlowPicture.EMPTY);
        assertThat(picture.rows()).extracting(FlowRow::text).containsExactly("Deposit(1)", "deposit(3)");
        assertThat(picture.hidden()).isEqualTo(1);
        assertThat(titles(picture)).containsExactly("<1> boss", "<2>");
        assertThat(draw(Set.of(1L), "-> <3>", false, 5, picture).rows()).extracting(FlowRow::text).containsExactly("Withdraw(2)");
    }

    @Test void aMessageThatIsTakenAtLastIsDrawnAnew() {
        add(FlowEvent.Kind.QUEUED, 1, 2, "x");
        FlowPicture queued = draw(5, FlowPicture.EMPTY);
        FlowEvent e = events.removeFirst();
        events.add(new FlowEvent(FlowEvent.Kind.TAKEN, e.sequence(), e.atMillis(), e.from(), e.to(), e.value(), null, null));
        FlowPicture taken = draw(5, queued);
        assertThat(queued.rows().getFirst().line()).isEqualTo("<1> -> <2>: x  (still queued)");
        assertThat(taken.rows().getFirst().line()).isEqualTo("<1> -> <2>: x");
        assertThat(taken.rows().getFirst().isSameAs(queued.rows().getFirst())).isTrue();
    }

    @Test void isWrittenAsLinesOfText() {
        tellAStory();
        assertThat(FlowText.lines(draw(5, FlowPicture.EMPTY))).isEqualTo("""
                machine -> <1>: go
                <1> starts <9> worker
                <1> -> <9>: {n: 1}
                <9> -> <1>: a; b # c
                <1> -> <9>: y  (never taken: the receiver has ended)
                <9> crashes: division by zero
                <1> -> <9>: z  (lost: the receiver was dead)""");
    }

    @Test void isWrittenAsADiagramForMermaid() {
        tellAStory();
        assertThat(FlowText.mermaid(draw(5, FlowPicture.EMPTY))).isEqualTo("""
                sequenceDiagram
                    participant machine
                    participant p1 as #lt;1#gt; boss
                    participant p9 as #lt;9#gt; worker
                    machine->>p1: go
                    p1-->>p9: starts #lt;9#gt; worker
                    p1->>p9: {n: 1}
                    p9->>p1: a#59; b #35; c
                    p1-xp9: y (never taken)
                    Note over p9: crashes: division by zero
                    p1-xp9: z (lost)
                """);
    }

    private void tellAStory() {
        send(0, 1, "go").add(FlowEvent.Kind.SPAWNED, 1, 9, "worker").send(1, 9, "{n: 1}").send(9, 1, "a; b # c").add(FlowEvent.Kind.UNREAD, 1, 9, "y")
                .add(FlowEvent.Kind.CRASHED, 9, 9, "division by zero").add(FlowEvent.Kind.LOST, 1, 9, "z");
    }
}
