package dev.ithaca.ide.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A file or folder of the project as it was when last looked at. */
public record FileNode(Path path, boolean folder, List<FileNode> children) {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_FILES = 5_000;
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "build", "out");

    public String name() { return path.getFileName() == null ? path.toString() : path.getFileName().toString(); }

    /** Reads a folder and what is below it; hidden and generated things are left out, and very large trees are cut. */
    static FileNode scan(Path folder) { return new Scanner().folder(folder, 0); }

    /** All files below, in tree order. */
    public Stream<FileNode> files() { return folder ? children.stream().flatMap(FileNode::files) : Stream.of(this); }

    private static final class Scanner {
        private int found;

        FileNode folder(Path folder, int depth) {
            List<FileNode> children = new ArrayList<>();
            if (depth < MAX_DEPTH) {
                try (Stream<Path> entries = Files.list(folder)) {
                    for (Path entry : entries.filter(Scanner::shown).sorted(Comparator.comparing((Path path) -> Files.isRegularFile(path)).thenComparing(Path::compareTo)).toList()) {
                        if (++found > MAX_FILES) break;
                        children.add(Files.isDirectory(entry) ? folder(entry, depth + 1) : new FileNode(entry, false, List.of()));
                    }
                } catch (IOException unreadable) {
                    return new FileNode(folder, true, List.of());
                }
            }
            return new FileNode(folder, true, children);
        }

        private static boolean shown(Path entry) {
            String name = entry.getFileName().toString();
            return !name.startsWith(".") && !SKIPPED.contains(name);
        }
    }
}
