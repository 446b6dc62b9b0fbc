package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.Trend;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineJoin;

/** The last rates of reductions as a small line, by order of magnitude, the latest on the right. */
final class TrendCell extends ProcessCell {
    /** In sizes of the font. */
    private static final double WIDTH = 3.7;
    private static final double HEIGHT = 1.08;

    private static final long UNKNOWN = -1;

    private final Polyline line = new Polyline();
    /** Keeps its size, so that lines of different height stand on the same ground. */
    private final Pane box = new Pane();
    private long drawn = UNKNOWN;

    TrendCell(ObservableValue<Listing> shown) {
        super(Column.TREND, shown);
        line.getStyleClass().add("trend-line");
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setManaged(false);
        box.getChildren().setAll(line);
        fontProperty().addListener((o, before, now) -> fit());
        fit();
    }

    private void fit() {
        double em = getFont().getSize();
        box.setMinSize(WIDTH * em, HEIGHT * em);
        box.setMaxSize(WIDTH * em, HEIGHT * em);
        draw(drawn);
    }

    @Override void show(Listing listing, int position) {
        setText(null);
        int row = listing.row(position);
        if (row < 0) {
            setGraphic(null);
            return;
        }
        long trend = listing.sample().trend(row);
        setAccessibleText("trend " + Column.TREND.text(listing.sample(), row));
        if (trend != drawn) draw(trend);
        if (getGraphic() == null) setGraphic(box);
    }

    private void draw(long trend) {
        drawn = trend;
        if (trend == UNKNOWN) return;
        double em = getFont().getSize();
        Double[] points = new Double[2 * Trend.LENGTH];
        for (int i = 0; i < Trend.LENGTH; i++) {
            points[2 * i] = WIDTH * em * i / (Trend.LENGTH - 1);
            points[2 * i + 1] = HEIGHT * em * (1 - (double) Trend.levelAt(trend, Trend.LENGTH - 1 - i) / Trend.TOP);
        }
        line.getPoints().setAll(points);
    }
}
