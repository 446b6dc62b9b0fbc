package dev.ithaca.ide.document;

import dev.ithaca.vm.project.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes source files; refuses what an editor of source text cannot show. */
final class TextFiles {
    /** Larger files are not source text anyone wrote; the compiler refuses them, too. */
    static final long MAX_BYTES = SourceReader.MAX_BYTES;

    /** What text that is not UTF-8 most often is. */
    private static final List<Charset> OTHERS = List.of(Charset.forName("windows-1252"), Charset.forName("ISO-8859-15"));

    private TextFiles() {}

    /** Reads a file as UTF-8, or as UTF-16 if it says so itself. */
    static LoadResult load(Path file) { return load(file, StandardCharsets.UTF_8); }

    static LoadResult load(Path file, Charset charset) {
        try {
            Optional<DiskStamp> stamp = DiskStamp.of(file);
            if (stamp.isEmpty()) return refused(file, "does not exist. It may have been moved or deleted.");
            if (Files.isDirectory(file)) return refused(file, "is a folder. Use Open Folder for it.");
            if (stamp.get().size() > MAX_BYTES) {
                return refused(file, "is " + megabytes(stamp.get().size()) + " MB large. Ithaca edits source files up to "
                        + megabytes(MAX_BYTES) + " MB.");
            }
            return decode(file, Files.readAllBytes(file), charset, stamp.get());
        } catch (AccessDeniedException denied) {
            return refused(file, "may not be read. Check its permissions.");
        } catch (NoSuchFileException gone) {
            return refused(file, "does not exist. It may have been moved or deleted.");
        } catch (IOException unreadable) {
            return refused(file, "cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static LoadResult decode(Path file, byte[] bytes, Charset wanted, DiskStamp stamp) {
        Charset charset = utf16(bytes).orElse(wanted);
        for (int i = 0; i < bytes.length && charset == wanted; i++) {
            if (bytes[i] == 0) return refused(file, "is not text: there is a zero byte at offset " + i + ".");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder().decode(in, out, true);
        if (result.isError()) {
            return new LoadResult.Undecoded(file, file.getFileName() + " is not " + charset + " text: the byte at offset " + in.position()
                    + " does not fit. It was not changed.", OTHERS.stream().filter(other -> !other.equals(charset)).toList());
        }
        String raw = out.flip().toString();
        return new LoadResult.Loaded(file, TextFormat.normalize(raw), TextFormat.of(raw, charset), stamp);
    }

    /** What a file of UTF-16 with a byte order mark is in. */
    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 2 || bytes.length % 2 != 0) return Optional.empty();
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF ? Optional.of(StandardCharsets.UTF_16BE) : mark == 0xFFFE ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    /** Writes the file whole or not at all, keeping its permissions; a link's target is written, not the link. */
    static DiskStamp save(Path file, String text, TextFormat format) throws IOException {
        byte[] bytes = format.encode(text);
        boolean exists = Files.exists(file);
        Path target = exists ? file.toRealPath() : file.toAbsolutePath();
        if (exists && !Files.isWritable(target)) throw new AccessDeniedException(target.toString(), null, "it is read-only");
        Path fresh = Files.createTempFile(target.getParent(), ".ithaca", ".tmp");
        try {
            Files.write(fresh, bytes);
            copyPermissions(exists ? target : null, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return DiskStamp.of(target).orElseThrow(() -> new NoSuchFileException(target.toString()));
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        if (!to.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Set<PosixFilePermission> permissions = from != null ? Files.getPosixFilePermissions(from)
                : Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        Files.setPosixFilePermissions(to, permissions);
    }

    private static LoadResult refused(Path file, String reason) { return new LoadResult.Refused(file, file.getFileName() + " " + reason); }

    private static long megabytes(long bytes) { return (bytes + (1 << 19)) >> 20; }
}
