package dev.ithaca.ide.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads terminal output: colours and bold become styles, other control sequences are left out. Sequences may be split
 * over several pieces of text. One per stream.
 */
final class AnsiText {
    private static final char ESCAPE = '\u001b';
    private static final List<String> COLOURS = List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
    private static final int LONGEST_SEQUENCE = 64;

    /** @param colour name of one of the eight colours, or null for the usual one */
    record Style(String colour, boolean bold) {
        static final Style PLAIN = new Style(null, false);
    }

    record Run(String text, Style style) {}

    private final StringBuilder unfinished = new StringBuilder();
    private Style style = Style.PLAIN;

    /** The text without control sequences, in runs of one style. */
    List<Run> read(String raw) {
        if (unfinished.isEmpty() && raw.indexOf(ESCAPE) < 0) return raw.isEmpty() ? List.of() : List.of(new Run(raw, style));
        String text = unfinished + raw;
        unfinished.setLength(0);
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int escape = text.indexOf(ESCAPE); escape >= 0; escape = text.indexOf(ESCAPE, from)) {
            add(runs, text.substring(from, escape));
            int end = end(text, escape);
            if (end < 0) {
                unfinished.append(text, escape, text.length());
                return runs;
            }
            if (text.charAt(end - 1) == 'm') select(text.substring(Math.min(escape + 2, end - 1), end - 1));
            from = end;
        }
        add(runs, text.substring(from));
        return runs;
    }

    private void add(List<Run> runs, String text) {
        if (!text.isEmpty()) runs.add(new Run(text, style));
    }

    /** End of the sequence at an escape; -1 if there is more of it to come. */
    private static int end(String text, int escape) {
        if (escape + 1 == text.length()) return -1;
        if (text.charAt(escape + 1) != '[') return escape + 2;
        int limit = Math.min(text.length(), escape + LONGEST_SEQUENCE);
        for (int i = escape + 2; i < limit; i++) {
            char c = text.charAt(i);
            if (c >= '@' && c <= '~') return i + 1;
            if (c < ' ') return i;
        }
        return limit < escape + LONGEST_SEQUENCE ? -1 : limit;
    }

    private void select(String codes) {
        for (String code : codes.split(";")) {
            int number = code.matches("\\d{1,3}") ? Integer.parseInt(code) : 0;
            if (number == 0) style = Style.PLAIN;
            else if (number == 1) style = new Style(style.colour(), true);
            else if (number == 22) style = new Style(style.colour(), false);
            else if (number == 39) style = new Style(null, style.bold());
            else if (number >= 30 && number <= 37) style = new Style(COLOURS.get(number - 30), style.bold());
            else if (number >= 90 && number <= 97) style = new Style(COLOURS.get(number - 90), style.bold());
        }
    }
}
