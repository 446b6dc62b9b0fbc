package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.SourceFile;

/**
 * A place where a name stands for a certain thing.
 *
 * @param file source name
 * @param start offset in its text
 * @param line 1-based
 * @param column 1-based
 * @param lineText without blanks around it
 * @param declaration whether the thing is declared here
 */
public record Occurrence(String file, int start, int end, int line, int column, String lineText, boolean declaration) {
    static Occurrence of(SourceFile file, int start, int end, boolean declaration) {
        int line = file.line(start);
        return new Occurrence(file.name(), start, end, line, file.column(start), file.lineText(line).strip(), declaration);
    }
}
