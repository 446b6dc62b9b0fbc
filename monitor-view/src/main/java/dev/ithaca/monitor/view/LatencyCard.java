package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.LatencySpread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/**
 * How long something took, as a histogram by powers of two of the time, with the figures beside it. The texts are not managed:
 * they change at each look and lay nothing out but this.
 */
final class LatencyCard extends Region {
    /** From about a microsecond to about a minute, unless what was measured is beyond. */
    private static final int FIRST = 10;
    private static final int LAST = 30;
    /** In sizes of the font. */
    private static final double LINE = 1.4;
    private static final double FIGURES = 9.5;
    private static final double HISTOGRAM = 15;
    private static final double LEAST_HISTOGRAM = 5;

    private final String name;
    private final Label title;
    private final Text figures = new Text();
    private final Text axis = new Text();
    private final Polygon bars = new Polygon();
    private long[] counts = new long[Long.SIZE];
    private int first = FIRST;
    private int last = LAST;

    LatencyCard(String name, String explanation) {
        this.name = name;
        title = new Label(name);
        title.getStyleClass().add("chart-title");
        title.setTooltip(new Tooltip(explanation));
        getStyleClass().add("latency-card");
        setAccessibleRole(AccessibleRole.TEXT);
        bars.getStyleClass().add("latency-bars");
        figures.getStyleClass().add("latency-figures");
        axis.getStyleClass().add("latency-axis");
        for (var text : List.of(figures, axis)) {
            text.setManaged(false);
            text.setTextOrigin(VPos.TOP);
            text.fontProperty().bind(title.fontProperty());
        }
        bars.setManaged(false);
        getChildren().setAll(title, bars, axis, figures);
    }

    /** @param spread null if nothing is measured */
    void show(LatencySpread spread) {
        boolean none = spread == null || spread.count() == 0;
        String text = none ? "not seen yet" : "50 %  " + Format.nanos(spread.percentileNanos(50)) + "\n90 %  " + Format.nanos(spread.percentileNanos(90))
                + "\n99 %  " + Format.nanos(spread.percentileNanos(99)) + "\nmost  " + Format.nanos(spread.highestNanos());
        figures.setText(text);
        counts = none ? new long[Long.SIZE] : spread.byPowerOfTwo();
        first = FIRST;
        last = LAST;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) continue;
            first = Math.min(first, i);
            last = Math.max(last, i);
        }
        setAccessibleText(name + (none ? ": not seen yet" : ", " + Format.plural(spread.count(), "time") + ": " + text.replaceAll("\\s+", " ")));
        draw();
    }

    private double line() { return Math.round(LINE * title.getFont().getSize()); }

    @Override protected double computeMinWidth(double height) { return Math.round((FIGURES + LEAST_HISTOGRAM) * title.getFont().getSize()); }

    @Override protected double computePrefWidth(double height) { return Math.round((FIGURES + HISTOGRAM) * title.getFont().getSize()); }

    @Override protected double computePrefHeight(double width) { return snappedTopInset() + snappedBottomInset() + 5 * line(); }

    @Override protected void layoutChildren() {
        title.resizeRelocate(snappedLeftInset(), snappedTopInset(), getWidth() - snappedLeftInset() - snappedRightInset(), line());
        draw();
    }

    private void draw() {
        double em = title.getFont().getSize();
        double left = snappedLeftInset();
        double top = snappedTopInset() + line();
        double right = getWidth() - snappedRightInset() - FIGURES * em;
        double bottom = getHeight() - snappedBottomInset() - line();
        boolean none = LongStream.of(counts).allMatch(count -> count == 0);
        bars.setVisible(!none);
        figures.setX(none ? left : right + em);
        figures.setY(top);
        axis.setText(none ? "" : Format.nanos(1L << first));
        axis.setX(left);
        axis.setY(bottom);
        long most = 1;
        for (long count : counts) most = Math.max(most, count);
        var points = new ArrayList<Double>();
        points.addAll(List.of(left, bottom));
        double width = (right - left) / (last - first + 1);
        for (int i = first; i <= last; i++) {
            // one among a million is seen too
            double height = counts[i] == 0 ? 0.5 : Math.max(2, (bottom - top) * counts[i] / most);
            double x = left + width * (i - first);
            points.addAll(List.of(x, bottom - height, x + width - 1, bottom - height, x + width - 1, bottom, x + width, bottom));
        }
        bars.getPoints().setAll(points);
    }
}
