package dev.ithaca.ide.analysis;

import dev.ithaca.vm.service.Occurrence;
import java.nio.file.Path;

/**
 * A place where a name is used.
 *
 * @param file null for the text that was asked about, if it was never saved
 * @param line 1-based
 * @param column 1-based, in code points
 * @param lineText without blanks around it
 * @param declaration whether the thing is declared here
 */
public record Usage(String sourceName, Path file, int line, int column, String lineText, boolean declaration) {
    static Usage of(Occurrence o, Assembly assembly) {
        return new Usage(o.file(), assembly.file(o.file()).orElse(null), o.line(), o.column(), o.lineText(), o.declaration());
    }

    /** {@code main.nos:14:9}. */
    public String place() { return sourceName + ":" + line + ":" + column; }
}
