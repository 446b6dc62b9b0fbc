package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.DiagnosticRenderer.Mark;
import java.util.ArrayList;
import java.util.List;

/** The framed source lines of one diagnostic. Columns count code points; a tab is drawn as four blanks. */
final class Excerpt {
    private static final String TAB = "    ";

    private final StringBuilder out;
    private final Paint paint;
    private final int width;
    private final int markColour;

    /** @param width digits of the largest line number shown */
    Excerpt(StringBuilder out, Paint paint, int width, int markColour) {
        this.out = out;
        this.paint = paint;
        this.width = width;
        this.markColour = markColour;
    }

    void open(char corner, SourceFile file, int offset) {
        line(paint.frame(" ".repeat(width + 2) + corner + "─[") + file.name() + ":" + file.line(offset) + ":"
                + file.column(offset) + paint.frame("]"));
        line(paint.frame(" ".repeat(width + 2) + "│"));
    }

    void close() { line(paint.frame("─".repeat(width + 2) + "╯")); }

    void blank(String indent) { gutter(indent); }

    /** A help or note, after an empty row; continuation lines of its text have no gutter. */
    void remark(String word, String text, boolean indented) {
        String indent = indented ? TAB : "";
        blank(indent);
        gutter(indent + paint.remark(word) + ": " + text);
    }

    /** Draws the lines of marks of one file, which are in the order of the text. */
    void draw(List<Mark> marks) {
        int last = -1;
        for (int i = 0; i < marks.size(); ) {
            Mark mark = marks.get(i);
            if (mark.isAtEndOfText()) {
                i++;
                continue;
            }
            int line = mark.firstLine();
            if (last >= 0 && line > last + 1) line(paint.frame(" ".repeat(width + 2) + "┆"));
            if (mark.lastLine() > line && mark.isPrimary()) {
                multiLine(mark);
                last = mark.lastLine();
                i++;
                continue;
            }
            List<Mark> onLine = new ArrayList<>();
            while (i < marks.size() && marks.get(i).firstLine() == line && !(marks.get(i).isPrimary() && marks.get(i).lastLine() > line)) {
                onLine.add(marks.get(i++));
            }
            singleLine(line, onLine);
            last = line;
        }
    }

    // ---- marks within one line --------------------------------------------------------------------------------------

    private void singleLine(int line, List<Mark> marks) {
        SourceFile file = marks.getFirst().file();
        numbered(line, paintedSource(file, line, marks));
        StringBuilder underline = new StringBuilder();
        int end = 0;
        for (Mark mark : marks) {
            int from = column(mark);
            int length = length(mark);
            if (from < end) continue; // overlapping marks share an underline
            underline.append(" ".repeat(from - end));
            underline.append(paint.colour(markColour, length == 0 ? "" : "─".repeat(length / 2) + "┬" + "─".repeat(length - length / 2 - 1)));
            end = from + length;
        }
        if (marks.stream().anyMatch(mark -> length(mark) > 0)) gutter(underline + "  ");
        for (int i = marks.size() - 1; i >= 0; i--) arrow(marks.subList(0, i), marks.get(i), end);
    }

    /** The row with a mark's text, past the bars of the marks to its left. */
    private void arrow(List<Mark> left, Mark mark, int end) {
        StringBuilder row = new StringBuilder();
        int at = 0;
        for (Mark other : left) {
            int stem = column(other) + length(other) / 2;
            if (stem < at || stem >= column(mark) + length(mark) / 2) continue;
            row.append(" ".repeat(stem - at)).append(paint.colour(markColour, "│"));
            at = stem + 1;
        }
        int stem = column(mark) + length(mark) / 2;
        if (stem < at) stem = at;
        int dashes = length(mark) == 0 ? 1 : Math.max(end + 1 - stem, 1);
        row.append(" ".repeat(stem - at)).append(paint.colour(markColour, "╰" + "─".repeat(dashes)));
        gutter(row + " " + mark.text());
    }

    private String paintedSource(SourceFile file, int line, List<Mark> marks) {
        String text = file.lineText(line);
        int lineStart = file.lineStart(line);
        StringBuilder painted = new StringBuilder();
        int at = 0;
        for (Mark mark : marks) {
            int from = Math.clamp(mark.span().start() - lineStart, at, text.length());
            int to = Math.clamp(mark.span().end() - lineStart, from, text.length());
            painted.append(paint.source(visible(text.substring(at, from))));
            painted.append(paint.colour(markColour, visible(text.substring(from, to))));
            at = to;
        }
        return painted.append(paint.source(visible(text.substring(at)))).toString();
    }

    private static String visible(String text) { return text.replace("\t", TAB); }

    /** Zero-based drawn column of the start of a mark. */
    private static int column(Mark mark) {
        int start = mark.file().lineStart(mark.firstLine());
        String text = mark.file().text();
        return drawnWidth(text.substring(start, Math.clamp(mark.span().start(), start, text.length())));
    }

    /** Drawn columns of a mark on its first line; a mark on the line end has one. */
    private static int length(Mark mark) {
        if (mark.span().length() == 0) return 0;
        String text = mark.file().text();
        int lineEnd = mark.file().lineStart(mark.firstLine()) + mark.file().lineText(mark.firstLine()).length();
        int start = Math.min(mark.span().start(), text.length());
        int end = Math.clamp(mark.span().end(), start, Math.max(lineEnd, start));
        return Math.max(1, drawnWidth(text.substring(start, end)));
    }

    private static int drawnWidth(String text) {
        String drawn = visible(text);
        return drawn.codePointCount(0, drawn.length());
    }

    // ---- marks over several lines -----------------------------------------------------------------------------------

    private void multiLine(Mark mark) {
        SourceFile file = mark.file();
        int first = mark.firstLine();
        int last = mark.lastLine();
        numbered(first, paint.colour(markColour, "╭─▶ ") + wholeLine(file, first));
        if (last > first + 1) line(paint.frame(" ".repeat(width + 2) + "┆ ") + paint.colour(markColour, "┆"));
        numbered(last, paint.colour(markColour, "├─▶ ") + wholeLine(file, last));
        int dashes = drawnWidth(file.lineText(last)) + 6;
        gutter(paint.colour(markColour, "│") + " ".repeat(dashes));
        gutter(paint.colour(markColour, "╰" + "─".repeat(dashes)) + " " + mark.text());
    }

    private String wholeLine(SourceFile file, int line) { return paint.colour(markColour, visible(file.lineText(line))); }

    // ---- rows -------------------------------------------------------------------------------------------------------

    private void numbered(int number, String text) {
        line(paint.frame(" " + " ".repeat(width - Integer.toString(number).length()) + number + " │") + " " + text);
    }

    private void gutter(String text) { line(paint.frame(" ".repeat(width + 2) + "│") + " " + text); }

    private void line(String text) { out.append(text).append('\n'); }
}
