package dev.ithaca.ide.editor;

import static javafx.scene.input.KeyCode.BACK_SPACE;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/**
 * Brackets and quotes come in pairs: an opening one brings its partner, typing the partner steps over it, Backspace
 * between the two removes both, and a selection is wrapped. Partners that the user typed are never stepped over.
 */
final class TypedPairs {
    private static final String OPEN = "([{\"";
    private static final String CLOSE = ")]}\"";
    private static final String MAY_FOLLOW = ")]},;:";
    private static final int MAX_TRACKED = 64;
    private static final int MAX_BLANKS = 400;

    private final CodeArea area;
    private final Supplier<TokenMap> tokens;
    private List<Overlay.Range> partners = new ArrayList<>();

    /** @param tokens those of the text, at most an edit old */
    TypedPairs(CodeArea area, Supplier<TokenMap> tokens) {
        this.area = area;
        this.tokens = tokens;
        area.plainTextChanges().subscribe(this::textChanged);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
        Nodes.addInputMap(area, InputMap.consumeWhen(keyPressed(BACK_SPACE), this::betweenPair,
                event -> area.deleteText(area.getCaretPosition() - 1, area.getCaretPosition() + 1)));
    }

    private void textChanged(PlainTextChange change) {
        partners.replaceAll(range -> range.after(change.getPosition(), change.getRemoved().length(), change.getInserted().length()));
        partners.removeIf(Objects::isNull);
    }

    /** Remembers a closing bracket that was written for the user, not by them. */
    void track(int offset) {
        if (partners.size() == MAX_TRACKED) partners.removeFirst();
        partners.add(new Overlay.Range(offset, offset + 1));
    }

    private boolean tracked(int offset) { return partners.contains(new Overlay.Range(offset, offset + 1)); }

    private void keyTyped(KeyEvent event) {
        // AltGr, with which many keyboards type brackets, counts as Ctrl and Alt
        boolean command = event.isControlDown() != event.isAltDown() || event.isMetaDown();
        if (event.isConsumed() || command || event.getCharacter().length() != 1 || !area.isEditable()) return;
        if (typed(event.getCharacter().charAt(0))) event.consume();
    }

    private boolean typed(char c) {
        if (area.getSelection().getLength() > 0) return wrap(c);
        return stepOver(c) || c == '}' && closeBlock() || open(c);
    }

    private boolean wrap(char c) {
        int kind = OPEN.indexOf(c);
        if (kind < 0) return false;
        int start = area.getSelection().getStart();
        int end = area.getSelection().getEnd();
        area.replaceSelection(c + area.getSelectedText() + CLOSE.charAt(kind));
        area.selectRange(start + 1, end + 1);
        return true;
    }

    private boolean stepOver(char c) {
        int caret = area.getCaretPosition();
        if (CLOSE.indexOf(c) < 0 || !tracked(caret) || charAt(caret) != c) return false;
        partners.remove(new Overlay.Range(caret, caret + 1));
        area.moveTo(caret + 1);
        return true;
    }

    /** A brace that ends a block stands where the block began: one step to the left, or in the line its pair already has. */
    private boolean closeBlock() {
        int paragraph = area.getCurrentParagraph();
        String before = area.getText(paragraph).substring(0, area.getCaretColumn());
        if (before.isEmpty() || !before.isBlank()) return false;
        int next = nextText(area.getCaretPosition());
        if (next > area.getCaretPosition() && tracked(next) && charAt(next) == '}') {
            int line = area.offsetToPosition(next, Bias.Forward).getMajor();
            partners.remove(new Overlay.Range(next, next + 1));
            area.deleteText(paragraph, 0, line, 0);
            area.moveTo(paragraph, area.getText(paragraph).indexOf('}') + 1);
        } else {
            area.replaceText(paragraph, 0, paragraph, before.length(), Indentation.outdent(before) + "}");
        }
        return true;
    }

    private int nextText(int from) {
        int end = Math.min(area.getLength(), from + MAX_BLANKS);
        String text = area.getText(from, end);
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) return from + i;
        }
        return -1;
    }

    private boolean open(char c) {
        int kind = OPEN.indexOf(c);
        int caret = area.getCaretPosition();
        if (kind < 0 || !roomFor(caret) || !wanted(c, caret)) return false;
        area.insertText(caret, "" + c + CLOSE.charAt(kind));
        area.moveTo(caret + 1);
        track(caret + 1);
        return true;
    }

    /** Before a word a bracket is rarely meant to be empty. */
    private boolean roomFor(int caret) {
        char next = charAt(caret);
        return Character.isWhitespace(next) || MAY_FOLLOW.indexOf(next) >= 0;
    }

    private boolean wanted(char c, int caret) {
        char before = caret == 0 ? '\n' : charAt(caret - 1);
        TokenKind kind = caret == 0 ? null : tokens.get().at(caret - 1);
        if (kind == TokenKind.COMMENT && before != '\n') return false;
        boolean inString = kind == TokenKind.STRING && (before != '"' || tokens.get().at(caret) == TokenKind.STRING);
        if (inString) return c == '{' && before == '$';
        return c != '"' || !Character.isJavaIdentifierPart(before) && before != '"' && before != '\\';
    }

    private boolean betweenPair() {
        int caret = area.getCaretPosition();
        if (caret == 0 || area.getSelection().getLength() > 0 || !tracked(caret)) return false;
        int kind = OPEN.indexOf(charAt(caret - 1));
        return kind >= 0 && CLOSE.charAt(kind) == charAt(caret);
    }

    /** The character at an offset; a line feed at the end of the text. */
    private char charAt(int offset) { return offset >= area.getLength() ? '\n' : area.getText(offset, offset + 1).charAt(0); }
}
