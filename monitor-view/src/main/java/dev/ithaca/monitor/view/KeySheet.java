package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys of the monitor on one sheet over its content; Escape or another press of the key puts it away. */
public final class KeySheet extends BorderPane {
    /** Keys that are no actions: moving about. */
    private static final List<List<String>> MOVING = List.of(
            List.of("digits", "Jump to a pid"), List.of("↑ ↓ PgUp PgDn Home End", "Move; with Shift extend the selection"),
            List.of("→ ←  or  + -", "In the tree and among groups: open, close a branch"), List.of("Backspace", "Go to the process that started it"), List.of("Esc", "Clear the filter"),
            List.of("Shift+click a heading", "Sort by a second column; again: the other way; a third time: not by it"),
            List.of("Enter in Variables, Stack", "Go to the line of a frame"), List.of("W in Variables", "Pin a variable to the watches; Shift+W: of all processes started alike"),
            List.of("Ctrl+Alt+C in Mailbox", "Copy a message as a line that sends it again"),
            List.of("Enter in Messages", "Go to where a message was sent; → opens its value, Esc or End goes on with the picture"),
            List.of("Ctrl+C in Messages", "Copy the picture as text; Ctrl+Shift+C: as a Mermaid diagram; / filters it, P holds it"),
            List.of("T in Stack", "Trace the calls of the function of a frame; Shift+T: in this process only"),
            List.of("Enter, P in Calls", "Go to where a call was made, to the process that made it"),
            List.of("Delete in Watches", "Unpin"));

    private final Runnable focusAfterwards;

    public KeySheet(List<MonitorAction> actions, Runnable focusAfterwards) {
        this.focusAfterwards = focusAfterwards;
        setId("key-sheet");
        getStyleClass().add("key-sheet");
        var commands = new KeyGrid();
        for (MonitorAction action : actions) {
            if (action.keysText().isEmpty()) continue;
            var text = new Label();
            text.textProperty().bind(action.text());
            commands.add(action.keysText(), text);
        }
        var moving = new KeyGrid();
        for (List<String> line : MOVING) moving.add(line.getFirst(), new Label(line.getLast()));
        var columns = new KeyGrid();
        for (Column column : Column.values()) columns.add(column.title(), new Label(column.explanation()));
        var scroll = new ScrollPane(new VBox(commands, section("Moving about, and in the details"), moving, section("Columns"), columns));
        scroll.setFitToWidth(true);
        var title = new Label("Keys and columns of the process list");
        title.getStyleClass().add("details-title");
        var close = new Button("Close (Esc)");
        close.setId("close-keys");
        close.getStyleClass().add("small");
        close.setOnAction(press -> hide());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new HBox(title, gap, close);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("key-heading");
        setTop(heading);
        setCenter(scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F1) {
                hide();
                key.consume();
            }
        });
        setVisible(false);
    }

    private static Label section(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("details-title", "key-section");
        return label;
    }

    /** Shows the sheet, or puts it away. */
    public void toggle() {
        if (isVisible()) {
            hide();
            return;
        }
        setVisible(true);
        lookup("#close-keys").requestFocus();
    }

    private void hide() {
        setVisible(false);
        focusAfterwards.run();
    }
}
