package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.Callable;

/** Input and output errors as programs see them: the kind {@code io_error} and a message (chapter 4, section 3.3). */
final class IoErrors {
    private static final String NOT_TEXT = "stream did not contain valid UTF-8";

    private IoErrors() {}

    static NostosException other(String detail) { return new NostosException("io_error", "IO error: " + detail); }

    /** @param path as the program wrote it */
    static NostosException of(IOException e, String path) {
        return switch (e) {
            case NoSuchFileException _ -> new NostosException("io_error", "File not found: " + path);
            case AccessDeniedException _ -> new NostosException("io_error", "Permission denied: " + path);
            case FileAlreadyExistsException _ -> other("File exists (os error 17)");
            case DirectoryNotEmptyException _ -> other("Directory not empty (os error 39)");
            case NotDirectoryException _ -> other("Not a directory (os error 20)");
            case CharacterCodingException _ -> other(NOT_TEXT);
            case FileSystemException f -> fromReason(f.getReason() == null ? f.getClass().getSimpleName() : f.getReason());
            default -> fromReason(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
    }

    private static NostosException fromReason(String reason) {
        return switch (reason) {
            case "Is a directory" -> other("Is a directory (os error 21)");
            case "Not a directory" -> other("Not a directory (os error 20)");
            default -> other(reason);
        };
    }

    /** Runs a task, naming its failures. */
    static <T> Callable<T> naming(String path, Callable<T> task) {
        return () -> {
            try {
                return task.call();
            } catch (IOException e) {
                throw of(e, path);
            }
        };
    }

    /** Text of bytes that must be UTF-8. */
    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    }
}
