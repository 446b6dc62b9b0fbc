package dev.ithaca.ide.document;

import java.util.List;

/** A message shown in place, never in a dialog, with what the user can do about it. */
public record Notice(Kind kind, String text, List<Choice> choices) {
    /** A hint answers what the user just did and goes away by itself; the others stay until they are dismissed. */
    public enum Kind { HINT, INFO, WARNING, ERROR }

    public record Choice(String label, Runnable body) {}

    public Notice { choices = List.copyOf(choices); }

    public static Notice hint(String text) { return new Notice(Kind.HINT, text, List.of()); }

    public static Notice info(String text) { return new Notice(Kind.INFO, text, List.of()); }

    public static Notice error(String text) { return new Notice(Kind.ERROR, text, List.of()); }
}
