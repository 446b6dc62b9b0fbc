package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.History;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A figure with its name, its value now, the highest value in sight, and how it went. */
final class ChartCard extends VBox {
    private static final double WIDE = 260;

    private final History history;
    private final DoubleFunction<String> format;
    private final String name;
    private final Label value = new Label();
    private final Label highest = new Label();
    private final Sparkline line = new Sparkline(History.LENGTH);

    ChartCard(String name, History history, DoubleFunction<String> format) {
        this.name = name;
        this.history = history;
        this.format = format;
        getStyleClass().add("chart-card");
        var title = new Label(name);
        title.getStyleClass().add("chart-title");
        title.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("chart-value");
        value.setMinWidth(USE_PREF_SIZE);
        highest.getStyleClass().add("chart-highest");
        highest.setMinWidth(0);
        // where it would be cut short it is better away
        highest.visibleProperty().bind(widthProperty().greaterThan(WIDE));
        highest.managedProperty().bind(highest.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new HBox(8, title, gap, highest, value);
        heading.getStyleClass().add("chart-heading");
        VBox.setVgrow(line, Priority.ALWAYS);
        heading.setAlignment(Pos.BASELINE_RIGHT);
        getChildren().setAll(heading, line);
    }

    void refresh() {
        value.setText(format.apply(history.last()));
        highest.setText("at most " + format.apply(history.highest()));
        line.show(history.values());
        setAccessibleText(name + " " + value.getText());
    }
}
