package dev.ithaca.vm.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads source files as text and says in plain words why one cannot be read. */
public final class SourceReader {
    /** Longest source file that is accepted, in bytes. Far beyond any hand-written module. */
    public static final long MAX_BYTES = 4L << 20;

    private SourceReader() {}

    public static String read(Path file) throws LoadException {
        try {
            if (Files.isDirectory(file)) throw new LoadException("Error reading file '" + file + "': it is a folder");
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new LoadException("Error reading file '%s': it is too large for a source file (%.1f MB; the limit is %d MB)"
                        .formatted(file, size / 1048576.0, MAX_BYTES >> 20));
            }
            return decode(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new LoadException("Error reading file '" + file + "': no such file");
        } catch (AccessDeniedException e) {
            throw new LoadException("Error reading file '" + file + "': permission denied");
        } catch (IOException e) {
            throw new LoadException("Error reading file '" + file + "': " + e.getMessage());
        }
    }

    private static String decode(Path file, byte[] bytes) throws LoadException {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) throw notText(file, "a zero byte at offset " + i);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            // Some editors mark UTF-8 with a byte order mark, which belongs to the file and not to the text.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notText(file, "bytes that are not UTF-8");
        }
    }

    private static LoadException notText(Path file, String why) {
        return new LoadException("Error reading file '" + file + "': it is not a text file (" + why + ")");
    }
}
