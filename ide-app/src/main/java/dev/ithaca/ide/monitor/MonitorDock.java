package dev.ithaca.ide.monitor;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.KeyList;
import dev.ithaca.ide.run.Session;
import dev.ithaca.ide.settings.Settings;
import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.viewmodel.TextExporter;
import java.util.List;
import java.util.function.ObjIntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.StackPane;

/** The place of the process monitor in the window. */
public final class MonitorDock extends StackPane {
    private final ProcessMonitor monitor = new ProcessMonitor();

    /**
     * @param goToSource called with a source name and a line
     * @param openTest called with the name and the text of a test that was written
     */
    public MonitorDock(ObjIntConsumer<String> goToSource, TextExporter openTest, Settings settings) {
        setId("monitor");
        setMinWidth(280);
        monitor.setOnGoToSource(goToSource::accept);
        monitor.setOnTest(openTest);
        monitor.remember(new StoredMonitorSettings(settings));
        getChildren().add(monitor);
    }

    /** Shows the processes of a run; null for none. */
    public void watch(Session session) { monitor.setInspector(session == null ? null : session.machine().inspector()); }

    public ObjectProperty<Long> selectedPidProperty() { return monitor.selectedPidProperty(); }

    public void select(long pid) { monitor.setSelectedPid(pid); }

    /** Shows the processes that stand at a line. */
    public void showAt(String sourceName, int line) { monitor.filterTextProperty().set(inFile(sourceName) + " line=" + line); }

    /** Shows the processes that execute a function. */
    public void showIn(String sourceName, String function) { monitor.filterTextProperty().set(inFile(sourceName) + " fn:" + function); }

    private static String inFile(String sourceName) { return "file:\"" + sourceName + "\""; }

    /** A folded monitor costs nothing. */
    public void setActive(boolean active) { monitor.setActive(active); }

    public void focusTable() { monitor.focusTable(); }

    public ProcessMonitor control() { return monitor; }

    /** The monitor's commands; their keys stay the monitor's own, valid while the process list has the focus. */
    public List<Action> actions() {
        return monitor.actions().stream().map(action -> Action.of("process." + action.id(), Action.Menu.PROCESS, "", action::run)
                .withLabel(Bindings.createStringBinding(action.text()::getValue, action.text())).when(action.enabled())).toList();
    }

    public List<KeyList.ViewKey> keys() {
        return monitor.actions().stream().filter(action -> !action.keysText().isEmpty())
                .map(action -> new KeyList.ViewKey(action.keysText(), action.text().getValue())).toList();
    }
}
