package dev.ithaca.monitor.view;

import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * A line over the last values of a figure, from zero or from the lowest up to the highest; the newest on the right. Coloured
 * by the style sheet.
 */
final class Sparkline extends Region {
    private static final double[] NOTHING = {};

    private final Polyline line = new Polyline();
    private final Polygon area = new Polygon();
    private final int capacity;
    private final boolean fromLowest;
    private double[] values = NOTHING;

    /** @param capacity number of values for which the full width stands */
    Sparkline(int capacity) { this(capacity, false); }

    /** @param fromLowest the lowest value stands on the ground, in place of zero */
    Sparkline(int capacity, boolean fromLowest) {
        this.capacity = capacity;
        this.fromLowest = fromLowest;
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
        double bottom = fromLowest ? Arrays.stream(values).min().orElse(0) : 0;
        double top = Arrays.stream(values).max().orElse(0);
        double range = Math.max(bottom, top) - bottom;
        int n = values.length;
        Double[] points = new Double[2 * n];
        for (int i = 0; i < n; i++) {
            points[2 * i] = width * (capacity - n + i) / Math.max(1, capacity - 1);
            points[2 * i + 1] = 1 + height * (range == 0 ? fromLowest ? 0.5 : 1 : 1 - (values[i] - bottom) / range);
        }
        line.getPoints().setAll(points);
        area.getPoints().setAll(points);
        if (n > 0) area.getPoints().addAll(width, height + 1, points[0], height + 1);
    }
}
