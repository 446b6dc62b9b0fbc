package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowLane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextAlignment;

/** Whose life lines stand below; a click on one selects that process. */
final class FlowHeadings extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final double GAP = 4;
    private static final int MOST_LINES = 2;
    /** In sizes of the font. */
    private static final double LINE = 1.6;
    private static final double HEIGHT = 1.9;

    private final FlowGeometry geometry;
    private final LongConsumer onPid;
    private List<FlowLane> shown = List.of();

    FlowHeadings(FlowGeometry geometry, LongConsumer onPid) {
        this.geometry = geometry;
        this.onPid = onPid;
        setId("flow-headings");
        getStyleClass().add("flow-headings");
        setMinSize(0, USE_PREF_SIZE);
    }

    void show(List<FlowLane> lanes) {
        if (lanes.equals(shown)) return;
        shown = lanes;
        var headings = new ArrayList<Node>();
        for (FlowLane lane : lanes) headings.add(heading(lane));
        getChildren().setAll(headings);
    }

    private Labeled heading(FlowLane lane) {
        Labeled heading = lane.isOthers() ? new Label(lane.title()) : link(lane);
        heading.setAlignment(Pos.CENTER);
        heading.setTextAlignment(TextAlignment.CENTER);
        // a name that does not fit beside its pid stands below it
        heading.setWrapText(true);
        heading.getStyleClass().add("flow-heading");
        heading.pseudoClassStateChanged(CHOSEN, lane.chosen());
        heading.pseudoClassStateChanged(DEAD, !lane.alive());
        heading.setTooltip(new Tooltip(lane.isOthers() ? "There is no room for a life line of each: widen the monitor, or filter" : lane.title() + (lane.alive() ? "" : ", dead")));
        return heading;
    }

    private Hyperlink link(FlowLane lane) {
        var link = new Hyperlink(lane.title());
        link.getStyleClass().add("pid-link");
        link.setAccessibleText("life line of " + lane.title() + (lane.alive() ? "" : ", dead"));
        link.setOnAction(click -> {
            link.setVisited(false);
            onPid.accept(lane.pid());
        });
        return link;
    }

    @Override protected void layoutChildren() {
        double width = geometry.laneWidth() - GAP;
        for (int i = 0; i < getChildren().size(); i++) {
            Node heading = getChildren().get(i);
            double wanted = Math.min(width, heading.prefWidth(-1));
            double height = heightOf(heading, wanted);
            heading.resizeRelocate(Math.round(geometry.x(i) - wanted / 2), Math.round((getHeight() - height) / 2), wanted, height);
        }
    }

    @Override protected double computePrefWidth(double height) { return 0; }

    private double heightOf(Node heading, double width) { return Math.min(MOST_LINES * LINE * geometry.em(), heading.prefHeight(width)); }

    @Override protected double computePrefHeight(double width) {
        double lane = geometry.laneWidth() - GAP;
        double highest = getChildren().stream().mapToDouble(heading -> heightOf(heading, Math.min(lane, heading.prefWidth(-1)))).max().orElse(0);
        return Math.ceil(Math.max(HEIGHT * geometry.em(), highest + GAP));
    }
}
