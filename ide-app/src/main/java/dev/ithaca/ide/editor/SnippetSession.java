package dev.ithaca.ide.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * Filling in a snippet: Tab goes from blank to blank and in the end to where the code goes on, Shift+Tab goes back. Blanks
 * of one name get the same text. Esc ends it, and so does leaving the snippet.
 */
final class SnippetSession {
    private final CodeArea area;
    private List<Blank> blanks = List.of();
    private Overlay.Range whole;
    private int end;
    private int current;

    /** @param place null once the user took it away */
    private record Blank(String name, Overlay.Range place) {}

    /** Install it after the pop-ups, whose keys come first. */
    SnippetSession(CodeArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(this::textChanged);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private boolean isActive() { return whole != null; }

    /** Writes a snippet in place of a range and selects its first blank. */
    void start(Snippet snippet, int from, int to) {
        finish();
        String line = area.getText(area.getCurrentParagraph());
        Snippet.Expansion expansion = snippet.expand(Indentation.leading(line));
        area.replaceText(from, to, expansion.text());
        whole = new Overlay.Range(from, from + expansion.text().length());
        end = from + expansion.caret();
        blanks = new ArrayList<>(expansion.blanks().stream().map(b -> new Blank(b.name(), new Overlay.Range(from + b.start(), from + b.end()))).toList());
        current = -1;
        step(1);
    }

    private void textChanged(PlainTextChange change) {
        if (!isActive()) return;
        int at = change.getPosition();
        int removed = change.getRemoved().length();
        int inserted = change.getInserted().length();
        whole = whole.after(at, removed, inserted);
        if (end >= at + removed) end += inserted - removed;
        blanks.replaceAll(blank -> blank.place() == null ? blank : new Blank(blank.name(), blank.place().after(at, removed, inserted)));
    }

    private void finish() {
        whole = null;
        blanks = List.of();
    }

    private void keyPressed(KeyEvent event) {
        if (!isActive() || event.isConsumed()) return;
        int caret = area.getCaretPosition();
        if (caret < whole.start() || caret > whole.end()) {
            finish();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            finish();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            fillAlike();
            step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    /** Gives the other blanks of the current one's name its text. */
    private void fillAlike() {
        if (current < 0 || current >= blanks.size() || blanks.get(current).place() == null) return;
        String name = blanks.get(current).name();
        String text = area.getText(blanks.get(current).place().start(), blanks.get(current).place().end());
        for (int i = 0; i < blanks.size(); i++) {
            Blank other = blanks.get(i);
            if (i == current || !other.name().equals(name) || other.place() == null) continue;
            area.replaceText(other.place().start(), other.place().end(), text);
        }
    }

    private boolean isFirstOfItsName(int i) { return blanks.subList(0, i).stream().noneMatch(blank -> blank.name().equals(blanks.get(i).name())); }

    private void step(int direction) {
        int next = current + direction;
        while (next >= 0 && next < blanks.size() && (blanks.get(next).place() == null || !isFirstOfItsName(next))) next += direction;
        if (next >= blanks.size()) {
            area.moveTo(end);
            finish();
        } else if (next >= 0) {
            current = next;
            area.selectRange(blanks.get(next).place().start(), blanks.get(next).place().end());
        }
        area.requestFollowCaret();
    }
}
