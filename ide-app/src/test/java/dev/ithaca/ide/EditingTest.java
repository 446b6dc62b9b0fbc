package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.dialog.Dialogs.Unsaved;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
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
import org.testfx.util.WaitForAsyncUtils;

/** Editing with the real window: typing, problems, saving, files that cannot be edited. */
@ExtendWith(ApplicationExtension.class)
class EditingTest {
    @TempDir static Path config;
    @TempDir Path folder;
    private Ide ide;

    @Start void start(Stage stage) {
        ide = new Ide(stage, config, source -> new Compilation(Optional.empty(),
                source.units().stream().flatMap(unit -> Parser.parse(unit.file()).diagnostics().stream()).toList()));
    }

    @AfterEach void close() { ide.close(); }

    @Test void an_error_is_underlined_and_listed_and_goes_away_when_fixed(FxRobot robot) {
        ide.open("a.nos", "main() = 1\n");
        CodeArea area = ide.area();
        robot.clickOn(area);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.write("f() = )");
        await("the error is listed", () -> ide.services.analysis().problems().size() == 1);
        assertThat(fx(() -> ide.services.analysis().problems().getFirst().line())).isEqualTo(2);
        await("the error is underlined", () -> area.getStyleSpans(1).stream().anyMatch(span -> span.getStyle().contains("overlay-error")));
        robot.push(KeyCode.BACK_SPACE);
        robot.write("2");
        await("the problem is gone", () -> ide.services.analysis().problems().isEmpty());
        await("the underline is gone", () -> area.getStyleSpans(1).stream().noneMatch(span -> span.getStyle().contains("overlay-error")));
    }

    @Test void next_problem_goes_to_its_place() {
        ide.open("a.nos", "main() = 1\n\nf() = )\n");
        ide.fire("problem.next");
        await("the caret is at the problem", () -> ide.area().getCurrentParagraph() == 2);
        assertThat(((ListView<?>) ide.node("#problems")).getItems()).hasSize(1);
    }

    @Test void keywords_and_comments_are_coloured() {
        ide.open("a.nos", "# note\nmain() = if true then 1 else 2\n");
        await("the comment is coloured", () -> ide.area().getStyleOfChar(0, 2).contains("token-comment"));
        await("the keyword is coloured", () -> ide.area().getStyleOfChar(1, 9).contains("token-keyword"));
    }

    @Test void enter_indents_and_a_closing_brace_moves_back(FxRobot robot) {
        ide.open("a.nos", "");
        ide.focusedArea();
        robot.write("main() = {");
        robot.push(KeyCode.ENTER);
        robot.write("x");
        robot.push(KeyCode.ENTER);
        robot.write("}");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> ide.active().text())).isEqualTo("main() = {\n    x\n}");
    }

    @Test void undo_back_to_the_saved_text_is_not_a_change(FxRobot robot) {
        Document document = ide.open("a.nos", "main() = 1\n");
        ide.focusedArea();
        robot.write("x");
        assertThat(fx(document::isDirty)).isTrue();
        ide.fire("edit.undo");
        assertThat(fx(document::isDirty)).isFalse();
    }

    @Test void closing_a_changed_text_asks_and_saving_writes_it() throws IOException {
        Path file = Files.writeString(folder.resolve("a.nos"), "main() = 1\n");
        Ide.run(() -> ide.window.openPath(file));
        await("the file is open", () -> ide.services.documents().open().size() == 1);
        Document document = ide.active();
        Ide.run(() -> document.replaceAll("main() = 2\n"));

        ide.fire("file.close");
        assertThat(ide.dialogs.asked).hasSize(1);
        assertThat(fx(() -> ide.services.documents().open().size())).isEqualTo(1);

        ide.dialogs.answer = Unsaved.SAVE;
        ide.fire("file.close");
        await("it is closed", () -> ide.services.documents().open().isEmpty());
        assertThat(file).hasContent("main() = 2");
    }

    @Test void closing_the_window_asks_about_every_changed_text() {
        Ide.run(() -> ide.services.documents().openText("a.nos", "").replaceAll("1"));
        Ide.run(() -> ide.services.documents().openText("b.nos", "").replaceAll("2"));
        ide.fire("file.quit");
        assertThat(ide.dialogs.asked).hasSize(1);
        assertThat(ide.dialogs.asked.getFirst()).containsExactly("a.nos", "b.nos");
        assertThat(fx(ide.stage::isShowing)).isTrue();
    }

    @Test void a_file_changed_on_disk_is_followed_or_asked_about() throws IOException {
        Path file = Files.writeString(folder.resolve("a.nos"), "one");
        Ide.run(() -> ide.window.openPath(file));
        await("the file is open", () -> ide.services.documents().open().size() == 1);
        Document document = ide.active();
        Files.writeString(file, "from outside");
        await("the text follows", () -> document.text().equals("from outside"));
        assertThat(fx(document::isDirty)).isFalse();

        Ide.run(() -> document.replaceAll("mine"));
        Files.writeString(file, "from outside again");
        await("it asks", () -> document.noticeProperty().get() != null);
        assertThat(fx(document::text)).isEqualTo("mine");
    }

    @Test void what_cannot_be_edited_is_explained_in_place() throws IOException {
        refused(Files.write(folder.resolve("binary.nos"), new byte[] {65, 0, 66}), "binary.nos is not text: there is a zero byte at offset 1.");
        refused(Files.write(folder.resolve("latin.nos"), new byte[] {65, (byte) 0xE9, 66}), "latin.nos is not UTF-8 text: the byte at offset 1 does not fit. It was not changed.");
        refused(folder.resolve("missing.nos"), "missing.nos does not exist. It may have been moved or deleted.");
        refused(Files.write(folder.resolve("large.nos"), new byte[10 << 20]), "large.nos is 10 MB large. Ithaca edits source files up to 4 MB.");
        assertThat(ide.dialogs.asked).isEmpty();
    }

    @Test void a_text_in_another_encoding_is_opened_on_request_and_stays_in_it_until_that_loses_something() throws IOException {
        Path file = Files.write(folder.resolve("latin.nos"), new byte[] {'#', ' ', (byte) 0xE9, '\n'});
        refused(file, "latin.nos is not UTF-8 text: the byte at offset 2 does not fit. It was not changed.");
        Ide.run(() -> ide.services.documents().noticeProperty().get().choices().getFirst().body().run());
        await("it is open", () -> ide.services.documents().open().size() == 1);
        Document document = ide.active();
        assertThat(document.text()).isEqualTo("# é\n");
        Ide.run(() -> ide.area().appendText("# ü\n"));
        ide.fire("file.save");
        await("it is saved", () -> !document.isDirty());
        assertThat(Files.readAllBytes(file)).containsExactly('#', ' ', 0xE9, '\n', '#', ' ', 0xFC, '\n');
        Ide.run(() -> ide.area().appendText("# 漢\n"));
        ide.fire("file.save");
        await("what would be lost is refused", () -> document.noticeProperty().get() != null);
        assertThat(Files.size(file)).isEqualTo(8);
        Ide.run(() -> document.noticeProperty().get().choices().getFirst().body().run());
        await("it is saved as UTF-8", () -> !document.isDirty());
        assertThat(Files.readString(file)).isEqualTo("# é\n# ü\n# 漢\n");
    }

    private void refused(Path file, String message) {
        Ide.run(() -> ide.window.openPath(file));
        await("the reason is shown", () -> {
            Notice notice = ide.services.documents().noticeProperty().get();
            return notice != null && notice.text().equals(message);
        });
        assertThat(fx(() -> ide.services.documents().open().size())).isZero();
    }

    @Test void five_hundred_errors_are_listed() {
        ide.open("many.nos", "main() = 1\n" + "f() = )\n".repeat(500));
        assertThat(fx(() -> ide.services.analysis().problems().size())).isGreaterThan(100);
        ide.fire("problem.next");
    }

    @Test void a_large_text_can_be_edited_and_is_coloured_where_one_looks(FxRobot robot) {
        String text = "f(x) = if x then 1 else \"two\" # three\n".repeat(20_000);
        Document document = ide.open("large.nos", text);
        CodeArea area = ide.area();
        Ide.run(() -> ide.window.activeEditor().orElseThrow().goTo(15_000, 1));
        await("the far line is coloured", () -> area.getStyleOfChar(14_999, 8).contains("token-keyword"));
        ide.focusedArea();
        robot.write("y");
        await("the key is in the text", () -> document.text().length() == text.length() + 1);
        assertThat(fx(() -> area.getStyleOfChar(5_000, 8))).as("what was never seen costs nothing").isEmpty();
    }

    @Test void find_counts_and_steps(FxRobot robot) {
        ide.open("a.nos", "one two one\nOne\n");
        ide.focusedArea();
        ide.fire("edit.find");
        robot.write("one");
        await("the first match is selected", () -> robot.lookup("#find-count").queryLabeled().getText().equals("1 of 3"));
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        assertThat(fx(() -> ide.area().getCaretPosition())).isEqualTo(15);
        robot.push(KeyCode.ESCAPE);
    }

    @Test void the_palette_runs_commands(FxRobot robot) {
        ide.open("a.nos", "a\nb\nc\n");
        ide.focusedArea();
        ide.fire("go.line");
        robot.write("3");
        robot.push(KeyCode.ENTER);
        assertThat(fx(() -> ide.area().getCurrentParagraph())).isEqualTo(2);
        ide.fire("help.commands");
        robot.write("new file");
        robot.push(KeyCode.ENTER);
        await("a new file is open", () -> ide.services.documents().open().size() == 2);
    }
}
