package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.ProcessDetails;
import dev.ithaca.monitor.model.Timeline;
import dev.ithaca.monitor.model.WaitReason;
import dev.ithaca.monitor.viewmodel.DetailsModel;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.vm.inspect.ProcessInfo;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/**
 * Which process is looked into, what it is doing, and why it waits. With a busy process all of that changes at each look: nothing
 * moves for it, and nothing around is laid out anew.
 */
final class DetailsHeader extends VBox {
    private static final double TOOLTIP_WIDTH = 560;

    private final MonitorModel model;
    private final Icon status = Icon.status();
    private final Label title = new Label();
    private final SteadyLabel word = new SteadyLabel("details-status", Pos.CENTER_LEFT);
    private final Hyperlink placeLink = new Hyperlink();
    private final SteadyLabel place = new SteadyLabel(placeLink, "details-place", Pos.CENTER_LEFT);
    private final SteadyLabel figures = wholeLine("details-figures");
    private final SteadyLabel why = wholeLine("details-why");
    /** The sentence may be longer than the line. */
    private final Tooltip whole = new Tooltip();
    private long pid;

    DetailsHeader(MonitorModel model, MonitorActions actions) {
        this.model = model;
        title.setId("details-title");
        title.getStyleClass().add("details-title");
        title.setMinWidth(0);
        placeLink.setOnAction(click -> model.source().goToPlace());
        placeLink.getStyleClass().add("place-link");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first = new HBox(new IconPlace(status), title, word, place, gap, Controls.button(actions.goToSource), Controls.button(actions.sendMessage),
                Controls.button(actions.suspendOrResume), Controls.button(actions.kill));
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("details-heading");
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(why, whole);
        Controls.setShown(why, false);
        getStyleClass().add("details-header");
        getChildren().setAll(first, figures, why);
    }

    private static SteadyLabel wholeLine(String name) {
        var label = new Label();
        label.getStyleClass().add(name);
        var line = new SteadyLabel(label, name, Pos.CENTER_LEFT);
        line.setPrefWidth(0);
        return line;
    }

    /** The font of the text around. */
    ObservableValue<Font> fontProperty() { return title.fontProperty(); }

    void show(ProcessDetails shown, DetailsModel.State state) {
        if (shown.pid() != pid) {
            pid = shown.pid();
            word.forgetRoom();
            place.forgetRoom();
        }
        show(shown.snapshot().info(), state);
        showWhy(shown);
    }

    private void show(ProcessInfo process, DetailsModel.State state) {
        status.showStatus(process.status(), process.failed());
        String name = process.name() != null ? process.name() : process.function();
        title.setText(Format.pid(process.pid()) + " " + (name == null ? "" : name));
        word.setText(process.alive() ? process.status().label() : "dead");
        String where = Format.place(process.file(), process.line());
        place.setText(where);
        placeLink.setVisible(!where.isEmpty());
        String counts = lasting(process) + Format.shortCount(process.reductions()) + " reductions · " + Format.bytes(process.heapBytes())
                + " · " + (process.alive() ? "up " : "lived ") + Format.duration(process.uptimeMillis());
        figures.setText(switch (state) {
            case LATE -> "waiting for its next safepoint · " + counts;
            case FAILED -> "could not be read; last state · " + counts;
            default -> process.alive() ? counts : "exit: " + process.exitReason() + " · " + counts;
        });
    }

    /** {@code waiting for 3.2 s · }, as far as that was seen. */
    private String lasting(ProcessInfo process) {
        Timeline seen = model.timelines().of(process.pid());
        long millis = seen == null || !process.alive() || seen.status() != process.status() ? -1 : seen.inStateMillis();
        return millis < 0 ? "" : process.status().label() + " for " + Format.duration(millis) + " · ";
    }

    /**
     * Why a waiting process waits, in one sentence. The line is kept for all that live, or the tabs would jump up and down with
     * each state that a process goes through.
     */
    private void showWhy(ProcessDetails shown) {
        String sentence = shown.snapshot().supervisor().map(s -> "supervises " + Format.plural(s.children().size(), "process") + ": " + SupervisorText.brief(s))
                .orElseGet(() -> WaitReason.of(shown.snapshot()));
        ProcessInfo process = shown.snapshot().info();
        String text = sentence.isEmpty() ? beginning(process) : sentence;
        why.setText(text);
        whole.setText(text);
        Controls.setShown(why, !sentence.isEmpty() || process.alive());
    }

    /** Where a process comes from, of which there is nothing else to say. */
    private static String beginning(ProcessInfo process) {
        String function = Format.function(process.initialFunction());
        return process.parent() == 0 ? "started with the program" : (function.startsWith("spawned in ") ? function : "started with " + function)
                + " by " + Format.pid(process.parent());
    }

    /** All shapes of an icon need the same room, which the style sheet says: what is around it need not hear of another shape. */
    private static final class IconPlace extends Region {
        private final Icon icon;

        IconPlace(Icon icon) {
            this.icon = icon;
            icon.setManaged(false);
            getChildren().setAll(icon);
            setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            // nobody tells of one that is not managed
            icon.minWidthProperty().addListener((o, before, now) -> requestParentLayout());
            icon.minHeightProperty().addListener((o, before, now) -> requestParentLayout());
        }

        @Override protected double computePrefWidth(double height) { return icon.minWidth(-1); }

        @Override protected double computePrefHeight(double width) { return icon.minHeight(-1); }

        @Override protected void layoutChildren() {
            double side = icon.minHeight(-1);
            icon.resizeRelocate(0, snapPositionY((getHeight() - side) / 2), icon.minWidth(-1), side);
        }
    }
}
