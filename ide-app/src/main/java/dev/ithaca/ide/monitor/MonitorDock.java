package dev.ithaca.ide.monitor;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.KeyList;
import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.run.Session;
import dev.ithaca.ide.settings.Settings;
import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.viewmodel.TextExporter;
import dev.ithaca.vm.recording.StateSaver;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** The place of the process monitor in the window. */
public final class MonitorDock extends StackPane {
    private final ProcessMonitor monitor = new ProcessMonitor();

    /**
     * @param goToSource called with a source name and a line
     * @param goToFile called with a file and a line, for the sources of a recording
     * @param openTest called with the name and the text of a test that was written
     */
    public MonitorDock(ObjIntConsumer<String> goToSource, ObjIntConsumer<Path> goToFile, TextExporter openTest, Settings settings) {
        setId("monitor");
        setMinWidth(280);
        monitor.setOnGoToSource((name, line) -> recordedFile(name).ifPresentOrElse(file -> goToFile.accept(file, line), () -> goToSource.accept(name, line)));
        setOnDragOver(drag -> {
            if (drag.getDragboard().getFiles().stream().anyMatch(file -> isRecording(file.toPath()))) drag.acceptTransferModes(TransferMode.COPY);
        });
        setOnDragDropped(drag -> {
            Optional<Path> dropped = drag.getDragboard().getFiles().stream().map(File::toPath).filter(MonitorDock::isRecording).findFirst();
            dropped.ifPresent(this::open);
            drag.setDropCompleted(dropped.isPresent());
        });
        monitor.setOnTest(openTest);
        monitor.remember(new StoredMonitorSettings(settings));
        getChildren().add(monitor);
    }

    /** @param running asked for what runs, as the user knows it */
    public void setRecordings(Dialogs dialogs, Supplier<String> running) { monitor.setRecordingFiles(new RecordingDialogs(dialogs, running)); }

    /** Whether a file is to be opened here, and not in the editor. */
    public static boolean isRecording(Path file) { return file.toString().endsWith(StateSaver.ENDING); }

    /** Shows a recording in the place of the machine. */
    public void open(Path recording) { monitor.openRecording(recording); }

    /** Nothing, as a rule: while a recording is shown, a file of the program it is of. */
    private Optional<Path> recordedFile(String sourceName) {
        return Optional.ofNullable(monitor.recordingProperty().get()).flatMap(shown -> RecordedSources.find(shown.recording(), sourceName));
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
