package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowLane;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** The life lines, from top to bottom behind the messages. */
final class FlowLifeLines extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FlowGeometry geometry;

    FlowLifeLines(FlowGeometry geometry) {
        this.geometry = geometry;
        setMouseTransparent(true);
        getStyleClass().add("flow-life-lines");
        setMinSize(0, 0);
    }

    void show(List<FlowLane> lanes) {
        if (lanes.size() != getChildren().size()) {
            var lines = new ArrayList<Node>();
            for (int i = 0; i < lanes.size(); i++) {
                var line = new Line();
                line.setManaged(false);
                line.getStyleClass().add("flow-life-line");
                lines.add(line);
            }
            getChildren().setAll(lines);
        }
        for (int i = 0; i < lanes.size(); i++) getChildren().get(i).pseudoClassStateChanged(CHOSEN, lanes.get(i).chosen());
    }

    @Override protected void layoutChildren() {
        for (int i = 0; i < getChildren().size(); i++) {
            Line line = (Line) getChildren().get(i);
            line.setStartX(geometry.x(i));
            line.setEndX(geometry.x(i));
            line.setStartY(0);
            line.setEndY(getHeight());
        }
    }

    @Override protected double computePrefWidth(double height) { return 0; }

    @Override protected double computePrefHeight(double width) { return 0; }
}
