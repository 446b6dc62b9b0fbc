package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.ReplayModel;
import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.recording.Moment;
import dev.ithaca.vm.recording.Recording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says that a recording is shown and not a machine, and leads through its moments; takes no room without a recording. */
public final class TimeBar extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int MOST_NAMED = 3;

    private final ReplayModel model;
    private final Label title = new Label();
    private final Label time = new Label();
    private final Label happened = new Label();
    private final Slider slider = new Slider();
    private final HBox moments;

    public TimeBar(MonitorModel monitor, MonitorActions actions) {
        model = monitor.replay();
        setId("time-bar");
        getStyleClass().add("time-bar");
        title.setId("recording-title");
        title.getStyleClass().add("recording-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = new Button();
        close.setId("close-recording");
        close.getStyleClass().addAll("accent", "small");
        close.textProperty().bind(actions.recording.close.text());
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(press -> actions.recording.close.run());
        var heading = new HBox(Icon.action("open-recording"), title, close);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("recording-line");
        slider.setId("moment-slider");
        slider.setAccessibleText("Moment of the recording");
        slider.setMinWidth(60);
        slider.setBlockIncrement(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((o, before, now) -> choose((int) Math.round(now.doubleValue())));
        time.setId("moment-time");
        time.setMinWidth(USE_PREF_SIZE);
        Button play = Controls.button(actions.recording.play);
        model.playingProperty().addListener((o, before, now) -> ((Icon) play.getGraphic()).show(now ? "suspend" : "play"));
        moments = new HBox(Controls.button(actions.recording.back), play, Controls.button(actions.recording.on), slider, time);
        moments.setAlignment(Pos.CENTER_LEFT);
        moments.getStyleClass().add("recording-line");
        happened.setId("moment-events");
        happened.getStyleClass().add("moment-events");
        happened.setMaxWidth(Double.MAX_VALUE);
        happened.setMinWidth(0);
        getChildren().setAll(heading, moments, happened);
        model.shownProperty().addListener((o, before, now) -> show());
        model.momentProperty().addListener((o, before, now) -> showMoment());
        show();
    }

    /** The slider is moved by whole moments, also while it is dragged. */
    private void choose(int index) {
        if (model.size() == 0 || index == model.momentProperty().get()) return;
        if (model.playingProperty().get()) model.playOrPause();
        model.momentProperty().set(index);
    }

    private void show() {
        boolean shown = model.shownProperty().get() != null;
        Controls.setShown(this, shown);
        if (!shown) return;
        Recording recording = model.shownProperty().get().recording();
        boolean several = recording.size() > 1;
        for (var part : List.of(moments, happened)) {
            Controls.setShown(part, several);
        }
        String what = recording.program().isEmpty() ? "" : " of " + lastName(recording.program());
        title.setText((several ? "Recording" : "State") + what + ", " + DAY.format(Instant.ofEpochMilli(recording.moment(0).epochMillis()))
                + "; nothing in it can be changed");
        slider.setMax(Math.max(1, recording.size() - 1));
        showMoment();
    }

    /** Paths of other systems may be in it. */
    private static String lastName(String path) { return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1); }

    private void showMoment() {
        if (model.size() == 0) return;
        int index = Math.min(model.momentProperty().get(), model.size() - 1);
        slider.setValue(index);
        Moment moment = model.moment();
        time.setText(TIME.format(Instant.ofEpochMilli(moment.epochMillis())) + "   " + (index + 1) + " / " + model.size());
        happened.setText(events(moment));
        slider.setAccessibleText("Moment " + (index + 1) + " of " + model.size());
    }

    /** What happened since the moment before, crashes first. */
    private static String events(Moment moment) {
        List<String> parts = new ArrayList<>();
        List<ProcessEvent> crashes = moment.events().stream().filter(event -> event.kind() == ProcessEvent.Kind.CRASHED).toList();
        if (!crashes.isEmpty()) {
            parts.add("crashed: " + crashes.stream().limit(MOST_NAMED).map(event -> Format.pid(event.pid()) + " " + event.text())
                    .collect(Collectors.joining(", ")) + (crashes.size() > MOST_NAMED ? " and " + (crashes.size() - MOST_NAMED) + " more" : ""));
        }
        int started = moment.count(ProcessEvent.Kind.SPAWNED);
        int ended = moment.count(ProcessEvent.Kind.EXITED);
        if (started > 0) parts.add(started + " started");
        if (ended > 0) parts.add(ended + " ended");
        if (moment.moreEvents() > 0) parts.add(Format.count(moment.moreEvents()) + " more events");
        if (moment.deadlock() != null) parts.add("deadlock: " + moment.deadlock().lines().findFirst().orElse(""));
        return parts.isEmpty() ? "no process started or ended since the moment before" : String.join(" · ", parts);
    }
}
