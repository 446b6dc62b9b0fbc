package dev.ithaca.monitor.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Keys with what they do, in as many columns side by side as are easy to read, down the first and then down the next. */
final class KeyGrid extends GridPane {
    /** Of a column with its keys, in sizes of the font. */
    private static final double COLUMN = 33;
    /** Longer ones go on in the next line. */
    private static final double KEYS = 11;
    private static final double FONT_SIZE = 13;

    private record Entry(Label key, Label text) {}

    private final List<Entry> entries = new ArrayList<>();
    private int columns;

    KeyGrid() { getStyleClass().add("key-grid"); }

    void add(String keys, Label text) {
        var key = new Label(keys);
        key.getStyleClass().add("key-name");
        key.setWrapText(true);
        key.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        key.setLabelFor(text);
        setValignment(key, VPos.TOP);
        setValignment(text, VPos.TOP);
        entries.add(new Entry(key, text));
    }

    @Override public void resize(double width, double height) {
        fit(width);
        super.resize(width, height);
    }

    @Override protected double computePrefHeight(double width) {
        fit(width < 0 ? getWidth() : width);
        return super.computePrefHeight(width);
    }

    private void fit(double width) {
        double em = entries.isEmpty() ? FONT_SIZE : entries.getFirst().text().getFont().getSize();
        int now = Math.clamp((int) (width / (COLUMN * em)), 1, 3);
        if (now == columns) return;
        columns = now;
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            var keys = new ColumnConstraints();
            keys.setMinWidth(KEYS * em);
            keys.setPrefWidth(KEYS * em);
            var what = new ColumnConstraints();
            what.setHgrow(Priority.ALWAYS);
            // all alike, whatever is in them, so that grids below each other stand in the same columns
            what.setPrefWidth(KEYS * em);
            getColumnConstraints().addAll(keys, what);
        }
        int rows = Math.ceilDiv(entries.size(), columns);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            add(entry.key(), 2 * (i / rows), i % rows);
            add(entry.text(), 2 * (i / rows) + 1, i % rows);
        }
    }
}
