package dev.ithaca.ide.project;

import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Making, renaming and deleting files of the project. Open texts go along with their files. JavaFX thread. */
public final class FileOperations {
    private final Documents documents;
    private final Project project;
    private final Dialogs dialogs;
    private final Trash trash;
    private final Background background;
    private final Consumer<Path> open;

    /** @param open called with a file that was made */
    public FileOperations(Documents documents, Project project, Dialogs dialogs, Trash trash, Background background, Consumer<Path> open) {
        this.documents = documents;
        this.project = project;
        this.dialogs = dialogs;
        this.trash = trash;
        this.background = background;
        this.open = open;
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does something on the disk in the background; tells what went wrong, or looks at the disk again and goes on. */
    private void onDisk(String failure, Work work, Runnable then) {
        background.disk().execute(() -> {
            try {
                work.run();
                FxThread.run(() -> {
                    project.refresh();
                    then.run();
                });
            } catch (IOException failed) {
                FxThread.run(() -> documents.noticeProperty().set(Notice.error(failure + ": " + reason(failed) + ".")));
            }
        });
    }

    private static String reason(IOException failed) {
        if (failed instanceof FileAlreadyExistsException) return "there is one already";
        return failed instanceof FileSystemException f && f.getReason() != null ? f.getReason() : String.valueOf(failed.getMessage());
    }

    /** Asks for a name and makes a file in a folder, then opens it. A name without an ending becomes a Nostos file. */
    public void newFile(Path folder) {
        name("New file in " + folder.getFileName(), "untitled.nos").ifPresent(name -> {
            Path file = folder.resolve(name.contains(".") ? name : name + ".nos");
            onDisk(name + " was not made", () -> {
                Files.createDirectories(file.getParent());
                Files.createFile(file);
            }, () -> open.accept(file));
        });
    }

    public void newFolder(Path folder) {
        name("New folder in " + folder.getFileName(), "folder").ifPresent(name ->
                onDisk(name + " was not made", () -> Files.createDirectory(folder.resolve(name)), () -> {}));
    }

    public void rename(Path path) {
        String old = path.getFileName().toString();
        name("Rename " + old, old).filter(name -> !name.equals(old)).ifPresent(name -> {
            Path target = path.resolveSibling(name);
            onDisk(old + " was not renamed", () -> {
                if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
                Files.move(path, target);
            }, () -> below(path).forEach(document -> document.moved(target.resolve(path.relativize(document.path().orElseThrow())))));
        });
    }

    /** Asks, then moves a file or folder to the trash and closes its texts. */
    public void delete(Path path) {
        if (!dialogs.confirm("Move " + path.getFileName() + " to the trash?", Files.isDirectory(path) ? "Everything in the folder goes with it." : "", "Move to trash")) return;
        List<Document> gone = below(path);
        onDisk(path.getFileName() + " was not deleted", () -> trash.take(path), () -> gone.forEach(documents::close));
    }

    /** The open texts of a file or of the files in a folder. */
    private List<Document> below(Path path) {
        return documents.open().stream().filter(document -> document.path().filter(file -> file.startsWith(path)).isPresent()).toList();
    }

    private Optional<String> name(String question, String initial) {
        return dialogs.askName(question, initial).map(String::strip).filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."));
    }
}
