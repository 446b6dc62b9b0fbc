package dev.ithaca.ide.dialog;

import dev.ithaca.vm.recording.StateSaver;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Asks with the platform's dialogs, over a window. */
public final class StageDialogs implements Dialogs {
    private static final FileChooser.ExtensionFilter NOSTOS = new FileChooser.ExtensionFilter("Nostos programs", "*.nos", "*.toml");
    private static final FileChooser.ExtensionFilter RECORDINGS = new FileChooser.ExtensionFilter("Recordings of processes", "*" + StateSaver.ENDING);
    private static final FileChooser.ExtensionFilter ANY = new FileChooser.ExtensionFilter("All files", "*.*");

    private final Stage stage;
    private final Supplier<Optional<Path>> workFolder;
    private File lastFolder;

    /** @param workFolder where choosing a file starts, if the user works in a folder */
    public StageDialogs(Stage stage, Supplier<Optional<Path>> workFolder) {
        this.stage = stage;
        this.workFolder = workFolder;
    }

    /** The folder the user works in, the last one chosen, or home; JavaFX refuses to start in one that is gone. */
    private File startFolder() {
        return Stream.of(workFolder.get().map(Path::toFile).orElse(null), lastFolder, new File(System.getProperty("user.home")))
                .filter(folder -> folder != null && folder.isDirectory()).findFirst().orElse(null);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(NOSTOS, RECORDINGS, ANY);
        chooser.setInitialDirectory(startFolder());
        return chooser;
    }

    private Optional<Path> remembered(File chosen) {
        if (chosen == null) return Optional.empty();
        lastFolder = chosen.isDirectory() ? chosen : chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    @Override public Optional<Path> chooseFile() { return remembered(chooser("Open a file").showOpenDialog(stage)); }

    @Override public Optional<Path> chooseTarget(String name) {
        FileChooser chooser = chooser("Save as");
        chooser.setInitialFileName(name);
        if (name.endsWith(StateSaver.ENDING)) chooser.setSelectedExtensionFilter(RECORDINGS);
        return remembered(chooser.showSaveDialog(stage));
    }

    @Override public Optional<Path> chooseRecording() {
        FileChooser chooser = chooser("Open a recording");
        chooser.setSelectedExtensionFilter(RECORDINGS);
        return remembered(chooser.showOpenDialog(stage));
    }

    @Override public Optional<Path> chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder");
        chooser.setInitialDirectory(startFolder());
        return remembered(chooser.showDialog(stage));
    }

    @Override public Unsaved askUnsaved(List<String> names) {
        ButtonType save = new ButtonType(names.size() == 1 ? "Save" : "Save all", ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType("Don't save", ButtonBar.ButtonData.NO);
        Alert alert = new Alert(Alert.AlertType.NONE, String.join("\n", names), save, discard, ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setTitle("Ithaca");
        alert.setHeaderText(names.size() == 1 ? "This text has unsaved changes." : "These texts have unsaved changes.");
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override public Optional<String> askName(String question, String initial) {
        TextInputDialog dialog = new TextInputDialog(initial);
        dialog.initOwner(stage);
        dialog.setTitle("Ithaca");
        dialog.setHeaderText(question);
        dialog.setGraphic(null);
        int ending = initial.lastIndexOf('.');
        // the name without its ending is what one wants to type over
        dialog.setOnShown(event -> dialog.getEditor().selectRange(0, ending > 0 ? ending : initial.length()));
        return dialog.showAndWait();
    }

    @Override public boolean confirm(String question, String more, String action) {
        ButtonType agree = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.NONE, more, agree, ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setTitle("Ithaca");
        alert.setHeaderText(question);
        return alert.showAndWait().filter(agree::equals).isPresent();
    }
}
