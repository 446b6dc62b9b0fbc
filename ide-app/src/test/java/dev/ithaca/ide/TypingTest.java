package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the hands do without thinking: pairs, lines, replacing, tabs. */
@ExtendWith(ApplicationExtension.class)
class TypingTest {
    @TempDir static Path config;
    private final FxRobot robot = new FxRobot();
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config, source -> new Compilation(Optional.empty(), List.of())); }

    @AfterEach void close() { ide.close(); }

    private void text(String wanted) { await("the text is " + wanted, () -> ide.active().text().equals(wanted)); }

    private CodeArea open(String text) {
        ide.open("a.nos", text);
        return ide.focusedArea();
    }

    @Test void brackets_and_quotes_come_in_pairs() {
        CodeArea area = open("");
        robot.write("f(\"a");
        text("f(\"a\")");
        robot.write("\")");
        text("f(\"a\")");
        assertThat(fx(area::getCaretPosition)).as("partners are stepped over").isEqualTo(6);
        robot.write("[");
        robot.push(KeyCode.BACK_SPACE);
        text("f(\"a\")");
        robot.write(")");
        text("f(\"a\"))");
        Ide.run(() -> area.selectRange(0, 1));
        robot.write("(");
        text("(f)(\"a\"))");
        Ide.run(() -> area.moveTo(0));
        robot.write("[");
        text("[(f)(\"a\"))");
    }

    @Test void a_block_is_closed_once() {
        open("");
        robot.write("f() = {");
        text("f() = {}");
        robot.push(KeyCode.ENTER);
        robot.write("1");
        robot.push(KeyCode.ENTER);
        robot.write("}");
        text("f() = {\n    1\n}");
    }

    @Test void lines_are_moved_doubled_and_deleted() {
        CodeArea area = open("a\nb\nc");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        text("b\na\nc");
        assertThat(fx(area::getCurrentParagraph)).isEqualTo(1);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        text("b\nc\na");
        robot.push(KeyCode.ALT, KeyCode.UP);
        text("b\na\nc");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        text("b\na\na\nc");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        text("b\na\nc");
        Ide.run(() -> area.selectRange(0, 0, 1, 1));
        ide.fire("edit.deleteLines");
        text("c");
        ide.fire("edit.deleteLines");
        text("");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        text("c");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        text("c\n");
    }

    @Test void cut_and_copy_without_a_selection_take_the_line() {
        CodeArea area = open("one\ntwo\nthree");
        Ide.run(() -> area.moveTo(1, 1));
        ide.fire("edit.copy");
        assertThat(fx(area::getCaretPosition)).isEqualTo(5);
        ide.fire("edit.cut");
        text("one\nthree");
        ide.fire("edit.paste");
        text("one\ntwo\nthree");
    }

    @Test void matches_are_replaced_one_by_one_or_all_at_once() {
        open("one two one\nOne\n");
        robot.push(KeyCode.CONTROL, KeyCode.H);
        Ide.run(() -> {
            ((TextField) ide.node("#find-query")).setText("one");
            ((TextField) ide.node("#find-replacement")).setText("1");
        });
        Mouse.fire(ide.node("#find-replace"));
        text("1 two one\nOne\n");
        Mouse.fire(ide.node("#find-replace-all"));
        text("1 two 1\n1\n");
        ide.focusedArea();
        ide.fire("edit.undo");
        text("1 two one\nOne\n");
    }

    @Test void other_places_of_the_name_at_the_caret_are_marked() {
        CodeArea area = open("total(n) = n + total(n - 1) # total\n");
        await("it is coloured", () -> area.getStyleOfChar(0).contains("token-function"));
        Ide.run(() -> area.moveTo(3));
        await("the other call is marked", () -> area.getStyleOfChar(16).contains("overlay-occurrence"));
        assertThat(fx(() -> area.getStyleOfChar(30))).as("not in the comment").doesNotContain("overlay-occurrence");
    }

    @Test void keys_step_through_the_open_files() {
        ide.open("a.nos", "1");
        ide.open("b.nos", "2");
        ide.focusedArea();
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        await("around the end", () -> ide.active().name().equals("a.nos"));
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_UP);
        await("and back", () -> ide.active().name().equals("b.nos"));
        await("with the focus", () -> ide.area().isFocused());
    }

    @Test void a_middle_click_closes_a_tab() {
        ide.open("a.nos", "1");
        ide.open("b.nos", "2");
        ide.area();
        Node first = fx(() -> ide.stage.getScene().getRoot().lookupAll(".editor-tabs .tab").stream().min((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX())).orElseThrow());
        Mouse.click(first, MouseButton.MIDDLE);
        await("one is left", () -> ide.services.documents().open().size() == 1 && ide.active().name().equals("b.nos"));
    }
}
