package dev.ithaca.vm.syntax;

/**
 * Finds where strings and their interpolations end. Quotes and braces may nest inside {@code ${...}} to any sensible
 * depth. A work budget keeps the search linear on hostile text: when it is spent, {@code ${} is ordinary text.
 */
final class InterpolationScanner {
    private static final int MAX_NESTING = 24;

    private final CharSequence text;
    private long budget;

    InterpolationScanner(CharSequence text) {
        this.text = text;
        this.budget = 16L * text.length() + 1000;
    }

    /** Index of the quote that ends the double-quoted string opened at {@code open}, or -1. */
    int closingQuote(int open) { return closingQuote(open, 0); }

    private int closingQuote(int open, int depth) {
        int length = text.length();
        int i = open + 1;
        while (i < length) {
            // The outermost string goes on without a budget; it only stops seeing interpolations.
            if (--budget < 0 && depth > 0) return -1;
            switch (text.charAt(i)) {
                case '\\' -> i += 2;
                case '"' -> { return i; }
                case '$' -> {
                    int end = startsRegion(i) ? regionEnd(i + 2, depth + 1) : -1;
                    i = end < 0 ? i + 1 : end + 1;
                }
                default -> i++;
            }
        }
        return -1;
    }

    private boolean startsRegion(int i) { return i + 1 < text.length() && text.charAt(i + 1) == '{'; }

    /** Index of the brace that ends the interpolation whose code starts at {@code start}, or -1. */
    private int regionEnd(int start, int depth) {
        if (depth > MAX_NESTING) return -1;
        int length = text.length();
        int open = 1;
        int i = start;
        while (i < length) {
            if (--budget < 0) return -1;
            switch (text.charAt(i)) {
                case '\\' -> i += 2;
                case '{' -> { open++; i++; }
                case '}' -> {
                    if (--open == 0) return i;
                    i++;
                }
                case '"' -> {
                    int end = closingQuote(i, depth + 1);
                    i = end < 0 ? i + 1 : end + 1;
                }
                case '\'' -> {
                    int end = closingApostrophe(i);
                    i = end < 0 ? i + 1 : end + 1;
                }
                default -> i++;
            }
        }
        return -1;
    }

    private int closingApostrophe(int open) {
        int i = open + 1;
        while (i < text.length()) {
            if (--budget < 0) return -1;
            char c = text.charAt(i);
            if (c == '\'') return i;
            i += c == '\\' ? 2 : 1;
        }
        return -1;
    }

    /**
     * The end of an interpolation in unescaped text: by nesting of quotes and braces, or where that finds none (an
     * apostrophe in prose), by braces alone. -1 if there is no matching brace.
     */
    int splitRegion(int start) {
        int end = regionEnd(start, 1);
        return end >= 0 ? end : braceEnd(start);
    }

    private int braceEnd(int start) {
        int open = 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') open++;
            else if (c == '}' && --open == 0) return i;
        }
        return -1;
    }
}
