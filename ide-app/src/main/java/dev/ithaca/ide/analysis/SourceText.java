package dev.ithaca.ide.analysis;

import java.nio.file.Path;

/**
 * A text as it stands in the editor.
 *
 * @param name what to call it in messages if it is a program of its own
 * @param file null for a text that was never saved
 */
public record SourceText(String name, Path file, String text) {}
