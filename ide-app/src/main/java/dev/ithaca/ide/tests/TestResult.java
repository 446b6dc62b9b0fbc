package dev.ithaca.ide.tests;

import java.nio.file.Path;

/**
 * How a test block, or a program that states what must come of it, did.
 *
 * @param name of the file, as people know it
 * @param title of the test block; empty for the program as a whole
 * @param line 1-based place to look at
 * @param problem null if it passed
 */
public record TestResult(String name, String title, Path file, int line, String problem) {
    public boolean passed() { return problem == null; }
}
