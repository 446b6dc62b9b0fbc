package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.WaitGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurve;

/** Who waits for whom: a sentence, and a picture from left to right. A click on a process goes there. */
final class WaitsPane extends VBox {
    private static final double MARGIN = 12;
    private static final double ARROW = 7;
    /** How far a line is bent, so that two that lead to and fro are told apart. */
    private static final double BEND = 14;

    private record Arrow(WaitGraph.Edge edge, QuadCurve curve, Polygon head) {}

    private final LongConsumer onPid;
    private final Label sentence = new Label();
    private final Map<Long, Node> nodes = new HashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final Pane picture = new Pane() {
        @Override protected void layoutChildren() { layOut(getWidth(), getHeight()); }
    };
    private WaitGraph shown = WaitGraph.EMPTY;

    WaitsPane(String id, LongConsumer onPid) {
        this.onPid = onPid;
        setId(id);
        getStyleClass().add("waits-pane");
        sentence.setId(id + "-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().setAll(sentence, picture);
    }

    void show(WaitGraph graph) {
        if (graph.equals(shown)) return;
        shown = graph;
        sentence.setText(graph.sentence());
        nodes.clear();
        arrows.clear();
        var children = new ArrayList<Node>();
        for (WaitGraph.Edge edge : graph.edges()) {
            String style = graph.onRing(edge) ? "ring" : edge.certain() ? "strong" : "dashed";
            var curve = new QuadCurve();
            curve.getStyleClass().addAll("link-line", style);
            curve.setFill(null);
            var head = new Polygon();
            head.getStyleClass().addAll("link-arrow", style);
            arrows.add(new Arrow(edge, curve, head));
            children.add(curve);
            children.add(head);
        }
        for (WaitGraph.Node node : graph.nodes()) {
            var icon = Icon.status();
            icon.showStatus(node.status(), false);
            var label = new Hyperlink(node.title(), icon);
            label.getStyleClass().addAll("link-node", node.distance() == 0 ? "centre" : "pid-link");
            label.setOnAction(click -> onPid.accept(node.pid()));
            nodes.put(node.pid(), label);
            children.add(label);
        }
        picture.getChildren().setAll(children);
        picture.requestLayout();
    }

    private void layOut(double width, double height) {
        int depth = shown.nodes().stream().mapToInt(WaitGraph.Node::distance).max().orElse(0);
        double step = (width - 2 * MARGIN) / (depth + 1);
        for (int distance = 0; distance <= depth; distance++) {
            int column = distance;
            List<WaitGraph.Node> inColumn = shown.nodes().stream().filter(node -> node.distance() == column).toList();
            for (int i = 0; i < inColumn.size(); i++) {
                Node node = nodes.get(inColumn.get(i).pid());
                node.autosize();
                double w = Math.min(node.getLayoutBounds().getWidth(), Math.max(40, step - 2 * MARGIN));
                double h = node.getLayoutBounds().getHeight();
                node.resize(w, h);
                node.relocate(Math.round(MARGIN + step * column + (step - w) / 2), Math.round(height * (i + 1) / (inColumn.size() + 1) - h / 2));
            }
        }
        for (Arrow arrow : arrows) draw(arrow);
    }

    private void draw(Arrow arrow) {
        var from = nodes.get(arrow.edge().from()).getBoundsInParent();
        var to = nodes.get(arrow.edge().to()).getBoundsInParent();
        double dx = to.getCenterX() - from.getCenterX();
        double dy = to.getCenterY() - from.getCenterY();
        double length = Math.max(1, Math.hypot(dx, dy));
        double bendX = (from.getCenterX() + to.getCenterX()) / 2 - dy / length * BEND;
        double bendY = (from.getCenterY() + to.getCenterY()) / 2 + dx / length * BEND * 2;
        double[] start = border(from, bendX, bendY);
        double[] end = border(to, bendX, bendY);
        QuadCurve curve = arrow.curve();
        curve.setStartX(start[0]);
        curve.setStartY(start[1]);
        curve.setControlX(bendX);
        curve.setControlY(bendY);
        curve.setEndX(end[0]);
        curve.setEndY(end[1]);
        double angle = Math.atan2(end[1] - bendY, end[0] - bendX);
        arrow.head().getPoints().setAll(end[0], end[1],
                end[0] - ARROW * Math.cos(angle - 0.45), end[1] - ARROW * Math.sin(angle - 0.45),
                end[0] - ARROW * Math.cos(angle + 0.45), end[1] - ARROW * Math.sin(angle + 0.45));
    }

    /** Where the line from the middle of a box to a point leaves the box. */
    private static double[] border(Bounds box, double x, double y) {
        double dx = x - box.getCenterX();
        double dy = y - box.getCenterY();
        double scale = Math.min(dx == 0 ? Double.MAX_VALUE : box.getWidth() / 2 / Math.abs(dx), dy == 0 ? Double.MAX_VALUE : box.getHeight() / 2 / Math.abs(dy));
        return new double[] {box.getCenterX() + dx * Math.min(1, scale), box.getCenterY() + dy * Math.min(1, scale)};
    }
}
