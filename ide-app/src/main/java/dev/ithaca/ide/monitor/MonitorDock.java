package dev.ithaca.ide.monitor;

import dev.ithaca.ide.run.Session;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The place of the process monitor in the window. */
public final class MonitorDock extends StackPane {
    private final ObjectProperty<Long> selectedPid = new SimpleObjectProperty<>();

    public MonitorDock(BiConsumer<String, Integer> goToSource) {
        setId("monitor");
        Label empty = new Label("Run, and your processes appear here.");
        empty.getStyleClass().add("placeholder");
        getChildren().add(empty);
    }

    public void watch(Session session) { }

    public ObjectProperty<Long> selectedPidProperty() { return selectedPid; }

    public void select(long pid) { selectedPid.set(pid); }

    public void showAt(String sourceName, int line) { }

    public void setActive(boolean active) { }

    public void focusTable() { requestFocus(); }
}
