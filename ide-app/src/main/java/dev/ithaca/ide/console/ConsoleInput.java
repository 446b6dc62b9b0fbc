package dev.ithaca.ide.console;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line for the program's input: Enter sends it, Up and Down bring earlier lines back, Ctrl+D ends the input. */
final class ConsoleInput extends HBox {
    private static final int MAX_LINES = 200;

    private final Console console;
    private final TextField field = new TextField();
    private final List<String> sent = new ArrayList<>();
    private int recalled;

    ConsoleInput(Console console) {
        this.console = console;
        Label prompt = new Label("›");
        prompt.getStyleClass().add("console-prompt");
        field.setId("console-input");
        field.setAccessibleText("Input for the program");
        field.promptTextProperty().bind(Bindings.when(console.listeningProperty()).then("Type a line for the program, then Enter. Ctrl+D ends the input.").otherwise(""));
        field.disableProperty().bind(console.listeningProperty().not());
        field.setOnAction(event -> send());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(prompt, field);
        getStyleClass().add("console-input-line");
        visibleProperty().bind(console.listeningProperty());
        managedProperty().bind(visibleProperty());
    }

    void focusField() { field.requestFocus(); }

    private void send() {
        String line = field.getText();
        console.send(line);
        field.clear();
        sent.remove(line);
        if (!line.isEmpty()) sent.add(line);
        if (sent.size() > MAX_LINES) sent.removeFirst();
        recalled = sent.size();
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> recall(-1);
            case DOWN -> recall(1);
            case D -> {
                if (!event.isControlDown() || !field.getText().isEmpty()) return;
                console.endInput();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void recall(int direction) {
        recalled = Math.clamp(recalled + direction, 0, sent.size());
        field.setText(recalled == sent.size() ? "" : sent.get(recalled));
        field.end();
    }
}
