package dev.ithaca.ide.run;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The last line of the window: what the program does, and where the caret is. */
public final class StatusBar extends HBox {
    private final Label state = new Label();
    private final StringProperty caret = new SimpleStringProperty("");
    private final StringProperty format = new SimpleStringProperty("");

    public StatusBar(Runner runner, Gauges gauges, StringExpression checking) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("status-state");
        runner.stateProperty().addListener((property, old, now) -> show(now));
        show(runner.stateProperty().get());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label place = label(caret);
        place.setId("status-caret");
        Label notice = label(gauges.noticeProperty());
        notice.setId("status-notice");
        getChildren().addAll(state, notice, label(gauges.elapsedProperty()), label(gauges.processesProperty()), label(gauges.reductionsProperty()),
                label(gauges.memoryProperty()), space, label(checking), place, label(format));
    }

    /** Shows a place in the text; bind it to the editor in front. */
    public StringProperty caretProperty() { return caret; }

    /** Shows how the text in front is spelled in its file. */
    public StringProperty formatProperty() { return format; }

    private static Label label(ObservableStringValue text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.managedProperty().bind(Bindings.isNotEmpty(label.textProperty()));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show(RunState now) {
        state.setText(now.label());
        state.setGraphic(new FontIcon(icon(now)));
        state.getStyleClass().removeIf(style -> style.startsWith("run-"));
        state.getStyleClass().add("run-" + now.label());
        state.setMinWidth(USE_PREF_SIZE);
    }

    private static Ikon icon(RunState state) {
        return switch (state) {
            case IDLE -> MaterialDesignC.CIRCLE_OUTLINE;
            case COMPILING, STOPPING -> MaterialDesignP.PROGRESS_CLOCK;
            case RUNNING -> MaterialDesignP.PLAY_CIRCLE;
            case FINISHED -> MaterialDesignC.CHECK_CIRCLE;
            case FAILED -> MaterialDesignA.ALERT_CIRCLE;
            case STOPPED -> MaterialDesignS.STOP_CIRCLE;
        };
    }
}
