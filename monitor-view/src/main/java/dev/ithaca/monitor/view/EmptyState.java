package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in place of an empty process list: why it is empty, and the way out if there is one. */
public final class EmptyState extends VBox {
    private final MonitorModel model;
    private final Label text = new Label();
    private final Button clear = new Button("Clear filter");

    public EmptyState(MonitorModel model) {
        this.model = model;
        setId("processes-empty");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        text.setWrapText(true);
        clear.setId("clear-filter");
        clear.getStyleClass().add("small");
        clear.setOnAction(press -> model.arrangement().filterTextProperty().set(""));
        var icon = Icon.action("processes");
        icon.getStyleClass().add("large");
        getChildren().setAll(icon, text, clear);
        model.inspectorProperty().addListener((o, before, now) -> show());
        model.population().listingProperty().addListener((o, before, now) -> show());
        model.population().failureProperty().addListener((o, before, now) -> show());
        show();
    }

    private void show() {
        boolean nothingRuns = model.inspectorProperty().get() == null;
        boolean filtered = !nothingRuns && model.population().listing().sample().size() > 0
                && !model.arrangement().filterTextProperty().get().isBlank();
        boolean failed = model.population().failureProperty().get() != null;
        text.setText(nothingRuns ? "Run, and your processes appear here"
                : model.population().isUnread() ? failed ? "The processes could not be read; still trying" : "Reading the processes …"
                : filtered ? "No process matches “" + model.arrangement().filterTextProperty().get() + "”"
                : "No process is alive");
        Controls.setShown(clear, filtered);
    }
}
