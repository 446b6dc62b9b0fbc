package dev.ithaca.ide.editor;

import java.util.List;

/** Finds the partner of the bracket at the caret. */
final class Brackets {
    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";
    private static final int MAX_DISTANCE = 100_000;

    private Brackets() {}

    /** Both brackets if one stands before or after the caret and has a partner, else none. */
    static List<Overlay.Range> pairAt(String text, int caret, TokenMap tokens) {
        for (int at : new int[] {caret - 1, caret}) {
            if (at < 0 || at >= text.length() || !tokens.isCode(at)) continue;
            int partner = partner(text, at, tokens);
            if (partner >= 0) return List.of(new Overlay.Range(at, at + 1), new Overlay.Range(partner, partner + 1));
        }
        return List.of();
    }

    private static int partner(String text, int at, TokenMap tokens) {
        char bracket = text.charAt(at);
        boolean forward = OPEN.indexOf(bracket) >= 0;
        if (!forward && CLOSE.indexOf(bracket) < 0) return -1;
        char other = forward ? CLOSE.charAt(OPEN.indexOf(bracket)) : OPEN.charAt(CLOSE.indexOf(bracket));
        int step = forward ? 1 : -1;
        int depth = 0;
        for (int i = at; i >= 0 && i < text.length() && Math.abs(i - at) < MAX_DISTANCE; i += step) {
            char c = text.charAt(i);
            if ((c == bracket || c == other) && tokens.isCode(i)) {
                depth += c == bracket ? 1 : -1;
                if (depth == 0) return i;
            }
        }
        return -1;
    }
}
