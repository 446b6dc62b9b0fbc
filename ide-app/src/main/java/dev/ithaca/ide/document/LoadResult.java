package dev.ithaca.ide.document;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** What reading a file gave: its text, or the reason why it cannot be edited, in words for the user. */
sealed interface LoadResult {
    record Loaded(Path file, String text, TextFormat format, DiskStamp stamp) implements LoadResult {}

    /** Text, but not in the encoding that was tried. @param others encodings it may be in */
    record Undecoded(Path file, String reason, List<Charset> others) implements LoadResult {}

    record Refused(Path file, String reason) implements LoadResult {}
}
