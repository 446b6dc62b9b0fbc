package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.vm.inspect.FlowEvent;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** One row of the message picture: the time, an arrow from life line to life line with its text on top, or a mark on one. */
final class FlowArrow extends Region {
    /** In sizes of the text. */
    private static final double HEAD = 0.75;
    private static final double LOOP = 1.8;
    private static final double GAP = 0.5;

    private final FlowGeometry geometry;
    private final Label time = new Label();
    private final Line shaft = new Line();
    private final Region mark = new Region();
    private final Label text = new Label();
    private FlowRow row;

    FlowArrow(FlowGeometry geometry) {
        this.geometry = geometry;
        getStyleClass().add("flow-arrow");
        time.getStyleClass().add("flow-time");
        shaft.getStyleClass().add("flow-shaft");
        mark.getStyleClass().add("flow-mark");
        text.getStyleClass().add("flow-text");
        getChildren().setAll(time, text, shaft, mark);
        for (var child : getChildren()) child.setManaged(false);
        setMouseTransparent(true);
    }

    void show(FlowRow next) {
        row = next;
        time.setText(next.when());
        text.setText(next.text());
        shaft.setVisible(!next.isEnd());
        requestLayout();
    }

    @Override protected void layoutChildren() {
        if (row == null) return;
        double em = geometry.em();
        double height = getHeight();
        time.resizeRelocate(0, 0, geometry.gutter() - GAP * em, height);
        double from = geometry.x(row.from());
        double to = geometry.x(row.to());
        boolean loop = row.from() == row.to();
        double size = Math.round(HEAD * em);
        double textHeight = Math.min(height, text.prefHeight(-1));
        boolean end = row.isEnd();
        double y = end ? Math.round(height / 2) : Math.round(height - size / 2) - 1;
        double tail = loop ? from + LOOP * em : from;
        // the mark points to the right unless it is turned
        boolean leftwards = loop || to < from;
        mark.setRotate(leftwards && !end ? 180 : 0);
        double inner = leftwards ? to + size : to - size;
        mark.resizeRelocate(end ? to - size / 2 : leftwards ? to : to - size, Math.round(y - size / 2), size, size);
        shaft.setStartX(tail);
        shaft.setEndX(inner);
        shaft.setStartY(y);
        shaft.setEndY(y);
        double start = (end ? to + size : loop ? to + GAP * em : Math.min(from, to)) + GAP * em;
        double room = geometry.right() - geometry.gutter();
        double width = Math.min(text.prefWidth(-1), room);
        // text that finds no room on the right of its arrow's beginning moves to the left
        double x = Math.max(geometry.gutter(), Math.min(start, geometry.right() - width));
        text.resize(width, textHeight);
        positionInArea(text, x, end ? (height - textHeight) / 2 : 0, width, textHeight, 0, text.getAlignment().getHpos(), VPos.TOP);
    }

    /** Whether a message never reached anybody. */
    static boolean failed(FlowEvent.Kind kind) { return kind == FlowEvent.Kind.LOST || kind == FlowEvent.Kind.UNREAD; }
}
