package dev.ithaca.ide.editor;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/**
 * Keys and mouse for several carets: Alt+click sets one, dragging with Alt selects columns; while there are several, keys
 * act at all of them. Install it before what else listens to keys.
 */
final class MultiCaretInput {
    private final CodeArea area;
    private final MultiCaret carets;
    private Position pressed;
    private boolean dragged;

    private MultiCaretInput(CodeArea area, MultiCaret carets) {
        this.area = area;
        this.carets = carets;
    }

    static void install(CodeArea area, MultiCaret carets) {
        MultiCaretInput input = new MultiCaretInput(area, carets);
        area.addEventFilter(KeyEvent.KEY_PRESSED, input::keyPressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, input::keyTyped);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, input::mousePressed);
        area.addEventFilter(MouseEvent.MOUSE_DRAGGED, input::mouseDragged);
        area.addEventFilter(MouseEvent.MOUSE_RELEASED, input::mouseReleased);
    }

    private static boolean isCommand(KeyEvent event) { return event.isControlDown() != event.isAltDown() || event.isMetaDown(); }

    private void keyTyped(KeyEvent event) {
        String text = event.getCharacter();
        if (!carets.isActive() || isCommand(event) || text.length() != 1 || text.charAt(0) < ' ' || text.charAt(0) == 127) return;
        carets.type(text);
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (!carets.isActive() || event.isAltDown()) return;
        boolean done = event.isShortcutDown() ? shortcut(event) : edit(event) || move(event, false);
        if (done) event.consume();
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> carets.copy();
            case X -> {
                carets.copy();
                carets.type("");
            }
            case V -> carets.paste();
            default -> {
                return move(event, true);
            }
        }
        return !event.isShiftDown();
    }

    private boolean edit(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> carets.clear();
            case ENTER -> carets.newLine();
            case TAB -> carets.type(Indentation.UNIT);
            case BACK_SPACE -> carets.delete(-1);
            case DELETE -> carets.delete(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean move(KeyEvent event, boolean words) {
        boolean keep = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> carets.move(range -> words ? carets.wordEdge(range.caret(), -1) : keep || range.start() == range.end() ? range.caret() - 1 : range.start(), keep);
            case RIGHT -> carets.move(range -> words ? carets.wordEdge(range.caret(), 1) : keep || range.start() == range.end() ? range.caret() + 1 : range.end(), keep);
            case UP -> carets.move(range -> carets.vertically(range.caret(), -1), keep);
            case DOWN -> carets.move(range -> carets.vertically(range.caret(), 1), keep);
            case HOME -> carets.move(range -> carets.lineEdge(range.caret(), -1), keep);
            case END -> carets.move(range -> carets.lineEdge(range.caret(), 1), keep);
            default -> {
                return false;
            }
        }
        return true;
    }

    private int offset(MouseEvent event) { return area.hit(event.getX(), event.getY()).getInsertionIndex(); }

    private void mousePressed(MouseEvent event) {
        pressed = null;
        if (event.getButton() != MouseButton.PRIMARY) return;
        if (event.isAltDown()) {
            pressed = area.offsetToPosition(offset(event), Bias.Forward);
            dragged = false;
            area.requestFocus();
            event.consume();
        } else {
            carets.clear();
        }
    }

    private void mouseDragged(MouseEvent event) {
        if (pressed == null) return;
        dragged = true;
        Position now = area.offsetToPosition(offset(event), Bias.Forward);
        carets.selectColumns(pressed.getMajor(), pressed.getMinor(), now.getMajor(), now.getMinor());
        event.consume();
    }

    private void mouseReleased(MouseEvent event) {
        if (pressed == null) return;
        if (!dragged) carets.toggle(area.getAbsolutePosition(pressed.getMajor(), pressed.getMinor()));
        pressed = null;
        event.consume();
    }
}
