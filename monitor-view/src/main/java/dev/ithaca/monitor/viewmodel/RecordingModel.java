package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.recording.Recorder;
import dev.ithaca.vm.recording.StateSaver;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Writes the machine looked at to files: its state now, or all that happens. To be used on the JavaFX thread. */
public final class RecordingModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final Duration SHORTEST = Duration.ofMillis(250);

    /**
     * A state on its way into a file.
     *
     * @param of 0 as long as it is not known
     */
    public record Saving(Path file, int done, int of) {}

    private final MonitorModel model;
    private final ObjectProperty<RecordingFiles> files = new SimpleObjectProperty<>(this, "files");
    private final ReadOnlyObjectWrapper<Saving> saving = new ReadOnlyObjectWrapper<>(this, "saving");
    private final ReadOnlyObjectWrapper<Recorder.Status> recording = new ReadOnlyObjectWrapper<>(this, "recording");
    private Supplier<Duration> interval = () -> Duration.ofSeconds(1);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private Recorder recorder;
    private Inspector recorded;
    /** Also while the recording is only about to begin. */
    private boolean stopWanted;
    /** Of the process looked into; asked by the recorder on its own thread. */
    private volatile Set<Long> wanted = Set.of();

    RecordingModel(MonitorModel model) {
        this.model = model;
        model.selection().primaryProperty().addListener((o, before, now) -> wanted = now == null ? Set.of() : Set.of(now));
    }

    /** Null where there is nobody to ask for files: nothing can be saved or opened then. */
    public ObjectProperty<RecordingFiles> filesProperty() { return files; }

    /** A state being saved, or null. */
    public ReadOnlyObjectProperty<Saving> savingProperty() { return saving.getReadOnlyProperty(); }

    /** How far the recording is that goes on now, or null. */
    public ReadOnlyObjectProperty<Recorder.Status> recordingProperty() { return recording.getReadOnlyProperty(); }

    /** @param newInterval time between two moments of the next recording */
    public void setInterval(Supplier<Duration> newInterval) { interval = newInterval; }

    /** Asks for a file and writes the state of the machine to it, in the background. */
    public void saveState() {
        Inspector machine = model.inspectorProperty().get();
        if (machine == null || saving.get() != null) return;
        target("state").ifPresent(file -> save(machine, file, files.get().program()));
    }

    private Optional<Path> target(String what) {
        Optional<Path> chosen = files.get().chooseTarget(what + "-" + LocalTime.now().format(TIME) + StateSaver.ENDING);
        return chosen.map(file -> file.getFileName().toString().contains(".") ? file : file.resolveSibling(file.getFileName() + StateSaver.ENDING));
    }

    private void save(Inspector machine, Path file, String program) {
        var stop = new AtomicBoolean();
        cancelled = stop;
        saving.set(new Saving(file, 0, 0));
        Set<Long> chosen = model.selection().targetsProperty().get();
        Thread.ofVirtual().name("monitor-save").start(() -> {
            String told;
            try {
                StateSaver.Saved saved = StateSaver.save(machine, file, program, chosen, (done, of) -> {
                    Platform.runLater(() -> {
                        if (saving.get() != null) saving.set(new Saving(file, done, of));
                    });
                    return !stop.get();
                });
                told = "saved the state of " + Format.plural(saved.processes(), "process") + ", " + Format.count(saved.snapshots()) + " of them in full: "
                        + file.getFileName() + ", " + Format.bytes(saved.bytes());
            } catch (CancellationException given) {
                told = "nothing was saved";
            } catch (IOException | RuntimeException e) {
                told = "The state could not be saved: " + reason(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                told = "nothing was saved";
            }
            String remark = told;
            Platform.runLater(() -> {
                saving.set(null);
                model.notices().tell(remark);
            });
        });
    }

    /** Of many failures the message is but the name of the file. */
    private static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no folder for " + e.getMessage()
                : e instanceof AccessDeniedException ? e.getMessage() + " may not be written" : e.getMessage();
    }

    /** Gives up what is being saved. */
    public void cancelSaving() { cancelled.set(true); }

    /** Asks for a file and records the machine to it from now on; or ends the recording that goes on. */
    public void startOrStop() {
        if (recording.get() != null) {
            stop();
            return;
        }
        Inspector machine = model.inspectorProperty().get();
        if (machine == null || !machine.isLive()) return;
        target("recording").ifPresent(file -> record(machine, file, files.get().program()));
    }

    private void record(Inspector machine, Path file, String program) {
        Duration chosen = interval.get();
        Duration between = chosen.compareTo(SHORTEST) < 0 ? SHORTEST : chosen;
        recorder = null;
        recorded = machine;
        stopWanted = false;
        recording.set(new Recorder.Status(file, 0, 0, null));
        Thread.ofVirtual().name("monitor-record").start(() -> {
            try {
                Recorder started = Recorder.start(machine, file, program, between, () -> wanted, status -> Platform.runLater(() -> show(machine, status)));
                Platform.runLater(() -> {
                    recorder = started;
                    if (stopWanted) started.stop();
                });
            } catch (IOException | RuntimeException e) {
                Platform.runLater(() -> {
                    recorded = null;
                    recording.set(null);
                    model.notices().tell("The recording could not begin: " + reason(e));
                });
            }
        });
    }

    private void show(Inspector machine, Recorder.Status status) {
        if (machine != recorded) return;
        if (status.end() == null) {
            recording.set(status);
            return;
        }
        recorded = null;
        recorder = null;
        recording.set(null);
        model.notices().tell(status.end() + ": " + status.file().getFileName() + ", " + Format.plural(status.moments(), "moment") + ", "
                + Format.bytes(status.bytes()));
    }

    /** Ends the recording, if one goes on; what was recorded is kept. */
    public void stop() {
        stopWanted = true;
        if (recorder != null) recorder.stop();
    }

    /** Another machine is looked at: a recording of the one before ends. */
    void lookAt(Inspector machine) {
        if (recorded != null && machine != recorded && (machine == null || machine.isLive())) stop();
    }
}
