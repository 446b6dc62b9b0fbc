package dev.ithaca.monitor.view;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** A line over the last values of a figure, from zero up to the highest; the newest on the right. Coloured by the style sheet. */
final class Sparkline extends Region {
    private static final double[] NOTHING = {};

    private final Polyline line = new Polyline();
    private final Polygon area = new Polygon();
    private final int capacity;
    private double[] values = NOTHING;

    /** @param capacity number of values for which the full width stands */
    Sparkline(int capacity) {
        this.capacity = capacity;
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        area.getStyleClass().add("sparkline-area");
        line.setManaged(false);
        area.setManaged(false);
        getChildren().setAll(area, line);
        setMinSize(40, 14);
        setPrefSize(160, 36);
    }

    void show(double[] newValues) {
        values = newValues;
        requestLayout();
    }

    @Override protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight() - 2;
        double top = 0;
        for (double value : values) top = Math.max(top, value);
        int n = values.length;
        Double[] points = new Double[2 * n];
        for (int i = 0; i < n; i++) {
            points[2 * i] = width * (capacity - n + i) / Math.max(1, capacity - 1);
            points[2 * i + 1] = 1 + height * (top == 0 ? 1 : 1 - values[i] / top);
        }
        line.getPoints().setAll(points);
        area.getPoints().setAll(points);
        if (n > 0) area.getPoints().addAll(width, height + 1, points[0], height + 1);
    }
}
