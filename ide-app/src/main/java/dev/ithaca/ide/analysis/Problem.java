package dev.ithaca.ide.analysis;

import dev.ithaca.vm.syntax.Diagnostic;
import java.nio.file.Path;

/**
 * A finding with its place in the editor.
 *
 * @param sourceName null if it has no place
 * @param file null if the text was never saved, or there is no place
 * @param line 1-based, 0 if there is no place
 */
public record Problem(Diagnostic diagnostic, String sourceName, Path file, int line, int column) {
    static Problem of(Diagnostic diagnostic, Assembly assembly) {
        if (diagnostic.file() == null) return new Problem(diagnostic, null, null, 0, 0);
        String name = diagnostic.file().name();
        int start = diagnostic.span().start();
        return new Problem(diagnostic, name, assembly.file(name).orElse(null), diagnostic.file().line(start), diagnostic.file().column(start));
    }

    /** {@code main.nos:14:9}, or empty. */
    public String place() { return line == 0 ? "" : sourceName + ":" + line + ":" + column; }

    /** Message, notes and help, a line each. */
    public String details() {
        StringBuilder text = new StringBuilder(diagnostic.message());
        diagnostic.notes().forEach(note -> text.append('\n').append(note));
        if (diagnostic.help() != null) text.append("\n→ ").append(diagnostic.help());
        return text.toString();
    }
}
