package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.analysis.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Uses of a name, renaming, formatting and the parameters of calls, in the real application. */
@ExtendWith(ApplicationExtension.class)
class RefactoringTest {
    @TempDir static Path config;
    @TempDir Path folder;
    private final FxRobot robot = new FxRobot();
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @AfterEach void close() { ide.close(); }

    private void project() throws IOException {
        Files.writeString(folder.resolve("main.nos"), "use geo.*\n\n# Prints two sizes.\nmain() = {\n    println(double(4))\n    println(\"${double(5)}\")\n}\n");
        Files.writeString(folder.resolve("geo.nos"), "# Twice a length.\npub double(n: Int) -> Int = n * 2\n\npub quadruple(n) = double(double(n))\n");
        Ide.run(() -> ide.window.openPath(folder));
        await("the project is open", () -> ide.window.activeEditor().isPresent());
        ide.checked();
    }

    @SuppressWarnings("unchecked")
    private List<Usage> listed(String selector) { return ((ListView<Usage>) ide.stage.getScene().lookup(selector)).getItems(); }

    private boolean renaming() { return ide.stage.getScene().lookup("#rename").isVisible(); }

    private String message() { return ((Label) ide.stage.getScene().lookup("#rename-message")).getText(); }

    private void newName(String name) { Ide.run(() -> ((TextField) ide.stage.getScene().lookup("#rename-name")).setText(name)); }

    @Test void uses_of_a_name_are_listed_and_lead_to_their_places() throws IOException {
        project();
        ide.caretBehind("println(dou");
        robot.press(KeyCode.ALT).type(KeyCode.F7).release(KeyCode.ALT);
        await("all five are listed", () -> listed("#usages").size() == 5);
        assertThat(fx(() -> listed("#usages").stream().map(Usage::place).toList()))
                .containsExactly("geo.nos:2:5", "geo.nos:4:20", "geo.nos:4:27", "main.nos:5:13", "main.nos:6:16");
        ide.pictures("usages");
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        await("the second one is shown", () -> ide.active().name().equals("geo.nos"));
        await("at its place", () -> ide.area().getCurrentParagraph() == 3 && ide.area().getCaretColumn() == 19);
    }

    @Test void a_name_is_changed_in_all_files_and_undone_in_each() throws IOException {
        project();
        ide.caretBehind("println(dou");
        robot.type(KeyCode.F2);
        await("the panel is open", this::renaming);
        newName("twice");
        await("the changes are known", () -> message().startsWith("Changes 5 places in 2 files"));
        ide.pictures("rename");
        robot.type(KeyCode.ENTER);
        await("the text in front is changed", () -> !renaming() && ide.area().getText().contains("println(twice(4))\n    println(\"${twice(5)}\")"));
        await("it is in front again", () -> ide.active().name().equals("main.nos"));
        assertThat(fx(() -> ide.services.documents().of(folder.resolve("geo.nos")).orElseThrow().text()))
                .isEqualTo("# Twice a length.\npub twice(n: Int) -> Int = n * 2\n\npub quadruple(n) = twice(twice(n))\n");
        assertThat(Files.readString(folder.resolve("geo.nos"))).as("not written before it is saved").contains("double");
        ide.checked();
        await("there are no problems", () -> ide.services.analysis().problems().isEmpty());
        ide.focusedArea();
        ide.fire("edit.undo");
        await("it is undone at once", () -> ide.area().getText().contains("println(double(4))\n    println(\"${double(5)}\")"));
    }

    @Test void a_name_that_is_taken_is_refused_with_the_reason() throws IOException {
        project();
        ide.caretBehind("println(dou");
        ide.fire("edit.rename");
        await("the panel is open", this::renaming);
        newName("quadruple");
        await("the reason is said", () -> message().startsWith("quadruple is taken"));
        ide.pictures("rename-refused");
        robot.type(KeyCode.ENTER);
        assertThat(fx(this::renaming)).isTrue();
        robot.type(KeyCode.ESCAPE);
        await("the panel is closed", () -> !renaming());
        assertThat(fx(() -> ide.area().getText())).contains("double(4)");
    }

    @Test void a_text_is_laid_out_as_one_change() {
        ide.open("messy.nos", "main() = {\nx=1+2\n      println( x )\n}\n");
        ide.caretBehind("x=1");
        ide.fire("edit.format");
        await("it is laid out", () -> ide.area().getText().equals("main() = {\n    x = 1 + 2\n    println(x)\n}\n"));
        assertThat(fx(() -> ide.area().getCurrentParagraph())).isEqualTo(1);
        ide.fire("edit.undo");
        await("it is as it was", () -> ide.area().getText().equals("main() = {\nx=1+2\n      println( x )\n}\n"));
    }

    @Test void the_parameters_of_a_call_come_with_its_parenthesis_and_follow_the_caret() throws IOException {
        ide.open("calls.nos", "# Area of a box.\narea(width: Int, height: Int) -> Int = width * height\n\nmain() = {\n    x = are\n    x\n}\n");
        ide.caretBehind("x = are");
        robot.write("a(");
        await("the first parameter is marked", () -> activeParameter().equals("width: Int"));
        robot.write("1, ");
        await("the second one is marked", () -> activeParameter().equals("height: Int"));
        ide.pictures("parameters");
        robot.type(KeyCode.ESCAPE);
        await("it is closed", () -> activeParameter().isEmpty());
        ide.fire("edit.parameters");
        await("it is shown again", () -> activeParameter().equals("height: Int"));
    }

    private String activeParameter() {
        Node card = ide.stage.getScene().lookup("#call-hint");
        if (card == null || !card.isVisible()) return "";
        return card.lookupAll(".call-hint-active").stream().map(n -> ((Text) n).getText()).collect(Collectors.joining());
    }
}
