package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.run.RunState;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.tour.Screenshot;
import dev.ithaca.vm.service.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Completion, explanations and declarations in the editor, with the real checker. */
@ExtendWith(ApplicationExtension.class)
class CodeHelpTest {
    private static final String PROGRAM = """
            type Order = Add(Int)

            # Keeps the total of what was added.
            keeper(name, total) = receive {
                Add(n) -> keeper(name, total + n)
            }

            main() = {
                first = spawn(keeper("tea", 10))
                first <- Add(32)
                sleep(600000)
            }
            """;
    @TempDir static Path config;
    @TempDir Path folder;
    private final FxRobot robot = new FxRobot();
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @AfterEach void close() { ide.close(); }

    private void widen() {
        Ide.run(() -> {
            ide.stage.setWidth(1440);
            ide.stage.setHeight(860);
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> proposed() {
        if (!ide.stage.getScene().lookup("#completion").isVisible()) return List.of();
        return ((ListView<Completion.Proposal>) ide.stage.getScene().lookup("#completion-list")).getItems().stream().map(Completion.Proposal::name).toList();
    }

    @Test void proposals_come_while_typing_narrow_down_and_are_taken_with_enter() throws IOException {
        ide.open("stock.nos", PROGRAM);
        ide.caretBehind("first <- Add(32)");
        robot.type(KeyCode.ENTER);
        robot.write("ke");
        await("proposals are shown", () -> proposed().contains("keeper"));
        ide.pictures("completion");
        robot.write("e");
        await("they are narrowed down", () -> proposed().equals(List.of("keeper")));
        robot.type(KeyCode.ENTER);
        await("the call is written", () -> ide.area().getText().contains("    keeper()\n    sleep"));
        assertThat(fx(() -> ide.area().getText(ide.area().getCaretPosition() - 1, ide.area().getCaretPosition() + 1))).isEqualTo("()");
        assertThat(fx(this::proposed)).isEmpty();
    }

    @Test void after_a_dot_the_members_of_the_type_are_offered_and_escape_closes() {
        ide.open("stock.nos", PROGRAM);
        ide.caretBehind("keeper(\"tea\"");
        robot.write(".");
        await("methods of strings", () -> proposed().contains("trim") && !proposed().contains("main"));
        robot.write("tr");
        await("trim is first", () -> proposed().getFirst().equals("trim"));
        robot.type(KeyCode.ESCAPE);
        await("closed", () -> proposed().isEmpty());
        ide.fire("edit.complete");
        await("opened again", () -> !proposed().isEmpty() && proposed().getFirst().equals("trim"));
        robot.type(KeyCode.DOWN, KeyCode.UP, KeyCode.TAB);
        await("taken", () -> ide.area().getText().contains("\"tea\".trim()"));
    }

    @Test void a_declaration_is_found_in_another_file() throws IOException {
        Files.writeString(folder.resolve("main.nos"), "use geo.*\n\nmain() = double(4)\n");
        Files.writeString(folder.resolve("geo.nos"), "# Geometry.\n\npub double(n) = n * 2\n");
        Ide.run(() -> ide.window.openPath(folder));
        await("the project is open", () -> ide.window.activeEditor().isPresent());
        ide.checked();
        ide.caretBehind("main() = dou");
        ide.fire("go.definition");
        await("the other file is shown", () -> ide.active().name().equals("geo.nos"));
        await("the caret is at the declaration", () -> ide.area().getCurrentParagraph() == 2 && ide.area().getCaretColumn() == 4);
    }

    @Test void a_variable_tells_its_type_and_its_value_in_the_selected_process() throws IOException {
        widen(); // room for hints
        ide.open("stock.nos", PROGRAM);
        ide.fire("run.start");
        await("the program runs", () -> ide.services.runner().stateProperty().get() == RunState.RUNNING);
        await("two processes are listed", () -> ide.window.monitorControl().processCountProperty().get() == 2);
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(2L));
        await("its values are known", () -> ide.stage.getScene().getRoot().lookupAll(".line-hint").stream().anyMatch(n -> ((Label) n).getText().contains("total = 42")));
        CodeArea area = ide.area();
        int offset = PROGRAM.indexOf("total + n") + 1;
        Ide.run(() -> area.fireEvent(MouseOverTextEvent.beginAt(new Point2D(300, 200), offset)));
        await("type and value are told", () -> hoverTexts().equals(List.of("total: Int", "total = 42 in <2>")));
        Ide.run(() -> area.fireEvent(MouseOverTextEvent.end()));
        await("the card is gone", () -> hoverTexts().isEmpty());
        int function = PROGRAM.indexOf("keeper(\"tea\"");
        Ide.run(() -> area.fireEvent(MouseOverTextEvent.beginAt(new Point2D(300, 200), function)));
        await("signature and comment are told", () -> hoverTexts().contains("Keeps the total of what was added."));
        cardPictures(area, function, "Keeps the total of what was added.", "hover");
        cardPictures(area, PROGRAM.indexOf("sleep("), "Cost: O(1)", "hover-library");
        assertThat(hoverTexts()).anyMatch(text -> text.contains(" => "));
        Ide.run(() -> area.fireEvent(MouseOverTextEvent.end()));
    }

    /** The card at an offset in each theme, shown once its text is there. */
    private void cardPictures(CodeArea area, int offset, String text, String name) throws IOException {
        for (Theme theme : Theme.values()) {
            Ide.run(() -> {
                area.fireEvent(MouseOverTextEvent.end());
                ide.services.appearance().themeProperty().set(theme);
                area.fireEvent(MouseOverTextEvent.beginAt(new Point2D(300, 200), offset));
            });
            await("the card is shown", () -> hoverTexts().contains(text));
            Screenshot.write(fx(() -> Screenshot.take(cardWindow().getScene())), Ide.PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    private static Window cardWindow() {
        return Window.getWindows().stream().filter(w -> w.isShowing() && w.getScene().getRoot().lookup(".hover-signature") != null).findFirst().orElseThrow();
    }

    private static List<String> hoverTexts() {
        return Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".hover-content > *").stream())
                .map(node -> ((Text) node).getText()).collect(Collectors.toList());
    }

    @Test void the_monitor_can_be_narrowed_to_the_function_around_the_caret() {
        ide.open("stock.nos", PROGRAM);
        ide.fire("run.start");
        await("two processes are listed", () -> ide.window.monitorControl().processCountProperty().get() == 2);
        ide.caretBehind("Add(n) -> ");
        ide.fire("go.processes");
        await("the filter names the function", () -> ide.window.monitorControl().filterTextProperty().get().equals("file:\"stock.nos\" fn:keeper"));
    }
}
