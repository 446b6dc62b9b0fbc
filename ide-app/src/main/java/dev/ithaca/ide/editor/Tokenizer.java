package dev.ithaca.ide.editor;

/** Finds the coloured stretches of a text; called on a background thread. */
@FunctionalInterface
public interface Tokenizer {
    TokenMap tokens(String text);
}
