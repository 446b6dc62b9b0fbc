package dev.ithaca.monitor.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeTableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Shares the width of a table out among its columns: those that do not grow get what they were made for, the others what is left.
 * Unlike JavaFX's own policies, which start from the widths there are, it gives the same columns the same widths whatever came
 * before. A column that is dragged keeps its width.
 */
final class ColumnShares implements Callback<ResizeFeatures, Boolean> {
    /** A growing column gives way to this share of its width before the others do. */
    private static final double LEAST_OF_GROWING = 0.6;
    /** And those to this one, if they are wider than {@link #NARROW}. */
    private static final double LEAST_OF_WIDE = 0.8;
    /** Columns up to this width are filled by what is in them. */
    private static final double NARROW = 70;
    /** A column that is dragged together can still be taken hold of. */
    private static final double LEAST_PIXELS = 20;

    private record Width(double pixels, boolean grows) {
        /** Of one that does not grow. */
        double least() { return pixels > NARROW ? LEAST_OF_WIDE * pixels : pixels; }
    }

    private final Map<TreeTableColumn<?, ?>, Width> widths = new LinkedHashMap<>();
    private double scale = 1;

    void add(TreeTableColumn<?, ?> column, double pixels, boolean grows) { widths.put(column, new Width(pixels, grows)); }

    /** Widths are made for a certain size of text, and grow and shrink with it. */
    void scale(double newScale) { scale = newScale; }

    @Override public Boolean call(ResizeFeatures features) {
        if (features.getColumn() != null) drag(features.getColumn(), features.getDelta());
        share(features);
        return true;
    }

    /** What a growing column is to gain the next one loses. */
    private void drag(TreeTableColumn<?, ?> column, double delta) {
        List<TreeTableColumn<?, ?>> shown = shown();
        int at = shown.indexOf(column);
        if (at >= 0 && widths.get(column).grows && at + 1 < shown.size()) widen(shown.get(at + 1), -delta);
        else if (at >= 0) widen(column, delta);
    }

    private void widen(TreeTableColumn<?, ?> column, double delta) {
        Width width = widths.get(column);
        widths.put(column, new Width(Math.max(LEAST_PIXELS, (column.getWidth() + delta) / scale), width.grows));
    }

    private List<TreeTableColumn<?, ?>> shown() { return widths.keySet().stream().filter(TreeTableColumn::isVisible).toList(); }

    private void share(ResizeFeatures features) {
        List<TreeTableColumn<?, ?>> shown = shown();
        double left = features.getContentWidth() - sum(shown, false);
        double wanted = sum(shown, true);
        double lack = Math.max(0, LEAST_OF_GROWING * wanted - left);
        double spare = shown.stream().map(widths::get).filter(w -> !w.grows).mapToDouble(w -> scale * (w.pixels - w.least())).sum();
        double squeezed = spare == 0 ? 0 : Math.min(1, lack / spare);
        left += squeezed * spare;
        for (TreeTableColumn<?, ?> column : shown) {
            Width width = widths.get(column);
            double pixels = width.grows ? Math.max(left, LEAST_OF_GROWING * wanted) * scale * width.pixels / wanted
                    : scale * (width.pixels - squeezed * (width.pixels - width.least()));
            features.setColumnWidth(column, Math.floor(pixels));
        }
    }

    private double sum(List<TreeTableColumn<?, ?>> columns, boolean growing) {
        return columns.stream().map(widths::get).filter(w -> w.grows == growing).mapToDouble(w -> scale * w.pixels).sum();
    }

    /** What is wanted once columns come or go. */
    void share(TreeTableView<?> table) { call(new ResizeFeatures<>(table, null, 0.0)); }
}
