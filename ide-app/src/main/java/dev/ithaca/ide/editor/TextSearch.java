package dev.ithaca.ide.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plain text search. */
final class TextSearch {
    /** More matches than anyone steps through; the count then ends in a plus. */
    static final int MAX_MATCHES = 10_000;

    private TextSearch() {}

    static List<Overlay.Range> find(String text, String query, boolean matchCase) {
        List<Overlay.Range> found = new ArrayList<>();
        if (query.isEmpty()) return found;
        // lower-casing with ROOT keeps offsets for all but a few characters that change length; those are compared as they are
        String where = matchCase ? text : foldCase(text);
        String what = matchCase ? query : foldCase(query);
        for (int at = where.indexOf(what); at >= 0 && found.size() < MAX_MATCHES; at = where.indexOf(what, at + what.length())) {
            found.add(new Overlay.Range(at, at + what.length()));
        }
        return found;
    }

    private static String foldCase(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.length() == text.length() ? folded : text;
    }
}
