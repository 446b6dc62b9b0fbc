package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Stretch;
import dev.ithaca.monitor.model.StretchText;
import dev.ithaca.monitor.model.Timeline;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.TimelineModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What the selected processes did over the last two minutes, a strip each. A click on a bar goes to the place; with the keyboard
 * left and right choose a bar, up and down a process, Enter goes there.
 */
final class TimelineView extends VBox {
    /** In sizes of the font. */
    private static final double ALONE = 2.2;
    private static final double AMONG_OTHERS = 1.35;
    private static final double LABEL = 4.2;

    private final class Row {
        final Label pid = new Label();
        final StateStrip strip = new StateStrip(true);
        final HBox box = new HBox(pid, strip);

        Row() {
            box.setAlignment(Pos.CENTER_LEFT);
            pid.getStyleClass().add("strip-pid");
            HBox.setHgrow(strip, Priority.ALWAYS);
            Tooltip.install(strip, tooltip);
            strip.setOnMouseMoved(move -> point(strip.at(move.getX())));
            strip.setOnMouseClicked(click -> open(strip.at(click.getX())));
        }

        private void point(Stretch stretch) {
            tooltip.setText(stretch == null ? "Nobody looked then" : StretchText.of(stretch));
            strip.setCursor(stretch != null && stretch.place().file() != null ? Cursor.HAND : Cursor.DEFAULT);
        }
    }

    private final MonitorModel model;
    private final Tooltip tooltip = new Tooltip();
    /** For its font: the strips have a text of their own. */
    private final Label sample = new Label();
    private final List<Row> rows = new ArrayList<>();
    private final VBox strips = new VBox(2);
    private final StripFooter footer;
    /** What the keyboard has chosen: a process among those selected, and a moment. */
    private int chosenRow;
    private long chosenAt;

    TimelineView(MonitorModel model) {
        this.model = model;
        setId("process-timeline");
        getStyleClass().add("timeline");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        sample.setManaged(false);
        sample.setVisible(false);
        for (int i = 0; i < TimelineModel.MOST_SELECTED; i++) rows.add(new Row());
        footer = new StripFooter(rows.getFirst().strip::colour);
        strips.getChildren().setAll(rows.getFirst().box);
        getChildren().setAll(sample, strips, footer);
        setOnMousePressed(press -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::choose);
        focusedProperty().addListener((o, before, now) -> mark());
    }

    void refresh() {
        List<Long> pids = model.timelines().selected();
        int shown = Math.max(1, pids.size());
        if (strips.getChildren().size() != shown) strips.getChildren().setAll(rows.subList(0, shown).stream().map(row -> row.box).toList());
        double em = sample.getFont().getSize();
        for (int i = 0; i < shown; i++) {
            Row row = rows.get(i);
            Timeline timeline = i < pids.size() ? model.timelines().of(pids.get(i)) : null;
            boolean alone = shown == 1;
            double height = Math.round(em * (alone ? ALONE : AMONG_OTHERS));
            if (row.strip.getMinHeight() != height) {
                row.strip.setMinHeight(height);
                row.strip.setMaxHeight(height);
                row.pid.setMinWidth(alone ? 0 : Math.round(em * LABEL));
            }
            if (row.pid.isVisible() == alone) {
                Controls.setShown(row.pid, !alone);
            }
            if (!alone && !row.pid.getText().equals(Format.pid(pids.get(i)))) row.pid.setText(Format.pid(pids.get(i)));
            row.strip.show(timeline, now(pids), Timeline.SPAN_NANOS, sample.getFont());
        }
        Timeline first = pids.isEmpty() ? null : model.timelines().of(pids.getFirst());
        footer.show(first, shown == 1 ? 0 : Math.round(em * LABEL), sample.getFont(), rows.getFirst().strip.textColour());
        mark();
    }

    /** All strips end at the same moment. */
    private long now(List<Long> pids) {
        return pids.stream().map(model.timelines()::of).filter(t -> t != null).mapToLong(Timeline::lookedAt).max().orElse(0);
    }

    private void open(Stretch stretch) {
        if (stretch != null && stretch.place().file() != null) model.source().open(stretch.place().file(), stretch.place().line());
    }

    private Timeline chosenTimeline() {
        List<Long> pids = model.timelines().selected();
        return chosenRow < pids.size() ? model.timelines().of(pids.get(chosenRow)) : null;
    }

    private Stretch chosen() {
        Timeline timeline = chosenTimeline();
        if (timeline == null || timeline.stretches().isEmpty()) return null;
        Stretch there = timeline.at(chosenAt);
        return there != null ? there : timeline.stretches().getLast();
    }

    private void choose(KeyEvent press) {
        int step = switch (press.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        switch (press.getCode()) {
            case LEFT, RIGHT -> move(step);
            case UP -> chosenRow = Math.max(0, chosenRow - 1);
            case DOWN -> chosenRow = Math.min(Math.max(0, model.timelines().selected().size() - 1), chosenRow + 1);
            case ENTER -> open(chosen());
            default -> { return; }
        }
        press.consume();
        mark();
    }

    private void move(int step) {
        Stretch from = chosen();
        if (from == null) return;
        List<Stretch> all = chosenTimeline().stretches();
        Stretch to = all.get(Math.clamp(all.indexOf(from) + step, 0, all.size() - 1));
        chosenAt = to.fromNanos() + to.nanos() / 2;
    }

    private void mark() {
        Stretch chosen = chosen();
        for (int i = 0; i < rows.size(); i++) rows.get(i).strip.mark(isFocused() && i == chosenRow ? chosen : null);
        setAccessibleText(chosen == null ? "What the process did: nothing was seen yet" : "What the process did: " + StretchText.of(chosen));
    }
}
