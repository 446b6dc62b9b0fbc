package dev.ithaca.ide.project;

import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;
import dev.ithaca.ide.task.FxThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open folder and its files, kept up to date with the disk. JavaFX thread. */
public final class Project {
    private static final long PERIOD_MILLIS = 2_500;

    private final ReadOnlyObjectWrapper<FileNode> root = new ReadOnlyObjectWrapper<>();
    private final Conflated<Path, FileNode> scanner;

    public Project(Background background) {
        scanner = new Conflated<>(background.io(), FileNode::scan, this::scanned);
        background.every(PERIOD_MILLIS, () -> FxThread.run(this::refresh));
    }

    /** The folder's tree, or null if no folder is open. */
    public ReadOnlyObjectProperty<FileNode> rootProperty() { return root.getReadOnlyProperty(); }

    public Optional<Path> folder() { return Optional.ofNullable(root.get()).map(FileNode::path); }

    /** @return false if it is not a folder */
    public boolean open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) return false;
        root.set(new FileNode(absolute, true, List.of()));
        refresh();
        return true;
    }

    public void close() { root.set(null); }

    /** Looks at the disk again, in the background. */
    public void refresh() { folder().ifPresent(scanner::submit); }

    private void scanned(FileNode now) {
        if (folder().filter(now.path()::equals).isPresent() && !now.equals(root.get())) root.set(now);
    }
}
