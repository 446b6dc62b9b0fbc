package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.ReplayModel;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** The commands that write the machine to files, and that lead through such a file. */
final class RecordingActions {
    final MonitorAction save;
    final MonitorAction record;
    final MonitorAction open;
    final MonitorAction close;
    final MonitorAction back;
    final MonitorAction on;
    final MonitorAction play;
    final MonitorAction crash;
    final MonitorAction crashBefore;

    RecordingActions(MonitorModel model) {
        ReplayModel replay = model.replay();
        BooleanBinding files = model.recordings().filesProperty().isNotNull();
        BooleanBinding recording = model.recordings().recordingProperty().isNotNull();
        BooleanBinding shown = replay.shownProperty().isNotNull();
        BooleanBinding several = Bindings.createBooleanBinding(() -> replay.size() > 1, replay.shownProperty());
        save = MonitorAction.of("save-state", "Save the state of the machine…",
                model.live().and(files).and(model.recordings().savingProperty().isNull()), model.recordings()::saveState, "Shift+E");
        record = MonitorAction.of("record", Bindings.when(recording).then("Stop recording").otherwise("Record what happens…"),
                model.live().and(files).or(recording), model.recordings()::startOrStop, "Shift+R");
        open = MonitorAction.of("open-recording", "Open a recording…", files, replay::open, "Shift+O");
        close = MonitorAction.of("close-recording", Bindings.createStringBinding(() -> replay.hasMachine() ? "Back to the machine" : "Close the recording",
                replay.shownProperty()), shown, replay::close, "Shift+Q");
        back = MonitorAction.typed("moment-back", "The moment before", several, () -> replay.step(-1), ",");
        on = MonitorAction.typed("moment-on", "The next moment", several, () -> replay.step(1), ".");
        play = MonitorAction.of("play", Bindings.when(replay.playingProperty()).then("Stop playing").otherwise("Play the recording"), several,
                replay::playOrPause, "P", "Pause");
        crash = MonitorAction.of("next-crash", "The next crash", several, () -> replay.goToCrash(true), "Shift+N");
        crashBefore = MonitorAction.of("crash-before", "The crash before", several, () -> replay.goToCrash(false), "Shift+P");
    }

    Stream<MonitorAction> all() { return Stream.of(save, record, open, close, back, on, play, crash, crashBefore); }
}
