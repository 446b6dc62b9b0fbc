package dev.ithaca.ide.window;

import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
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
    private final Deque<Path> closed = new ArrayDeque<>();

    /** @param showProject called when a folder was opened */
    Opener(Documents documents, Project project, Settings settings, Dialogs dialogs, Runnable showProject) {
        this.documents = documents;
        this.project = project;
        this.settings = settings;
        this.dialogs = dialogs;
        this.showProject = showProject;
        documents.open().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) change.getRemoved().forEach(document -> document.path().ifPresent(this::closed));
        });
    }

    private void closed(Path file) {
        closed.remove(file);
        closed.push(file);
        if (closed.size() > MAX_CLOSED) closed.removeLast();
    }

    /** Opens a folder as the project, or a file in the editor; says so in place if it is neither. */
    void open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) openFolder(absolute);
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
