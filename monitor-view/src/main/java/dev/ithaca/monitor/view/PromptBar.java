package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.PromptModel;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One line to type an answer into, and why the last one would not do; takes no room while nothing is asked. */
public final class PromptBar extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PromptModel model;
    private final Runnable focusAfterwards;
    private final Label title = new Label();
    private final TextField field = new TextField();
    private final Button confirm = new Button();
    /** What may be typed, or why the last answer would not do. */
    private final Label problem = new Label();

    public PromptBar(PromptModel model, Runnable focusAfterwards) {
        this.model = model;
        this.focusAfterwards = focusAfterwards;
        setId("monitor-prompt");
        getStyleClass().add("prompt-bar");
        title.setMinWidth(60);
        field.setId("prompt-field");
        field.setMinWidth(80);
        field.accessibleTextProperty().bind(title.textProperty());
        field.accessibleHelpProperty().bind(problem.textProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(enter -> model.submit(field.getText()));
        confirm.setId("prompt-confirm");
        confirm.getStyleClass().addAll("accent", "small");
        confirm.setMinWidth(USE_PREF_SIZE);
        confirm.setOnAction(press -> model.submit(field.getText()));
        confirm.disableProperty().bind(model.busyProperty());
        var cancel = new Button("Cancel (Esc)");
        cancel.setId("prompt-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(press -> model.cancel());
        problem.setId("prompt-problem");
        problem.getStyleClass().add("prompt-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            model.cancel();
            key.consume();
        });
        var line = new HBox(title, field, confirm, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("prompt-line");
        getChildren().setAll(line, problem);
        model.promptProperty().addListener((o, before, now) -> show(now));
        model.problemProperty().addListener((o, before, now) -> showProblem());
        model.busyProperty().addListener((o, before, now) -> showProblem());
        show(null);
        showProblem();
    }

    private void show(PromptModel.Prompt prompt) {
        Controls.setShown(this, prompt != null);
        if (prompt == null) {
            focusAfterwards.run();
            return;
        }
        title.setText(prompt.title());
        title.setLabelFor(field);
        field.setText(model.lastAnswer());
        confirm.setText(prompt.confirm());
        showProblem();
        field.requestFocus();
        field.selectAll();
    }

    private void showProblem() {
        String wrong = model.problemProperty().get();
        PromptModel.Prompt prompt = model.promptProperty().get();
        problem.setText(wrong != null ? wrong : model.busyProperty().get() ? "checking …" : prompt == null ? "" : prompt.hint());
        problem.pseudoClassStateChanged(WRONG, wrong != null);
    }
}
