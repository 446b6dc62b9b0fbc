package dev.ithaca.ide.editor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/** Commands on whole lines: those of the selection, or the one of the caret. Each is one step for undo. */
final class LineCommands {
    private final CodeArea area;
    private final int first;
    private final int last;

    private LineCommands(CodeArea area) {
        this.area = area;
        area.getUndoManager().preventMerge();
        first = area.offsetToPosition(area.getSelection().getStart(), Bias.Forward).getMajor();
        Position end = area.offsetToPosition(area.getSelection().getEnd(), Bias.Backward);
        last = end.getMinor() == 0 && end.getMajor() > first ? end.getMajor() - 1 : end.getMajor();
    }

    private List<String> lines() { return IntStream.rangeClosed(first, last).mapToObj(area::getText).toList(); }

    private int paragraphs() { return area.getParagraphs().size(); }

    /** Changes the lines and keeps them selected. */
    static void edit(CodeArea area, UnaryOperator<List<String>> edit) { new LineCommands(area).edit(edit); }

    private void edit(UnaryOperator<List<String>> edit) {
        boolean single = area.getSelection().getLength() == 0;
        int caretFromEnd = area.getParagraphLength(area.getCurrentParagraph()) - area.getCaretColumn();
        List<String> old = lines();
        List<String> now = edit.apply(old);
        if (now.equals(old)) return;
        area.replaceText(first, 0, last, area.getParagraphLength(last), String.join("\n", now));
        if (single) area.moveTo(first, Math.max(0, area.getParagraphLength(first) - caretFromEnd));
        else area.selectRange(first, 0, last, area.getParagraphLength(last));
    }

    /** Writes the lines once more below; caret and selection go along. */
    static void duplicate(CodeArea area) {
        LineCommands lines = new LineCommands(area);
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        String copy = String.join("\n", lines.lines()) + "\n";
        area.insertText(lines.first, 0, copy);
        area.selectRange(anchor + copy.length(), caret + copy.length());
        area.requestFollowCaret();
    }

    /** Exchanges the lines with the one above (-1) or below (1). */
    static void move(CodeArea area, int direction) { new LineCommands(area).move(direction); }

    private void move(int direction) {
        if (direction < 0 ? first == 0 : last + 1 == paragraphs()) return;
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        int neighbour = direction < 0 ? first - 1 : last + 1;
        String other = area.getText(neighbour);
        Stream<String> moved = direction < 0 ? Stream.concat(lines().stream(), Stream.of(other)) : Stream.concat(Stream.of(other), lines().stream());
        int from = Math.min(first, neighbour);
        int to = Math.max(last, neighbour);
        area.replaceText(from, 0, to, area.getParagraphLength(to), String.join("\n", moved.toList()));
        int shift = direction * (other.length() + 1);
        area.selectRange(anchor + shift, caret + shift);
        area.requestFollowCaret();
    }

    /** Makes one line of the lines, or of the line and the next: line ends and indentations become a blank each. */
    static void join(CodeArea area) { new LineCommands(area).join(); }

    private void join() {
        int end = last > first ? last : Math.min(first + 1, paragraphs() - 1);
        if (end == first) return;
        StringBuilder joined = new StringBuilder(area.getText(first).stripTrailing());
        int caret = joined.length();
        for (int i = first + 1; i <= end; i++) {
            String next = area.getText(i).strip();
            caret = joined.length();
            if (!next.isEmpty()) joined.append(glued(joined, next) ? "" : " ").append(next);
        }
        area.replaceText(first, 0, end, area.getParagraphLength(end), joined.toString());
        area.moveTo(first, caret);
    }

    /** Whether no blank belongs between: after an opening bracket or before a closing one or a dot. */
    private static boolean glued(CharSequence before, String next) {
        char last = before.isEmpty() ? '(' : before.charAt(before.length() - 1);
        return "([".indexOf(last) >= 0 || ")],.".indexOf(next.charAt(0)) >= 0;
    }

    static void delete(CodeArea area) { new LineCommands(area).delete(); }

    private void delete() {
        int column = area.getCaretColumn();
        if (last + 1 < paragraphs()) area.deleteText(first, 0, last + 1, 0);
        else if (first > 0) area.deleteText(first - 1, area.getParagraphLength(first - 1), last, area.getParagraphLength(last));
        else area.clear();
        int line = Math.min(first, paragraphs() - 1);
        area.moveTo(line, Math.min(column, area.getParagraphLength(line)));
    }

    /** Selects the lines with their line ends, as cutting and copying without a selection mean them. */
    static void select(CodeArea area) {
        LineCommands lines = new LineCommands(area);
        boolean atEnd = lines.last + 1 == lines.paragraphs();
        area.selectRange(lines.first, 0, atEnd ? lines.last : lines.last + 1, atEnd ? area.getParagraphLength(lines.last) : 0);
    }
}
