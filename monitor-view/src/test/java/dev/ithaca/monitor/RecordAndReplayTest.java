package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.monitor.support.Shots;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A program is recorded or saved, and what was is seen again in the same views. */
@ExtendWith(ApplicationExtension.class)
class RecordAndReplayTest extends RealMachineFixture {
    @TempDir Path folder;

    @Start void start(Stage given) { show(given); }

    @BeforeEach void chooseFile() { recording = folder.resolve("bank.nosdump"); }

    private void moveTo(double moment) throws Exception { run(() -> ((Slider) monitor.lookup("#moment-slider")).setValue(moment)); }

    private int moments() throws Exception {
        return get(() -> Integer.parseInt(text("#recording-text").replaceAll("Recording: (\\d+) .*", "0$1").replaceAll("\\D", "")));
    }

    private void waitForMoments(int more) throws Exception {
        int wanted = moments() + more;
        waitUntil(() -> moments() >= wanted);
    }

    private boolean isReplaying() { return monitor.lookup("#time-bar").isVisible() && monitor.recordingProperty().get() != null; }

    private void open() throws Exception {
        action("open-recording");
        waitUntil(() -> isReplaying() && sample().size() > 0);
    }

    @Test void theTableShowsWhatWasAtEachMomentOfARecording() throws Exception {
        openBank();
        long account = pidOf("account");
        run(() -> monitor.setSelectedPid(account));
        action("record");
        waitUntil(() -> monitor.lookup("#recording-line").isVisible());
        waitForMoments(3);
        action("kill-now");
        waitUntil(() -> status(account) == ProcessStatus.DEAD);
        waitForMoments(3);
        action("record");
        waitUntil(() -> question().startsWith("The recording was stopped: bank.nosdump, "));
        assertThat(get(() -> monitor.lookup("#recording-line").isVisible())).isFalse();
        open();
        waitUntil(() -> status(account) == ProcessStatus.DEAD);
        moveTo(0);
        waitUntil(() -> status(account) == ProcessStatus.WAITING);
        assertThat(get(() -> text("#moment-time"))).contains(" 1 / ");
        run(() -> monitor.setSelectedPid(account));
        waitUntil(() -> monitor.lookup(".details-tabs") != null && text("#details-status").equals("waiting"));
        selectVariable("balance");
        ProcessSample first = sample();
        type(table, ".");
        waitUntil(() -> sample() != first);
        assertThat(get(() -> text("#moment-time"))).contains(" 2 / ");
        int teller = rowOf("teller");
        assertThat(sample().reductionsPerSecond(rowOf("spin"))).as("a rate as it was then").isPositive();
        assertThat(sample().status(teller)).isNotEqualTo(ProcessStatus.DEAD);
        run(() -> monitor.filterTextProperty().set("fn:account"));
        waitUntil(() -> table.listing().size() > 0 && table.listing().size() < sample().size());
        action("play");
        waitUntil(() -> status(account) == ProcessStatus.DEAD && text("#details-status").equals("dead"));
        action("close-recording");
        waitUntil(() -> !isReplaying() && monitor.getInspector() == vm.inspector() && sample().size() > 0);
        assertThat(Files.exists(recording)).isTrue();
    }

    @Test void whatIsChangedIsRefusedInARecordingWithTheReason() throws Exception {
        openBank();
        action("save-state");
        waitUntil(() -> question().startsWith("saved the state of 11 processes, 11 of them in full: bank.nosdump"));
        open();
        run(() -> monitor.setSelectedPid(pidOf("account")));
        waitUntil(() -> enabled("go-to-source"));
        for (String id : List.of("kill", "kill-now", "kill-subtree", "suspend", "send", "freeze", "trace", "trace-all", "collect-garbage", "drop-message", "step-into",
                "send-exit", "record", "save-state", "pause", "refresh")) assertThat(get(() -> enabled(id))).as(id).isFalse();
        press(table, KeyCode.K, false);
        waitUntil(() -> question().startsWith("This is a recording: nothing in it can be changed"));
        press(table, KeyCode.Q, true);
        waitUntil(() -> !isReplaying());
    }

    @Test void aSavedStateHasNoTimeButTheSameViews() throws Exception {
        openBank();
        List<String> places = new CopyOnWriteArrayList<>();
        run(() -> monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line)));
        long account = pidOf("account");
        int processes = sample().size();
        action("save-state");
        waitUntil(() -> question().startsWith("saved the state of"));
        run(() -> monitor.setInspector(null));
        vm.close();
        open();
        assertThat(get(() -> text("#recording-title"))).startsWith("State of bank.nos, ");
        assertThat(get(() -> monitor.lookup("#moment-slider").getParent().isVisible())).isFalse();
        assertThat(sample().size()).isEqualTo(processes);
        run(() -> monitor.setSelectedPid(account));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        selectVariable("owner");
        show("mailbox");
        waitUntil(() -> texts("mailbox").contains("Balance") || !texts("mailbox").isEmpty());
        action("go-to-source");
        waitUntil(() -> !places.isEmpty());
        assertThat(places.getFirst()).startsWith("main.nos:");
        action("close-recording");
        waitUntil(() -> !isReplaying() && monitor.getInspector() == null);
    }

    @Test void anotherMachineTakesThePlaceOfARecordingAndEndsOneOfTheLast() throws Exception {
        openBank();
        action("record");
        waitUntil(() -> moments() >= 1);
        Path first = recording;
        try (var other = new RealMachine().start(RealMachine.RING)) {
            run(() -> monitor.setInspector(other.inspector()));
            waitUntil(() -> question().startsWith("The recording was stopped"));
            recording = first;
            open();
            run(() -> monitor.setInspector(vm.inspector()));
            waitUntil(() -> !isReplaying() && sample().size() > 0);
        }
    }

    @Test void whatCannotBeShownIsSaidInASentence() throws Exception {
        openBank();
        action("save-state");
        waitUntil(() -> question().startsWith("saved the state of"));
        byte[] whole = Files.readAllBytes(recording);
        Files.write(recording, Arrays.copyOf(whole, whole.length / 10));
        action("open-recording");
        waitUntil(() -> question().startsWith("bank.nosdump: The recording holds no moment that can be shown: it ends at byte"));
        Files.writeString(recording, "main() = 1");
        action("open-recording");
        waitUntil(() -> question().equals("bank.nosdump: This is no recording of a machine: it does not begin like one"));
        byte[] damaged = whole.clone();
        damaged[whole.length - 40] ^= 1;
        Files.write(recording, damaged);
        action("open-recording");
        waitUntil(() -> isReplaying() && question().startsWith("Not all of this recording can be shown: it is damaged in the part that begins at byte"));
        recording = null;
        action("close-recording");
        action("save-state");
        assertThat(get(() -> monitor.lookup("#recording-bar").isVisible())).as("the user has changed his mind").isFalse();
    }

    @Test void aCrashIsFoundByItsKey() throws Exception {
        open(RealMachine.BANK.replace("spawn { ratio(1, 0) }", "spawn { sleep(600)\n ratio(1, 0) }"));
        action("record");
        waitUntil(() -> IntStream.range(0, sample().size()).anyMatch(row -> sample().isFailed(row)));
        waitForMoments(2);
        action("record");
        waitUntil(() -> question().startsWith("The recording was stopped"));
        open();
        press(table, KeyCode.P, true);
        waitUntil(() -> text("#moment-events").startsWith("crashed: <"));
        assertThat(get(() -> text("#moment-events"))).contains("Division by zero");
        press(table, KeyCode.P, true);
        waitUntil(() -> question().equals("no process crashed before this moment"));
        shoot("replay-crash");
    }

    private void shoot(String name) throws Exception {
        run(() -> {
            try {
                Shots.write(monitor.getScene(), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
