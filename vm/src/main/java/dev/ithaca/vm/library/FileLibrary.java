package dev.ithaca.vm.library;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.Callable;

/** Files (chapter 3, section 11.1). Failures are errors of kind {@code io_error}; only the calling process waits. */
public final class FileLibrary {
    /** The program's own input, which in the IDE is the console and not what the system has under this name. */
    private static final String INPUT = "/dev/stdin";
    /** Longest array there is. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    private FileLibrary() {}

    private static boolean isInput(String path) { return path.equals(INPUT); }

    /** Something done with a path. */
    private interface PathTask { Object run(Path path) throws IOException; }

    private static Object with(Process p, String path, PathTask task) {
        Path resolved = Workspace.of(p).resolve(path);
        return p.await(IoErrors.naming(path, () -> task.run(resolved)));
    }

    private static Object withFile(Process p, long handle, Callable<Object> task) {
        return p.await(IoErrors.naming("handle " + handle, task));
    }

    @NostosFunction(name = "File.readAll", type = "String -> String", suspends = true, complexity = "O(size of the file)",
            doc = "The whole text of a file, which must be UTF-8.",
            example = "File.readAll(\"/no/such\") => throws (\"io_error\", \"File not found: /no/such\")")
    public static Object readAll(Process p, String path) {
        return with(p, path, file -> IoErrors.text(isInput(path) ? new OpenFile(p.machine().input()).read(MAX_BYTES) : Files.readAllBytes(file)));
    }

    @NostosFunction(name = "File.readBytes", type = "String -> List[Int]", suspends = true, complexity = "O(size of the file)",
            doc = "The bytes of a file, each from 0 to 255.",
            example = "{ File.writeAll(\"f1\", \"hi\"); bytes = File.readBytes(\"f1\"); File.remove(\"f1\"); bytes } => [104, 105]")
    public static Object readBytes(Process p, String path) { return with(p, path, file -> Bytes.list(Files.readAllBytes(file))); }

    @NostosFunction(name = "File.writeAll", type = "String, String -> ()", suspends = true, complexity = "O(length of the text)",
            doc = "Makes a text the whole content of a file, which is created if needed.",
            example = "{ File.writeAll(\"f2\", \"hi\"); text = File.readAll(\"f2\"); File.remove(\"f2\"); text } => \"hi\"")
    public static Object writeAll(Process p, String path, String text) { return write(p, path, text, CREATE, WRITE, TRUNCATE_EXISTING); }

    @NostosFunction(name = "File.append", type = "String, String -> ()", suspends = true, complexity = "O(length of the text)",
            doc = "Adds a text at the end of a file, which is created if needed.",
            example = "{ File.append(\"f3\", \"a\"); File.append(\"f3\", \"b\"); text = File.readAll(\"f3\"); File.remove(\"f3\"); text } => \"ab\"")
    public static Object append(Process p, String path, String text) { return write(p, path, text, CREATE, WRITE, APPEND); }

    private static Object write(Process p, String path, String text, OpenOption... options) {
        return with(p, path, file -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), options);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "File.exists", type = "String -> Bool", suspends = true, doc = "Whether a file or directory exists.",
            example = "File.exists(\"/no/such\") => false")
    public static Object exists(Process p, String path) { return with(p, path, file -> Files.exists(file)); }

    @NostosFunction(name = "File.remove", type = "String -> ()", suspends = true, doc = "Removes a file.",
            example = "File.remove(\"no such file\") => throws (\"io_error\", \"File not found: no such file\")")
    public static Object remove(Process p, String path) {
        return with(p, path, file -> {
            if (Files.isDirectory(file)) throw new FileSystemException(path, null, "Is a directory");
            Files.delete(file);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "File.rename", type = "String, String -> ()", suspends = true, doc = "Renames or moves a file, replacing the target.",
            example = "{ File.writeAll(\"f4\", \"\"); File.rename(\"f4\", \"f5\"); found = File.exists(\"f5\"); File.remove(\"f5\"); found } => true")
    public static Object rename(Process p, String from, String to) {
        Path target = Workspace.of(p).resolve(to);
        return with(p, from, file -> {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "File.copy", type = "String, String -> ()", suspends = true, complexity = "O(size of the file)",
            doc = "Copies a file, replacing the target.",
            example = "{ File.writeAll(\"f6\", \"x\"); File.copy(\"f6\", \"f7\"); text = File.readAll(\"f7\"); File.remove(\"f6\"); File.remove(\"f7\"); text } => \"x\"")
    public static Object copy(Process p, String from, String to) {
        Path target = Workspace.of(p).resolve(to);
        return with(p, from, file -> {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "File.size", type = "String -> Int", suspends = true, doc = "The size of a file in bytes.",
            example = "{ File.writeAll(\"f8\", \"abc\"); size = File.size(\"f8\"); File.remove(\"f8\"); size } => 3")
    public static Object size(Process p, String path) { return with(p, path, Files::size); }

    @NostosFunction(name = "File.open", type = "String, String -> Int", suspends = true,
            doc = "Opens a file for reading (\"r\"), writing (\"w\"), appending (\"a\") or both reading and writing (\"rw\"); gives a handle.",
            example = "File.open(\"x\", \"zz\") => throws (\"IOError\", \"Invalid file mode: zz\")")
    public static Object open(Process p, String path, String mode) {
        Set<OpenOption> options = switch (mode) {
            case "r", "read" -> Set.of(READ);
            case "w", "write" -> Set.of(WRITE, CREATE, TRUNCATE_EXISTING);
            case "a", "append" -> Set.of(CREATE, APPEND);
            case "rw", "readwrite" -> Set.of(READ, WRITE, CREATE);
            default -> throw new NostosException("IOError", "Invalid file mode: " + mode);
        };
        return with(p, path, file -> {
            if (Files.isDirectory(file)) throw new FileSystemException(path, null, "Is a directory");
            var opened = new OpenFile(isInput(path) ? p.machine().input() : FileChannel.open(file, options));
            return Workspace.of(p).files().add(p, opened);
        });
    }

    @NostosFunction(name = "File.read", type = "Int, Int -> String", suspends = true, complexity = "O(bytes)",
            doc = "Up to that many bytes from the position of an open file as text; empty at the end.",
            example = "File.read(0 - 1, 5) => throws (\"io_error\", \"Invalid handle\")")
    public static Object read(Process p, long handle, long bytes) {
        OpenFile file = Workspace.of(p).files().get(handle);
        return withFile(p, handle, () -> new String(file.read((int) Math.clamp(bytes, 0, MAX_BYTES)), StandardCharsets.UTF_8));
    }

    @NostosFunction(name = "File.readLine", type = "Int -> String", suspends = true, complexity = "O(length of the line)",
            doc = "The next line of an open file with its newline; the text \"eof\" at the end.",
            example = "{ File.writeAll(\"f9\", \"a\"); file = File.open(\"f9\", \"r\"); lines = [File.readLine(file), File.readLine(file)]; File.close(file); File.remove(\"f9\"); lines } => [\"a\", \"eof\"]")
    public static Object readLine(Process p, long handle) {
        OpenFile file = Workspace.of(p).files().get(handle);
        return withFile(p, handle, () -> {
            byte[] line = file.readLine();
            return line.length == 0 ? "eof" : IoErrors.text(line);
        });
    }

    @NostosFunction(name = "File.write", type = "Int, String -> Int", suspends = true, complexity = "O(length of the text)",
            doc = "Writes a text at the position of an open file; gives the number of bytes.",
            example = "{ file = File.open(\"f10\", \"w\"); count = File.write(file, \"abc\"); File.close(file); File.remove(\"f10\"); count } => 3")
    public static Object write(Process p, long handle, String text) {
        OpenFile file = Workspace.of(p).files().get(handle);
        return withFile(p, handle, () -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            file.write(bytes);
            return (long) bytes.length;
        });
    }

    @NostosFunction(name = "File.flush", type = "Int -> ()", suspends = true, doc = "Makes sure that what was written is on disk.",
            example = "File.flush(0 - 1) => throws (\"io_error\", \"Invalid handle\")")
    public static Object flush(Process p, long handle) {
        OpenFile file = Workspace.of(p).files().get(handle);
        return withFile(p, handle, () -> {
            file.flush();
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "File.close", type = "Int -> ()", suspends = true, doc = "Closes an open file.",
            example = "File.close(0 - 1) => throws (\"io_error\", \"Invalid handle\")")
    public static Object close(Process p, long handle) {
        OpenFile file = Workspace.of(p).files().remove(handle);
        return withFile(p, handle, () -> {
            file.close();
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "File.seek", type = "Int, Int, String -> ()", suspends = true,
            doc = "Moves the position of an open file relative to its \"start\", \"current\" position or \"end\".",
            example = "{ File.writeAll(\"f11\", \"abc\"); file = File.open(\"f11\", \"r\"); File.seek(file, 1, \"start\"); text = File.read(file, 9); File.close(file); File.remove(\"f11\"); text } => \"bc\"")
    public static Object seek(Process p, long handle, long offset, String whence) {
        OpenFile.Whence origin = switch (whence) {
            case "start" -> OpenFile.Whence.START;
            case "current" -> OpenFile.Whence.CURRENT;
            case "end" -> OpenFile.Whence.END;
            default -> throw new NostosException("IOError", "Invalid seek whence: " + whence);
        };
        OpenFile file = Workspace.of(p).files().get(handle);
        return withFile(p, handle, () -> {
            file.seek(offset, origin);
            return Unit.UNIT;
        });
    }
}
