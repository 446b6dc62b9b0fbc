package dev.ithaca.ide.editor;

import dev.ithaca.vm.syntax.Documentation;

/**
 * What a name means.
 *
 * @param signature its type; a line each for overloads
 * @param value what it holds in the process selected in the monitor, or null
 * @param doc or null
 */
public record Explanation(String signature, String value, Documentation doc) {}
