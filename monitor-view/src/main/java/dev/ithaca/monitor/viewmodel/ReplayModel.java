package dev.ithaca.monitor.viewmodel;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.recording.Moment;
import dev.ithaca.vm.recording.RecordedInspector;
import dev.ithaca.vm.recording.Recording;
import dev.ithaca.vm.recording.UnreadableRecordingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * A recording shown in the place of the machine, and which of its moments. The machine comes back when the recording is closed,
 * or when another one is to be looked at. To be used on the JavaFX thread.
 */
public final class ReplayModel {
    private static final Duration SPEED = Duration.ofMillis(500);

    private final MonitorModel model;
    private final ReadOnlyObjectWrapper<RecordedInspector> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final IntegerProperty moment = new SimpleIntegerProperty(this, "moment");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final Ticker player = new Ticker(SPEED, this::playOn);
    private Consumer<Path> onOpened = file -> {};
    /** What was looked at before, to come back to. */
    private Inspector machine;
    private int opening;

    ReplayModel(MonitorModel model) {
        this.model = model;
        moment.addListener((o, before, now) -> show());
        playing.addListener((o, before, now) -> {
            if (now) player.start();
            else player.stop();
        });
    }

    /** Null while a machine is looked at, or nothing. */
    public ReadOnlyObjectProperty<RecordedInspector> shownProperty() { return shown.getReadOnlyProperty(); }

    /** Index of the moment shown; may be set to any that there is. */
    public IntegerProperty momentProperty() { return moment; }

    /** Moment follows moment by itself. */
    public ReadOnlyBooleanProperty playingProperty() { return playing.getReadOnlyProperty(); }

    /** Called with a file that was opened. */
    public void setOnOpened(Consumer<Path> listener) { onOpened = listener; }

    /** Whether there is a machine to come back to. */
    public boolean hasMachine() { return machine != null; }

    /** How many moments there are to choose from, 0 without a recording. */
    public int size() { return shown.get() == null ? 0 : shown.get().recording().size(); }

    public Moment moment() { return shown.get().recording().moment(moment.get()); }

    /** Asks for a file and shows it. */
    public void open() { model.recordings().filesProperty().get().chooseSource().ifPresent(this::open); }

    /** Shows a file, after it was read in the background; says what is wrong if it cannot be shown. */
    public void open(Path file) {
        int mine = ++opening;
        model.notices().tell("Opening " + file.getFileName() + " …");
        Thread.ofVirtual().name("monitor-open").start(() -> {
            try {
                Recording recording = Recording.open(file);
                Platform.runLater(() -> {
                    if (mine == opening) show(recording);
                });
            } catch (UnreadableRecordingException | RuntimeException e) {
                Platform.runLater(() -> model.notices().tell(file.getFileName() + ": " + e.getMessage()));
            }
        });
    }

    private void show(Recording recording) {
        Inspector before = model.inspectorProperty().get();
        if (before == null || before.isLive()) machine = before;
        playing.set(false);
        var opened = new RecordedInspector(recording);
        shown.set(opened);
        moment.set(opened.shown());
        model.inspectorProperty().set(opened);
        recording.remark().ifPresent(model.notices()::tell);
        onOpened.accept(recording.file());
    }

    /** Another machine is looked at. */
    void lookAt(Inspector now) {
        if (now == shown.get()) return;
        opening++;
        playing.set(false);
        shown.set(null);
        machine = null;
    }

    /** Back to the machine that was looked at before. */
    public void close() {
        if (shown.get() != null) model.inspectorProperty().set(machine);
    }

    private void show() {
        RecordedInspector recorded = shown.get();
        if (recorded == null || recorded.shown() == moment.get()) return;
        recorded.show(Math.clamp(moment.get(), 0, size() - 1));
        model.showMoment();
    }

    /** @param by how many moments to go on, or back if negative */
    public void step(int by) {
        playing.set(false);
        goTo(moment.get() + by);
    }

    private void goTo(int index) {
        if (size() > 0) moment.set(Math.clamp(index, 0, size() - 1));
    }

    /** Plays from here; from the beginning if this is the end. */
    public void playOrPause() {
        if (!playing.get() && moment.get() == size() - 1) goTo(0);
        playing.set(!playing.get() && size() > 1);
    }

    private void playOn() {
        goTo(moment.get() + 1);
        if (moment.get() >= size() - 1) playing.set(false);
    }

    /** To the next moment in which a process crashed, or to the one before. */
    public void goToCrash(boolean forward) {
        playing.set(false);
        IntPredicate crashed = index -> shown.get().recording().moment(index).count(ProcessEvent.Kind.CRASHED) > 0;
        int at = moment.get() + (forward ? 1 : -1);
        while (at >= 0 && at < size() && !crashed.test(at)) at += forward ? 1 : -1;
        if (at >= 0 && at < size()) goTo(at);
        else model.notices().tell(forward ? "no process crashed after this moment" : "no process crashed before this moment");
    }

    /** Why an action does nothing. */
    public void refuse() { model.notices().tell("This is a recording: nothing in it can be changed. Shift+Q closes it"); }
}
