package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.KillRequest;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.vm.inspect.KillPreview;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** One line for questions, failures and remarks, in the flow of the pane instead of a dialog; takes no room when silent. */
public final class MessageBar extends HBox {
    /** Pids named in a question. */
    private static final int MOST_NAMED = 4;
    private static final Duration NOTICE_TIME = Duration.seconds(4);

    private final MonitorModel model;
    private final Runnable focusTable;
    private final Label text = new Label();
    private final Button confirm = new Button();
    private final Button cancel = new Button("Cancel (Esc)");
    private final PauseTransition noticeEnd = new PauseTransition(NOTICE_TIME);

    public MessageBar(MonitorModel model, Runnable focusTable) {
        this.model = model;
        this.focusTable = focusTable;
        setId("monitor-message");
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        confirm.setId("confirm-kill");
        confirm.getStyleClass().addAll("danger", "small");
        confirm.setOnAction(press -> answer(true));
        confirm.setMinWidth(USE_PREF_SIZE);
        cancel.setId("cancel-kill");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(press -> answer(false));
        cancel.setMinWidth(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && model.actions().killRequestProperty().get() != null) {
                answer(false);
                key.consume();
            }
        });
        getChildren().setAll(text, confirm, cancel);
        noticeEnd.setOnFinished(end -> model.notices().dismiss());
        model.actions().killRequestProperty().addListener((o, before, now) -> show());
        model.notices().textProperty().addListener((o, before, now) -> {
            if (now != null) noticeEnd.playFromStart();
            show();
        });
        model.population().failureProperty().addListener((o, before, now) -> show());
        show();
    }

    private void answer(boolean yes) {
        if (yes) model.actions().confirmKill();
        else model.actions().cancelKill();
        focusTable.run();
    }

    private static String question(KillRequest request) {
        String who = Format.pids(request.pids());
        List<Long> along = request.preview().along();
        String named = along.stream().limit(MOST_NAMED).map(Format::pid).collect(Collectors.joining(", "));
        String others = along.isEmpty() ? "" : " Links take " + named
                + (along.size() > MOST_NAMED ? " and " + Format.count(along.size() - MOST_NAMED) + " more" : "") + " along.";
        String restarts = request.preview().restarts().stream().map(MessageBar::restart).collect(Collectors.joining());
        return "Kill " + who + "?" + others + restarts + (request.endsProgram() ? " This ends the program." : "");
    }

    private static String restart(KillPreview.Restart restart) {
        List<String> children = restart.children();
        String named = children.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (children.size() > MOST_NAMED ? " and " + Format.count(children.size() - MOST_NAMED) + " more" : "");
        return " Supervisor " + Format.pid(restart.supervisor()) + (restart.givesUp()
                ? " has restarted too often: it ends with all its children." : " starts " + named + " again.");
    }

    private void show() {
        KillRequest request = model.actions().killRequestProperty().get();
        String failure = model.population().failureProperty().get();
        String notice = model.notices().textProperty().get();
        String line = request != null ? question(request)
                : failure != null ? failure : notice;
        text.setText(line);
        confirm.setText(request == null ? "" : "Kill " + Format.count(request.pids().size() + request.preview().along().size()));
        for (Button button : new Button[] {confirm, cancel}) {
            Controls.setShown(button, request != null);
        }
        Controls.setShown(this, line != null);
        if (request != null) confirm.requestFocus();
    }
}
