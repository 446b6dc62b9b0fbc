package dev.ithaca.ide.editor;

import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.TAB;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** The keys that know about code: Enter and Tab indent, Backspace takes back a step, Home finds the first word. */
final class EditingKeys {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private final CodeArea area;

    private EditingKeys(CodeArea area) { this.area = area; }

    static void install(CodeArea area) {
        EditingKeys keys = new EditingKeys(area);
        area.addEventFilter(KeyEvent.KEY_TYPED, EditingKeys::dropCommands);
        Nodes.addInputMap(area, InputMap.sequence(
                InputMap.ignore(keyPressed().onlyIf(EditingKeys::isCommand)), // the text would take letters as typed
                InputMap.consume(keyPressed(ENTER), event -> keys.newLine()),
                InputMap.consume(keyPressed(ENTER, KeyCombination.SHORTCUT_DOWN), event -> keys.lineBelow()),
                InputMap.consume(keyPressed(TAB), event -> keys.tab()),
                InputMap.consume(keyPressed(TAB, KeyCombination.SHIFT_DOWN), event -> LineCommands.edit(area, lines -> lines.stream().map(Indentation::outdent).toList())),
                InputMap.consume(keyPressed(HOME), event -> keys.home(SelectionPolicy.CLEAR)),
                InputMap.consume(keyPressed(HOME, KeyCombination.SHIFT_DOWN), event -> keys.home(SelectionPolicy.ADJUST)),
                InputMap.consumeWhen(keyPressed(BACK_SPACE), keys::inIndentation, event -> keys.backOneStep())));
    }

    /** A key with Alt is a command, and on some systems a character too. With AltGr, or on a Mac, it is a character. */
    private static void dropCommands(KeyEvent event) {
        if (isCommand(event)) event.consume();
    }

    private static boolean isCommand(KeyEvent event) { return event.isAltDown() && !event.isControlDown() && !MAC; }

    private String line() { return area.getText(area.getCurrentParagraph()); }

    private String beforeCaret() { return line().substring(0, area.getCaretColumn()); }

    private void newLine() {
        if (area.getSelection().getLength() > 0) area.replaceSelection("");
        Indentation.NewLine edit = Indentation.newLine(beforeCaret(), line().substring(area.getCaretColumn()));
        int at = area.getCaretPosition();
        area.insertText(at, edit.insert());
        area.moveTo(at + edit.caret());
        area.requestFollowCaret();
    }

    /** A new line below, wherever in its line the caret is. */
    private void lineBelow() {
        area.moveTo(area.getCurrentParagraph(), line().length());
        newLine();
    }

    private void tab() {
        if (area.getSelectedText().indexOf('\n') >= 0) {
            LineCommands.edit(area, lines -> lines.stream().map(Indentation::indent).toList());
        } else {
            int step = Indentation.UNIT.length();
            area.replaceSelection(" ".repeat(step - area.getCaretColumn() % step));
        }
    }

    private void home(SelectionPolicy policy) {
        int text = Indentation.leading(line()).length();
        area.moveTo(area.getCurrentParagraph(), area.getCaretColumn() == text ? 0 : text, policy);
    }

    private boolean beforeCaretIsBlank() { return area.getCaretColumn() > 0 && beforeCaret().isBlank() && area.getSelection().getLength() == 0; }

    private boolean inIndentation() { return beforeCaretIsBlank() && beforeCaret().endsWith(Indentation.UNIT); }

    private void backOneStep() {
        int caret = area.getCaretPosition();
        int over = area.getCaretColumn() % Indentation.UNIT.length();
        area.deleteText(caret - (over == 0 ? Indentation.UNIT.length() : over), caret);
    }
}
