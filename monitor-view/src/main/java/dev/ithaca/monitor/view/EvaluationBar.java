package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.model.ValueTree;
import dev.ithaca.monitor.viewmodel.EvaluationModel;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** What expressions gave that the user typed, as trees to be opened; takes no room while there are none. */
final class EvaluationBar extends VBox {
    private static final double HEIGHT = 132;

    private final ValueTreeTable table;

    EvaluationBar(EvaluationModel model, MonitorActions actions) {
        setId("evaluations");
        getStyleClass().add("evaluation-bar");
        table = new ValueTreeTable("", model::expand, model::more, row -> { });
        table.setId("evaluation-results");
        table.setAccessibleText("Evaluated expressions");
        table.addColumn("Expression", 150, false, "value-name", ValueNode::label);
        table.addColumn("Type", 84, false, "value-type", ValueNode::type);
        table.addColumn("Value", 160, true, "value-text", ValueNode::text);
        table.addColumn("In", 50, false, "value-type", ValueNode::detail);
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(Region.USE_PREF_SIZE);
        var heading = new Label("Evaluated");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var again = new Button("Evaluate… (" + actions.evaluate.keysText() + ")");
        again.getStyleClass().add("small");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(press -> actions.evaluate.run());
        again.disableProperty().bind(Bindings.not(actions.evaluate.enabled()));
        var close = new Button("Close");
        close.setId("evaluations-close");
        close.getStyleClass().add("small");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(press -> model.clear());
        var line = new HBox(heading, gap, again, close);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("evaluation-heading");
        getChildren().setAll(line, table);
        model.treeProperty().addListener((o, before, now) -> show(now));
        show(model.treeProperty().get());
    }

    /** Its columns follow the size of letters. */
    void fitTo(ObservableValue<Font> font) { table.fitTo(font); }

    private void show(ValueTree tree) {
        Controls.setShown(this, !tree.roots().isEmpty());
        table.show(tree);
    }
}
