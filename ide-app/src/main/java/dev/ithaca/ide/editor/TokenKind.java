package dev.ithaca.ide.editor;

import java.util.Locale;

/** How a stretch of source text is coloured. */
public enum TokenKind {
    KEYWORD, TYPE, FUNCTION, NUMBER, STRING, COMMENT, OPERATOR;

    String styleClass() { return "token-" + name().toLowerCase(Locale.ROOT); }
}
