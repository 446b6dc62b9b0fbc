package dev.ithaca.ide.search;

import dev.ithaca.ide.document.Document;
import java.nio.file.Path;

/**
 * A match in a text.
 *
 * @param file where it is, or null for a text without a file
 * @param document the open text, or null if the file is not open
 * @param name what people call it: the file inside the project
 * @param line 1-based
 * @param column 1-based
 * @param before the line up to the match, shortened at its start if it is long
 * @param after the rest of the line, shortened if it is long
 */
public record Hit(Path file, Document document, String name, int line, int column, String before, String match, String after) {
    private static final int CONTEXT = 160;

    static Hit of(Path file, Document document, String name, String text, SearchQuery.Match match, int line) {
        int start = text.lastIndexOf('\n', match.start() - 1) + 1;
        int end = text.indexOf('\n', match.start());
        int lineEnd = end < 0 ? text.length() : end;
        int matchEnd = Math.min(match.end(), lineEnd);
        String before = text.substring(Math.max(start, match.start() - CONTEXT), match.start()).stripLeading();
        String after = text.substring(matchEnd, Math.min(lineEnd, matchEnd + CONTEXT));
        return new Hit(file, document, name, line, match.start() - start + 1, before, text.substring(match.start(), Math.min(matchEnd, match.start() + CONTEXT)), after);
    }
}
