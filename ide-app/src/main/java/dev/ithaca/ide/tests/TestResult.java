package dev.ithaca.ide.tests;

import java.nio.file.Path;

/**
 * How one program did against what it says must come of it.
 *
 * @param name its path as people know it
 * @param problem null if it passed
 * @param line 1-based place to look at
 */
public record TestResult(String name, Path file, int line, String problem) {
    public boolean passed() { return problem == null; }
}
