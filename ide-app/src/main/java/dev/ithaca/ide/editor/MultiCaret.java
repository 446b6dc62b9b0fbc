package dev.ithaca.ide.editor;

import dev.ithaca.ide.search.SearchQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.MultiChangeBuilder;
import org.fxmisc.richtext.SelectionImpl;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/**
 * Carets beside the one a text always has, each with a selection. What is done here happens at all of them, as one step
 * for undo; any other change of the text, and Esc, leave the first one only.
 */
final class MultiCaret {
    private static final int MOST = 1_000;

    private final CodeArea area;
    private final List<Extra> extras = new ArrayList<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(1);
    private boolean busy;
    private int names;

    /** A caret and the other end of its selection. */
    record Range(int anchor, int caret) {
        int start() { return Math.min(anchor, caret); }

        int end() { return Math.max(anchor, caret); }

        boolean touches(Range other) { return start() < other.end() && other.start() < end() || caret == other.caret || start() == other.start() && end() == other.end(); }
    }

    /** What is put in place of a range. */
    record Edit(int start, int end, String text) {}

    private record Extra(CaretNode caret, SelectionImpl<Collection<String>, String, Collection<String>> selection) {}

    MultiCaret(CodeArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(change -> {
            if (!busy) clear();
        });
    }

    /** Whether there is more than one. */
    boolean isActive() { return !extras.isEmpty(); }

    /** How many there are, with the one a text always has. */
    ReadOnlyIntegerProperty countProperty() { return count.getReadOnlyProperty(); }

    void clear() {
        extras.forEach(extra -> {
            area.removeCaret(extra.caret());
            area.removeSelection(extra.selection());
            extra.caret().dispose();
            extra.selection().dispose();
        });
        extras.clear();
        count.set(1);
    }

    private Range main() { return new Range(area.getAnchor(), area.getCaretPosition()); }

    /** The main one last. */
    private List<Range> ranges() {
        List<Range> all = new ArrayList<>();
        for (Extra extra : extras) {
            int caret = extra.caret().getPosition();
            int start = extra.selection().getStartPosition();
            all.add(new Range(caret == start ? extra.selection().getEndPosition() : start, caret));
        }
        all.add(main());
        return all;
    }

    /** @param wanted the main one last; of those that touch, the later is left out */
    private void set(List<Range> wanted) {
        List<Range> kept = new ArrayList<>();
        for (Range range : wanted.reversed()) {
            if (kept.size() < MOST && kept.stream().noneMatch(range::touches)) kept.add(range);
        }
        clear();
        area.selectRange(kept.getFirst().anchor(), kept.getFirst().caret());
        kept.stream().skip(1).forEach(this::show);
        count.set(kept.size());
    }

    private void show(Range range) {
        names++;
        CaretNode caret = new CaretNode("caret-" + names, area, range.caret());
        SelectionImpl<Collection<String>, String, Collection<String>> selection =
                new SelectionImpl<>("selection-" + names, area, path -> path.getStyleClass().add("main-selection"));
        area.addCaret(caret);
        area.addSelection(selection);
        selection.selectRange(range.start(), range.end());
        extras.add(new Extra(caret, selection));
    }

    /** Puts a caret at an offset, or takes away the one that is there. */
    void toggle(int offset) {
        List<Range> all = new ArrayList<>(ranges());
        boolean there = all.size() > 1 && all.removeIf(range -> range.start() <= offset && offset <= range.end());
        if (!there) all.add(new Range(offset, offset));
        set(all);
    }

    /** Selects the same columns of all lines between two places; lines that end before them are left out. */
    void selectColumns(int fromParagraph, int fromColumn, int toParagraph, int toColumn) {
        int step = fromParagraph <= toParagraph ? 1 : -1;
        List<Range> all = new ArrayList<>();
        for (int paragraph = fromParagraph; paragraph != toParagraph + step; paragraph += step) {
            int length = area.getParagraphLength(paragraph);
            if (length < Math.min(fromColumn, toColumn)) continue;
            int line = area.getAbsolutePosition(paragraph, 0);
            all.add(new Range(line + Math.min(length, fromColumn), line + Math.min(length, toColumn)));
        }
        if (!all.isEmpty()) set(all);
    }

    /** One more caret, in the line above (-1) the first or below (1) the last of them. */
    void addInLine(int direction) {
        List<Range> all = ranges();
        Comparator<Range> byPlace = Comparator.comparingInt(Range::caret);
        Range outermost = direction < 0 ? all.stream().min(byPlace).orElseThrow() : all.stream().max(byPlace).orElseThrow();
        int moved = vertically(outermost.caret(), direction);
        if (moved == outermost.caret()) return;
        all.add(new Range(moved, moved));
        set(all);
    }

    /** Selects the word at the caret, then with each call its next occurrence too. */
    void addNextOccurrence() {
        if (main().start() == main().end()) {
            selectWord();
            return;
        }
        List<Range> all = ranges();
        List<Range> found = occurrences();
        found.stream().sorted(Comparator.comparing((Range range) -> range.start() < main().end()).thenComparingInt(Range::start))
                .filter(range -> all.stream().noneMatch(range::touches)).findFirst().ifPresent(next -> {
                    all.add(next);
                    set(all);
                    area.requestFollowCaret();
                });
    }

    /** Selects all occurrences of what is selected, or of the word at the caret. */
    void selectOccurrences() {
        if (main().start() == main().end()) selectWord();
        Range here = main();
        List<Range> all = occurrences();
        if (all.size() < 2) return;
        all.removeIf(here::touches);
        all.add(here);
        set(all);
    }

    /** Around or just before the caret. */
    private void selectWord() {
        int start = area.getCaretPosition();
        int end = start;
        String text = area.getText();
        while (inside(text, start, -1) && isWord(text, start, -1)) start--;
        while (inside(text, end, 1) && isWord(text, end, 1)) end++;
        area.selectRange(start, end);
    }

    /** Of what is selected; whole words only, if that is one. */
    private List<Range> occurrences() {
        String selected = area.getSelectedText();
        if (selected.isBlank()) return new ArrayList<>();
        boolean word = selected.equals(Words.around(area.getText(area.getCurrentParagraph()), area.getCaretColumn()));
        return new ArrayList<>(new SearchQuery(selected, true, word, false).find(area.getText(), MOST).stream().map(match -> new Range(match.start(), match.end())).toList());
    }

    /** Types a text at each caret, in place of what is selected there. */
    void type(String text) { edit(range -> new Edit(range.start(), range.end(), text)); }

    /** A new line at each caret, indented like the one it ends. */
    void newLine() {
        edit(range -> {
            Position at = area.offsetToPosition(range.start(), Bias.Forward);
            String before = area.getText(at.getMajor()).substring(0, at.getMinor());
            return new Edit(range.start(), range.end(), "\n" + Indentation.leading(before));
        });
    }

    /** Takes away what is selected at each caret; where nothing is, the character before (-1) or after (1) it. */
    void delete(int direction) {
        edit(range -> range.start() < range.end() ? new Edit(range.start(), range.end(), "")
                : new Edit(Math.max(0, Math.min(range.caret(), range.caret() + direction)), Math.min(area.getLength(), Math.max(range.caret(), range.caret() + direction)), ""));
    }

    /** What is selected, a line for each caret, in the order of the text. */
    void copy() {
        String text = String.join("\n", inOrder().stream().map(range -> area.getText(range.start(), range.end())).toList());
        if (!text.isBlank()) Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** One line of what was copied for each caret, if it has as many lines; else all of it at each. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null) return;
        List<String> lines = text.stripTrailing().lines().toList();
        List<Range> order = inOrder();
        if (lines.size() == order.size()) edit(range -> new Edit(range.start(), range.end(), lines.get(order.indexOf(range))));
        else type(text);
    }

    private List<Range> inOrder() { return ranges().stream().sorted(Comparator.comparingInt(Range::start)).toList(); }

    private void edit(Function<Range, Edit> change) {
        List<Range> all = ranges();
        List<Edit> edits = all.stream().map(change).toList();
        List<Integer> order = IntStream.range(0, edits.size()).boxed().sorted(Comparator.comparingInt(i -> edits.get(i).start())).toList();
        Range[] now = new Range[all.size()];
        int shift = 0;
        for (int i : order) {
            Edit edit = edits.get(i);
            int caret = edit.start() + shift + edit.text().length();
            now[i] = new Range(caret, caret);
            shift += edit.text().length() - (edit.end() - edit.start());
        }
        busy = true;
        apply(order.reversed().stream().map(edits::get).filter(edit -> edit.start() < edit.end() || !edit.text().isEmpty()).toList());
        set(List.of(now));
        busy = false;
        area.requestFollowCaret();
    }

    /** From the end of the text to its start, so that each place is still right when its turn comes. */
    private void apply(List<Edit> edits) {
        if (edits.isEmpty()) return;
        MultiChangeBuilder<Collection<String>, String, Collection<String>> changes = area.createMultiChange(edits.size());
        edits.forEach(edit -> changes.replaceTextAbsolutely(edit.start(), edit.end(), edit.text()));
        changes.commit();
    }

    /** @param keepAnchor whether the selection grows rather than goes */
    void move(ToIntFunction<Range> target, boolean keepAnchor) {
        set(ranges().stream().map(range -> {
            int caret = Math.clamp(target.applyAsInt(range), 0, area.getLength());
            return new Range(keepAnchor ? range.anchor() : caret, caret);
        }).toList());
        area.requestFollowCaret();
    }

    /** The offset a line above or below another, in its column as far as the line reaches; the same at the ends of the text. */
    int vertically(int offset, int direction) {
        Position at = area.offsetToPosition(offset, Bias.Forward);
        int paragraph = at.getMajor() + direction;
        if (paragraph < 0 || paragraph >= area.getParagraphs().size()) return offset;
        return area.getAbsolutePosition(paragraph, Math.min(at.getMinor(), area.getParagraphLength(paragraph)));
    }

    /** Offset of the start (-1) or end (1) of the line of an offset. */
    int lineEdge(int offset, int direction) {
        int paragraph = area.offsetToPosition(offset, Bias.Forward).getMajor();
        return area.getAbsolutePosition(paragraph, direction < 0 ? 0 : area.getParagraphLength(paragraph));
    }

    /** Offset of the next start of a word in a direction. */
    int wordEdge(int offset, int direction) {
        String text = area.getText();
        int at = offset;
        while (inside(text, at, direction) && !isWord(text, at, direction)) at += direction;
        while (inside(text, at, direction) && isWord(text, at, direction)) at += direction;
        return at;
    }

    private static boolean inside(String text, int at, int direction) { return direction < 0 ? at > 0 : at < text.length(); }

    private static boolean isWord(String text, int at, int direction) { return Character.isJavaIdentifierPart(text.charAt(direction < 0 ? at - 1 : at)); }
}
