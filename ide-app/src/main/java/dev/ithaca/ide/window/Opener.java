package dev.ithaca.ide.window;

import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.monitor.MonitorDock;
import dev.ithaca.ide.project.Examples;
import dev.ithaca.ide.project.FileNode;
import dev.ithaca.ide.project.Project;
import dev.ithaca.ide.project.ProjectView;
import dev.ithaca.ide.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;

/** Opens files, folders and examples, and remembers which. */
final class Opener {
    private static final String RECENT = "recent";
    private static final int MAX_CLOSED = 20;

    private final Documents documents;
    private final Project project;
    private final Settings settings;
    private final Dialogs dialogs;
    private final Runnable showProject;
    private final Consumer<Path> showRecording;
    private final Deque<Path> closed = new ArrayDeque<>();

    /**
     * @param showProject called when a folder was opened
     * @param showRecording called with a file that the monitor is to show
     */
    Opener(Documents documents, Project project, Settings settings, Dialogs dialogs, Runnable showProject, Consumer<Path> showRecording) {
        this.documents = documents;
        this.project = project;
        this.settings = settings;
        this.dialogs = dialogs;
        this.showProject = showProject;
        this.showRecording = showRecording;
        documents.open().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) change.getRemoved().forEach(document -> document.path().ifPresent(this::closed));
        });
    }

    private void closed(Path file) {
        closed.remove(file);
        closed.push(file);
        if (closed.size() > MAX_CLOSED) closed.removeLast();
    }

    /** Opens a folder as the project, a recording in the monitor, another file in the editor; says so in place if it is none of them. */
    void open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) openFolder(absolute);
        else if (MonitorDock.isRecording(absolute)) showRecording.accept(absolute);
        else documents.open(absolute).thenAccept(opened -> opened.ifPresent(document -> remember(absolute)));
    }

    private void openFolder(Path folder) {
        if (!project.open(folder)) return;
        remember(folder);
        showProject.run();
        Path main = folder.resolve("main.nos");
        if (Files.exists(main)) documents.open(main);
    }

    private void remember(Path path) {
        settings.remember(RECENT, path.toString());
        settings.save();
    }

    /** Files and folders opened before that still exist, the last one first. */
    List<Path> recent() { return settings.texts(RECENT).stream().map(Path::of).filter(Files::exists).toList(); }

    /** Opens the file that was closed last once more. */
    void reopen() { Optional.ofNullable(closed.poll()).filter(Files::exists).ifPresent(this::open); }

    void open(Examples.Example example) {
        documents.open().stream().filter(document -> document.path().isEmpty() && document.name().equals(example.name())).findFirst()
                .ifPresentOrElse(documents.activeProperty()::set, () -> documents.openText(example.name(), example.text()));
    }

    void open(ProjectView.Entry entry) {
        switch (entry) {
            case ProjectView.Entry.OnDisk(FileNode node) when !node.folder() -> open(node.path());
            case ProjectView.Entry.Sample(Examples.Example example) -> open(example);
            case ProjectView.Entry other -> { }
        }
    }

    void chooseFile() { dialogs.chooseFile().ifPresent(this::open); }

    void chooseFolder() { dialogs.chooseFolder().ifPresent(this::open); }
}
