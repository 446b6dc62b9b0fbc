package dev.ithaca.vm.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the comment block directly above a definition (chapter 1, section 1.2). */
final class DocComments {
    private final SourceFile file;
    private int lastLine = -1;
    private String lastDoc;

    DocComments(SourceFile file) { this.file = file; }

    /** The documentation of a definition that starts at an offset, or null. */
    String above(int offset) {
        int line = file.line(offset);
        if (line != lastLine) {
            lastLine = line;
            lastDoc = read(line - 1);
        }
        return lastDoc;
    }

    private String read(int lastCommentLine) {
        Deque<String> lines = new ArrayDeque<>();
        for (int line = lastCommentLine; line >= 1; line--) {
            String text = file.lineText(line).trim();
            if (text.isEmpty()) continue;
            if (!text.startsWith("#") || text.startsWith("#*") || text.startsWith("#{")) break;
            lines.addFirst(text.substring(1).trim());
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
