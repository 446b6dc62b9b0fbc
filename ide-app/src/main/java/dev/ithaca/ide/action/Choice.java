package dev.ithaca.ide.action;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Something the palette can offer.
 *
 * @param label what is searched and shown
 * @param detail shown beside it, dimmed: a folder, a menu
 * @param key keyboard shortcut, or empty
 */
public record Choice(String label, String detail, String key, Runnable body) {
    /**
     * How well a query fits, lower is better; empty if it does not. The query's letters must occur in order; whole
     * words and beginnings count as better.
     */
    OptionalInt rank(String query) {
        String text = label.toLowerCase(Locale.ROOT);
        String wanted = query.toLowerCase(Locale.ROOT);
        int at = text.indexOf(wanted);
        if (at >= 0) return OptionalInt.of(at == 0 ? 0 : text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '/' ? 1 : 2);
        int next = 0;
        int gaps = 0;
        for (char c : wanted.toCharArray()) {
            int found = text.indexOf(c, next);
            if (found < 0) return OptionalInt.empty();
            gaps += found - next;
            next = found + 1;
        }
        return OptionalInt.of(10 + gaps);
    }
}
