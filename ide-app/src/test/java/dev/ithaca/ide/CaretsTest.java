package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Several carets, and snippets with their blanks. */
@ExtendWith(ApplicationExtension.class)
class CaretsTest {
    @TempDir static Path config;
    private final FxRobot robot = new FxRobot();
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config, source -> new Compilation(Optional.empty(), List.of())); }

    @AfterEach void close() { ide.close(); }

    private Document open(String text, int caret) {
        Document document = ide.open("a.nos", text);
        CodeArea area = ide.focusedArea();
        Ide.run(() -> area.moveTo(caret));
        return document;
    }

    @Test void each_press_adds_the_next_occurrence_and_typing_changes_all_as_one_step() {
        Document document = open("old = 1\nf(old, bold, old)\n", 1);
        robot.push(KeyCode.ALT, KeyCode.J);
        robot.push(KeyCode.ALT, KeyCode.J);
        robot.push(KeyCode.ALT, KeyCode.J);
        await("three carets", () -> carets() == 3);
        robot.write("new");
        await("whole words are changed", () -> document.text().equals("new = 1\nf(new, bold, new)\n"));
        robot.type(KeyCode.BACK_SPACE);
        await("erased at each", () -> document.text().equals("ne = 1\nf(ne, bold, ne)\n"));
        robot.type(KeyCode.ESCAPE);
        robot.write("x");
        await("one caret is left", () -> document.text().chars().filter(c -> c == 'x').count() == 1);
        while (!document.text().equals("old = 1\nf(old, bold, old)\n") && fx(() -> ide.area().isUndoAvailable())) ide.fire("edit.undo");
        assertThat(document.text()).isEqualTo("old = 1\nf(old, bold, old)\n");
    }

    @Test void all_occurrences_are_selected_at_once() {
        Document document = open("a = b\nc = a\nd = a + a\n", 0);
        ide.fire("caret.all");
        assertThat(carets()).isEqualTo(4);
        robot.write("z");
        await("all are changed", () -> document.text().equals("z = b\nc = z\nd = z + z\n"));
    }

    private long carets() {
        CodeArea area = ide.area();
        return fx(() -> area.lookupAll(".caret").stream().filter(Node::isVisible).count());
    }

    @Test void alt_with_the_mouse_sets_carets_and_leaves_the_menus_alone() {
        open("aa\nbb\ncc\n", 0);
        CodeArea area = ide.area();
        robot.press(KeyCode.ALT);
        for (int line = 1; line <= 2; line++) {
            int at = area.getAbsolutePosition(line, 1);
            Bounds place = fx(() -> area.getCharacterBoundsOnScreen(at, at + 1).orElseThrow());
            Mouse.altClick(area, place.getMinX() + 1, place.getCenterY());
        }
        robot.release(KeyCode.ALT);
        await("two more carets", () -> carets() == 3);
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        MenuBar menus = robot.lookup(".menu-bar").queryAs(MenuBar.class);
        assertThat(fx(() -> menus.getMenus().stream().noneMatch(Menu::isShowing))).isTrue();
        robot.write("x");
        await("the carets have moved to the lines below", () -> ide.active().text().equals("aa\nbxb\nccx\nx"));
    }

    @Test void carets_below_one_another_move_and_select_together() {
        Document document = open("aa bb\naa bb\naa bb\n", 0);
        ide.fire("caret.below");
        ide.fire("caret.below");
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, KeyCode.RIGHT).release(KeyCode.SHIFT);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("aa\naa\naa");
        robot.type(KeyCode.END);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("each got its line", () -> document.text().equals("aa bbaa\naa bbaa\naa bbaa\n"));
        robot.type(KeyCode.ENTER);
        await("three new lines", () -> document.text().equals("aa bbaa\n\naa bbaa\n\naa bbaa\n\n"));
    }

    @Test void tab_after_its_name_fills_in_a_snippet_blank_by_blank() {
        Document document = open("", 0);
        robot.write("server");
        await("it is offered", () -> ide.node("#completion").isVisible());
        robot.type(KeyCode.TAB);
        await("the first blank is selected", () -> ide.area().getSelectedText().equals("name"));
        robot.write("desk");
        robot.type(KeyCode.TAB);
        await("the next blank is selected", () -> ide.area().getSelectedText().equals("answer"));
        robot.write("42");
        robot.type(KeyCode.TAB);
        await("names alike are alike", () -> document.text().startsWith("desk(state) = receive {") && document.text().contains("sender <- 42\n        desk(state)"));
    }
}
