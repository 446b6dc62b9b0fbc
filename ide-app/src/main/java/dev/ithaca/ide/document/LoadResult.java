package dev.ithaca.ide.document;

import java.nio.file.Path;

/** What reading a file gave: its text, or the reason why it cannot be edited, in words for the user. */
sealed interface LoadResult {
    record Loaded(Path file, String text, TextFormat format, DiskStamp stamp) implements LoadResult {}

    record Refused(Path file, String reason) implements LoadResult {}
}
