package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowPicture;
import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.monitor.viewmodel.FlowModel;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** Who sent what to whom, live: life lines with headings that stay, arrows between them, and the message that is selected. */
final class MessagesPane extends BorderPane {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination COPY_MERMAID = KeyCombination.valueOf("Shortcut+Shift+C");
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");
    /** From this width on, in sizes of the text, the value stands beside the picture. */
    private static final double WIDE = 62;
    private static final double VALUE_SHARE = 0.42;

    private final MonitorModel monitor;
    private final FlowModel model;
    private final MonitorActions actions;
    private final FlowGeometry geometry = new FlowGeometry();
    private final FlowHeadings headings;
    private final FlowLifeLines lines = new FlowLifeLines(geometry);
    private final FlowList list;
    private final FlowValue value;
    private final TextField filter = new TextField();
    private final ToggleButton among = new ToggleButton("Only these");
    private final Hyperlink still = new Hyperlink("Still: go on (Esc)");
    private final FlowEmptyState empty;
    private final BorderPane picture = new BorderPane();
    private double em = 13;

    MessagesPane(MonitorModel monitor, MonitorActions actions, LongConsumer onPid) {
        this.monitor = monitor;
        this.actions = actions;
        model = monitor.flow();
        headings = new FlowHeadings(geometry, onPid);
        list = new FlowList(model, geometry);
        value = new FlowValue(monitor.source(), this::leaveValue);
        empty = new FlowEmptyState(monitor, actions);
        setId("process-flow");
        getStyleClass().add("flow-pane");
        setMinSize(0, 0);
        var drawing = new StackPane(lines, list);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        var diagram = new VBox(headings, drawing) {
            @Override protected void layoutChildren() {
                place(getWidth());
                super.layoutChildren();
            }
        };
        diagram.setMinSize(0, 0);
        picture.setCenter(diagram);
        setTop(toolbar());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> showValue(now));
        list.setContextMenu(new FlowMenu(model, list, value::open, monitor, actions, onPid));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !list.getSelectionModel().isEmpty()) value.open();
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        widthProperty().addListener((o, before, now) -> placeValue());
        model.pictureProperty().addListener((o, before, now) -> show(now));
        model.pidsProperty().addListener((o, before, now) -> showWhom(now));
        monitor.selection().killableProperty().addListener((o, before, now) -> show(model.pictureProperty().get()));
        showWhom(model.pidsProperty().get());
        show(model.pictureProperty().get());
    }

    private HBox toolbar() {
        filter.setId("flow-filter");
        filter.setPromptText("Filter messages");
        filter.setAccessibleText("Filter messages");
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setMinWidth(60);
        filter.setPrefColumnCount(12);
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) filter.clear();
            else if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DOWN) list.requestFocus();
            else return;
            key.consume();
        });
        among.setId("flow-among");
        among.getStyleClass().add("small");
        among.setMinWidth(USE_PREF_SIZE);
        among.setTooltip(new Tooltip("Only messages among the selected processes, not those that they have with others"));
        among.selectedProperty().bindBidirectional(model.amongProperty());
        still.setId("flow-still");
        still.getStyleClass().add("place-link");
        still.setOnAction(click -> {
            still.setVisited(false);
            list.goOn();
        });
        still.setMinWidth(USE_PREF_SIZE);
        still.visibleProperty().bind(model.heldProperty());
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(filter, among, gap, still, Controls.button(actions.holdFlow), Controls.button(actions.trace), Controls.button(actions.copyFlow),
                Controls.button(actions.copyMermaid));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("flow-toolbar");
        return bar;
    }

    /** Widths are made for a certain size of text, and grow and shrink with it. */
    void fitTo(ObservableValue<Font> font) {
        font.addListener((o, before, now) -> {
            em = now.getSize();
            picture.requestLayout();
            headings.requestLayout();
        });
    }

    void focus() { list.requestFocus(); }

    private void showWhom(Set<Long> pids) {
        Controls.setShown(among, pids.size() > 1);
        list.setAccessibleText("messages of " + FlowEmptyState.whose(pids) + ", oldest first");
        list.getSelectionModel().clearSelection();
    }

    private void show(FlowPicture now) {
        boolean drawn = !now.rows().isEmpty();
        if (!drawn) {
            empty.show(now);
            if (getCenter() != empty) setCenter(empty);
            list.show(now);
            return;
        }
        if (getCenter() != picture) setCenter(picture);
        headings.show(now.lanes());
        lines.show(now.lanes());
        list.show(now);
        place(headings.getWidth());
    }

    /** Puts the life lines into the width there is. */
    private void place(double width) {
        if (width <= 0) return;
        if (!geometry.set(width, model.pictureProperty().get().lanes().size(), em)) return;
        model.mostLanesProperty().set(geometry.room());
        headings.requestLayout();
        lines.requestLayout();
        list.layOutAnew();
    }

    private void showValue(FlowRow selected) {
        if (selected == null) {
            picture.setBottom(null);
            picture.setRight(null);
            return;
        }
        value.show(selected);
        placeValue();
    }

    private void placeValue() {
        if (list.getSelectionModel().isEmpty()) return;
        boolean wide = getWidth() > WIDE * em;
        value.setPrefWidth(wide ? Math.round(getWidth() * VALUE_SHARE) : USE_COMPUTED_SIZE);
        value.setPrefHeight(wide || value.getCenter() == null ? USE_COMPUTED_SIZE : Math.round(getHeight() * VALUE_SHARE));
        if ((wide ? picture.getRight() : picture.getBottom()) == value) return;
        picture.setBottom(null);
        picture.setRight(null);
        if (wide) picture.setRight(value);
        else picture.setBottom(value);
    }

    private void leaveValue() { list.requestFocus(); }

    private void pressed(KeyEvent key) {
        if (COPY.match(key)) actions.copyFlow.run();
        else if (COPY_MERMAID.match(key)) actions.copyMermaid.run();
        else if (FIND.match(key) || key.getCode() == KeyCode.SLASH) filter.requestFocus();
        else if (key.isShortcutDown() || key.isAltDown()) return;
        else if (key.getCode() == KeyCode.ENTER && !list.getSelectionModel().isEmpty()) value.open();
        else if (key.getCode() == KeyCode.RIGHT && !list.getSelectionModel().isEmpty()) value.focus();
        else if (key.getCode() == KeyCode.P) actions.holdFlow.run();
        else return;
        key.consume();
    }
}
