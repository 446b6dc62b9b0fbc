package dev.ithaca.monitor.model;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final long MILLI = 1_000_000;

    private final Timeline timeline = new Timeline();

    /** @param millis when it is looked at */
    private void look(long millis, ProcessStatus status, long inStateMillis, long turns) { look(millis, status, inStateMillis, turns, 0); }

    private void look(long millis, ProcessStatus status, long inStateMillis, long turns, long queuedMillis) {
        timeline.look(Population.of(List.of(process(5).status(status).info()), millis * MILLI,
                Map.of(Figure.IN_STATE, pid -> inStateMillis, Figure.TURNS, pid -> turns, Figure.QUEUED, pid -> queuedMillis)), 0);
    }

    /** {@code WAITING 9000-10700, RUNNING 10700-11000}; with a star and the turns where it was not seen. */
    private String drawn() {
        return String.join(", ", timeline.stretches().stream().map(s -> s.status() + " " + s.fromNanos() / MILLI + "-" + s.toNanos() / MILLI
                + (s.mixed() ? "*" + s.turns() : "")).toList());
    }

    @Test void theFirstLookReachesBackToWhereTheStateBegan() {
        look(10_000, ProcessStatus.WAITING, 4_000, 7);
        assertThat(drawn()).isEqualTo("WAITING 6000-10000");
        look(11_000, ProcessStatus.WAITING, 5_000, 7);
        look(11_000, ProcessStatus.RUNNING, 1, 8);
        assertThat(drawn()).as("one picture counts once").isEqualTo("WAITING 6000-11000");
        assertThat(timeline.permille(ProcessStatus.WAITING)).isEqualTo(1_000);
    }

    @Test void aChangeIsDrawnWhereItHappenedBetweenTheLooks() {
        look(10_000, ProcessStatus.WAITING, 1_000, 3);
        look(11_000, ProcessStatus.RUNNING, 300, 4);
        look(12_000, ProcessStatus.RUNNING, 1_300, 4);
        look(13_000, ProcessStatus.SLEEPING, 500, 4);
        assertThat(drawn()).isEqualTo("WAITING 9000-10700, RUNNING 10700-12500, SLEEPING 12500-13000");
        assertThat(timeline.permille(ProcessStatus.RUNNING)).isEqualTo(450);
        assertThat(timeline.at(12_499 * MILLI).status()).isEqualTo(ProcessStatus.RUNNING);
        assertThat(timeline.at(8_000 * MILLI)).isNull();
    }

    @Test void oneThatRanBetweenTwoLooksAtWhichItWaitedIsMarked() {
        look(10_000, ProcessStatus.WAITING, 2_000, 3);
        look(11_000, ProcessStatus.WAITING, 40, 15);
        look(12_000, ProcessStatus.WAITING, 30, 25);
        look(13_000, ProcessStatus.WAITING, 1_030, 25);
        assertThat(drawn()).isEqualTo("WAITING 8000-10000, WAITING 10000-12000*22, WAITING 12000-13000");
        assertThat(StretchText.of(timeline.stretches().get(1))).contains("at main.nos:14").contains("taken up 22 times between looks");
    }

    @Test void oneThatRanAtBothLooksMayHaveStoodStillInBetween() {
        look(10_000, ProcessStatus.RUNNING, 500, 1);
        look(11_000, ProcessStatus.RUNNING, 100, 2);
        look(12_000, ProcessStatus.RUNNING, 1_100, 2);
        assertThat(drawn()).isEqualTo("RUNNING 9500-10000, WAITING 10000-10900*1, RUNNING 10900-12000");
    }

    @Test void oneThatSharesAWorkerWasMostlyReadyToRun() {
        look(10_000, ProcessStatus.RUNNING, 1, 100, 0);
        look(11_000, ProcessStatus.RUNNING, 1, 200, 700);
        assertThat(drawn()).isEqualTo("RUNNING 9999-10000, RUNNABLE 10000-10999*100, RUNNING 10999-11000");
    }

    @Test void theDeadEndWithTheirEnd() {
        look(10_000, ProcessStatus.WAITING, 1_000, 1);
        timeline.look(Population.of(List.of(process(5).dead("killed").info()), 11_000 * MILLI,
                Map.of(Figure.IN_STATE, pid -> 200, Figure.TURNS, pid -> 2, Figure.QUEUED, pid -> 0)), 0);
        assertThat(timeline.stretches().getLast().failed()).isTrue();
        assertThat(timeline.stretches().getLast().nanos()).isEqualTo(200 * MILLI);
        assertThat(StretchText.of(timeline.stretches().getLast())).startsWith("failed ");
    }

    @Test void withoutFiguresLooksAreJoinedAsTheyAre() {
        for (int i = 0; i < 3; i++) {
            timeline.look(Population.of(List.of(process(5).status(i < 2 ? ProcessStatus.WAITING : ProcessStatus.SLEEPING).info()), (10 + i) * 1_000 * MILLI), 0);
        }
        assertThat(drawn()).isEqualTo("WAITING 10000-12000");
    }

    @Test void whatIsOldIsForgottenAndSoAreProcessesNobodyLooksAt() {
        for (int i = 0; i < 2_000; i++) look(10_000 + 100 * i, i % 2 == 0 ? ProcessStatus.WAITING : ProcessStatus.RUNNING, 50, i);
        assertThat(timeline.stretches()).hasSizeLessThanOrEqualTo(600);
        assertThat(timeline.stretches().getFirst().toNanos()).isGreaterThan(timeline.lookedAt() - Timeline.SPAN_NANOS);
        var many = new Timelines();
        for (long pid = 1; pid <= 1_000; pid++) {
            many.look(Population.of(List.of(process(pid).status(ProcessStatus.WAITING).info()), pid), null);
        }
        assertThat(many.of(1)).isNull();
        assertThat(many.of(1_000)).isNotNull();
        many.look(Population.of(List.of(process(1).info(), process(2).info()), 5_000), Set.of(2L));
        assertThat(many.of(1)).isNull();
        assertThat(many.of(2)).isNotNull();
    }
}
