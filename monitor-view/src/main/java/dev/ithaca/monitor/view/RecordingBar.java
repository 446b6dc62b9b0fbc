package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.RecordingModel;
import dev.ithaca.vm.recording.Recorder;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far a state is saved, and what is recorded, each with the way to end it; takes no room without. */
public final class RecordingBar extends VBox {
    private final Label savingText = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final SteadyLabel recordingText = new SteadyLabel("recording-text", Pos.CENTER_LEFT);
    private final HBox saving;
    private final HBox recording;

    public RecordingBar(RecordingModel model) {
        setId("recording-bar");
        getStyleClass().add("recording-bar");
        progress.setId("saving-progress");
        progress.setAccessibleText("Saving the state of the machine");
        progress.setPrefWidth(90);
        progress.setMinWidth(40);
        // a long name is told in part
        savingText.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        saving = line("saving-line", savingText, "save-state", progress, button("cancel-saving", "Cancel", model::cancelSaving));
        recording = line("recording-line", recordingText, "record", button("stop-recording", "Stop", model::stop));
        getChildren().setAll(saving, recording);
        model.savingProperty().addListener((o, before, now) -> show(now));
        model.recordingProperty().addListener((o, before, now) -> show(now));
        show(model.savingProperty().get());
        show(model.recordingProperty().get());
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> action.run());
        return button;
    }

    private static HBox line(String id, Region text, String icon, Node... more) {
        var mark = Icon.action(icon);
        mark.setMinWidth(USE_PREF_SIZE);
        // takes what room is left, so that other words move nothing
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        text.setPrefWidth(100);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(mark, text);
        line.getChildren().addAll(more);
        line.setId(id);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("recording-line");
        return line;
    }

    private void show(RecordingModel.Saving now) {
        shown(saving, now != null);
        if (now == null) return;
        savingText.setText("Saving the state to " + now.file().getFileName());
        progress.setProgress(now.of() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) now.done() / now.of());
    }

    private void show(Recorder.Status now) {
        shown(recording, now != null);
        if (now == null) return;
        recordingText.setText("Recording: " + Format.plural(now.moments(), "moment") + ", " + Format.bytes(now.bytes()) + " in " + now.file().getFileName());
    }

    private void shown(Node line, boolean is) {
        Controls.setShown(line, is);
        boolean any = saving.isVisible() || recording.isVisible();
        Controls.setShown(this, any);
    }
}
