package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ithaca.ide.tests.TestResult;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.tour.Screenshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tests of programs, run in the window with the real machine. */
@ExtendWith(ApplicationExtension.class)
class TestsTabTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    @TempDir static Path config;
    @TempDir Path folder;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @AfterEach void close() { ide.close(); }

    @Test void programs_of_the_folder_are_tested_and_a_failure_leads_to_its_source() throws IOException {
        Files.writeString(folder.resolve("a_sum.nos"), "# expect: 3\nmain() = 1 + 2\n");
        Files.writeString(folder.resolve("b_wrong.nos"), "# expect: 4\nmain() = 1 + 2\n");
        Files.writeString(folder.resolve("c_blocks.nos"), "twice(n) = n + n\n\ntest \"twice two\" = assert_eq(4, twice(2))\n\ntest \"twice three\" = assert_eq(7, twice(3))\n");
        Ide.run(() -> ide.window.openPath(folder));
        ide.fire("run.tests");
        await("all have run", () -> results().size() == 4 && !ide.services.tests().runningProperty().get());
        assertThat(fx(this::results)).extracting(TestResult::name, TestResult::title, TestResult::passed)
                .containsExactly(tuple("a_sum.nos", "", true), tuple("b_wrong.nos", "", false),
                        tuple("c_blocks.nos", "twice two", true), tuple("c_blocks.nos", "twice three", false));
        assertThat(fx(this::results).get(1).problem()).contains("expected 4, got 3");
        for (Theme theme : Theme.values()) {
            Ide.run(() -> ide.services.appearance().themeProperty().set(theme));
            Screenshot.write(fx(() -> Screenshot.take(ide.stage.getScene())), PICTURES.resolve("tests-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        ListView<?> list = (ListView<?>) ide.node("#tests");
        Ide.run(() -> {
            list.getSelectionModel().select(3);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        await("the failing test is shown", () -> ide.services.documents().active().filter(document -> document.name().equals("c_blocks.nos")).isPresent()
                && ide.window.activeEditor().isPresent() && ide.area().getCurrentParagraph() == 4);
    }

    private List<TestResult> results() { return List.copyOf(ide.services.tests().results()); }

    @Test void tests_that_do_not_end_are_stopped_like_a_program() throws IOException {
        Files.writeString(folder.resolve("a_quick.nos"), "test \"quick\" = assert(true)\n");
        Files.writeString(folder.resolve("b_long.nos"), "turn(n) = turn(n + 1)\n\ntest \"for ever\" = turn(0)\n");
        Ide.run(() -> ide.window.openPath(folder));
        ide.fire("run.tests");
        await("the first has passed", () -> results().size() == 1);
        ide.fire("run.stop");
        await("no test runs", () -> !ide.services.tests().runningProperty().get());
        assertThat(fx(() -> ide.services.tests().summaryProperty().get())).isEqualTo("Stopped.");
        assertThat(fx(this::results)).extracting(TestResult::title).containsExactly("quick");
    }

    @Test void a_text_without_a_file_is_told_to_be_saved() {
        ide.open("new.nos", "main() = 1\n");
        ide.fire("run.tests");
        await("it says so", () -> ide.services.tests().summaryProperty().get().startsWith("Save the file first"));
    }
}
