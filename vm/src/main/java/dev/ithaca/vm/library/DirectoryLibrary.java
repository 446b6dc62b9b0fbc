package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Directories (chapter 3, section 11.2). Failures are errors of kind {@code io_error}. */
public final class DirectoryLibrary {
    private DirectoryLibrary() {}

    private interface PathTask { Object run(Path path) throws IOException; }

    private static Object with(Process p, String path, PathTask task) {
        Path resolved = Workspace.of(p).resolve(path);
        return p.await(IoErrors.naming(path, () -> task.run(resolved)));
    }

    @NostosFunction(name = "Dir.create", type = "String -> ()", suspends = true, doc = "Makes a directory in an existing one.",
            example = "{ Dir.create(\"d1\"); found = Dir.exists(\"d1\"); Dir.remove(\"d1\"); found } => true")
    public static Object create(Process p, String path) {
        return with(p, path, dir -> {
            Files.createDirectory(dir);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "Dir.createAll", type = "String -> ()", suspends = true, doc = "Makes a directory and those above it; existing ones are fine.",
            example = "{ Dir.createAll(\"d2/e\"); found = Dir.exists(\"d2/e\"); Dir.removeAll(\"d2\"); found } => true")
    public static Object createAll(Process p, String path) {
        return with(p, path, dir -> {
            Files.createDirectories(dir);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "Dir.list", type = "String -> List[String]", suspends = true, complexity = "O(number of entries)",
            doc = "The names of a directory's entries, in no particular order.",
            example = "{ Dir.createAll(\"d3/e\"); names = Dir.list(\"d3\"); Dir.removeAll(\"d3\"); names } => [\"e\"]")
    public static Object list(Process p, String path) {
        return with(p, path, dir -> {
            var names = new ListValue.Builder();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
                for (Path entry : entries) names.add(entry.getFileName().toString());
            }
            return names.build();
        });
    }

    @NostosFunction(name = "Dir.remove", type = "String -> ()", suspends = true, doc = "Removes an empty directory.",
            example = "{ Dir.create(\"d4\"); Dir.remove(\"d4\"); Dir.exists(\"d4\") } => false")
    public static Object remove(Process p, String path) {
        return with(p, path, dir -> {
            if (Files.exists(dir) && !Files.isDirectory(dir)) throw new NotDirectoryException(path);
            Files.delete(dir);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "Dir.removeAll", type = "String -> ()", suspends = true, complexity = "O(number of entries)",
            doc = "Removes a directory with everything in it; symbolic links are not followed.",
            example = "{ Dir.createAll(\"d5/e\"); Dir.removeAll(\"d5\"); Dir.exists(\"d5\") } => false")
    public static Object removeAll(Process p, String path) {
        return with(p, path, dir -> {
            Files.walkFileTree(dir, new SimpleFileVisitor<>() {
                @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                    if (problem != null) throw problem;
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "Dir.exists", type = "String -> Bool", suspends = true, doc = "Whether a path is a directory.",
            example = "Dir.exists(\"/no/such\") => false")
    public static Object exists(Process p, String path) { return with(p, path, dir -> Files.isDirectory(dir)); }
}
