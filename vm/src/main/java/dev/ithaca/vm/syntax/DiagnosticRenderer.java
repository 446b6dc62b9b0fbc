package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a diagnostic for a terminal (chapter 1, section 12.3): message, framed excerpts with marked places, help, notes. */
public final class DiagnosticRenderer {
    private static final int RED = 31;
    private static final int YELLOW = 33;
    private static final int MAGENTA = 35;
    private static final int CYAN = 36;

    private final Paint paint;

    /** @param colour whether to use ANSI colours */
    public DiagnosticRenderer(boolean colour) { this.paint = new Paint(colour); }

    /** A marked place of an excerpt; the first mark of a diagnostic is its own place. */
    record Mark(SourceFile file, Span span, String text, boolean isPrimary) {
        int firstLine() { return file.line(span.start()); }

        /** Line of the last character. */
        int lastLine() { return file.line(Math.max(span.start(), span.end() - 1)); }

        boolean isAtEndOfText() { return span.length() == 0 && span.start() >= file.text().length(); }
    }

    /** The drawing, with a line end after each line. */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        out.append(paint.colour(headColour(diagnostic), word(diagnostic) + ":")).append(' ').append(diagnostic.message()).append('\n');
        if (diagnostic.file() == null) {
            if (diagnostic.help() != null) out.append("Help: ").append(diagnostic.help()).append('\n');
            for (String note : diagnostic.notes()) out.append("Note: ").append(note).append('\n');
            return out.toString();
        }
        List<Mark> marks = marks(diagnostic);
        int width = marks.stream().mapToInt(mark -> Integer.toString(mark.lastLine()).length()).max().orElse(1);
        Excerpt excerpt = new Excerpt(out, paint, width, markColour(diagnostic));
        Mark own = marks.getFirst();
        excerpt.open('╭', diagnostic.file(), own.span().start());
        boolean first = true;
        for (Map.Entry<SourceFile, List<Mark>> group : byFile(marks).entrySet()) {
            if (!first) excerpt.open('├', group.getKey(), group.getValue().getFirst().span().start());
            excerpt.draw(group.getValue());
            first = false;
        }
        boolean indented = own.lastLine() > own.firstLine();
        if (own.isAtEndOfText() && marks.size() == 1) excerpt.blank("");
        if (diagnostic.help() != null) excerpt.remark("Help", diagnostic.help(), indented);
        for (String note : diagnostic.notes()) excerpt.remark("Note", note, indented);
        excerpt.close();
        return out.toString();
    }

    private static List<Mark> marks(Diagnostic diagnostic) {
        List<Mark> marks = new ArrayList<>();
        // further lines of a message stand in the title; here they would break the frame
        marks.add(new Mark(diagnostic.file(), diagnostic.span(), diagnostic.message().lines().findFirst().orElse(""), true));
        for (Diagnostic.Label label : diagnostic.labels()) {
            marks.add(new Mark(label.file(), label.span(), label.text(), false));
        }
        return marks;
    }

    private static Map<SourceFile, List<Mark>> byFile(List<Mark> marks) {
        Map<SourceFile, List<Mark>> groups = new LinkedHashMap<>();
        for (Mark mark : marks) groups.computeIfAbsent(mark.file(), _ -> new ArrayList<>()).add(mark);
        groups.values().forEach(group -> group.sort(Comparator.comparingInt(mark -> mark.span().start())));
        return groups;
    }

    private static String word(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case HINT -> "Hint";
        };
    }

    private static int headColour(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case HINT -> CYAN;
        };
    }

    private static int markColour(Diagnostic diagnostic) {
        if (!diagnostic.isError()) return headColour(diagnostic);
        return switch (diagnostic.phase()) {
            case PARSE -> RED;
            case COMPILE -> MAGENTA;
            case RUNTIME -> YELLOW;
        };
    }
}
