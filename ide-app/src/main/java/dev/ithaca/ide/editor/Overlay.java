package dev.ithaca.ide.editor;

import java.util.Locale;

/** What can lie over coloured text; several can lie over one another. */
enum Overlay {
    OCCURRENCE, HINT, WARNING, ERROR, BRACKET, MATCH, CURRENT_MATCH;

    String styleClass() { return "overlay-" + name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    int bit() { return 1 << ordinal(); }

    /** A range of characters; moves with the text around it. */
    record Range(int start, int end) {
        /** The range after {@code removed} characters at an offset gave way to {@code inserted} others; null if nothing is left. */
        Range after(int at, int removed, int inserted) {
            int newStart = start >= at + removed ? start + inserted - removed : Math.min(start, at);
            int newEnd = end >= at + removed ? end + inserted - removed : Math.min(end, at);
            return newStart < newEnd ? new Range(newStart, newEnd) : null;
        }
    }
}
