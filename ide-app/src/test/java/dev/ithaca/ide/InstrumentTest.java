package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.run.RunState;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.tour.Screenshot;
import dev.ithaca.vm.inspect.ProcessInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The editor and the monitor as one instrument, on the real machine. */
@ExtendWith(ApplicationExtension.class)
class InstrumentTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String PROGRAM = """
            type Order = Add(Int)

            keeper(name, total) = receive {
                Add(n) -> keeper(name, total + n)
            }

            main() = {
                keepers = ["tea", "salt", "rice"].map(name => spawn(keeper(name, 10)))
                keepers.head() <- Add(32)
                sleep(600000)
            }
            """;
    private static final int WAITING_LINE = 3;
    @TempDir static Path config;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @AfterEach void close() { ide.close(); }

    private void run(String title) {
        Ide.run(() -> {
            ide.stage.setWidth(1440);
            ide.stage.setHeight(860);
        });
        ide.open(title, PROGRAM);
        ide.fire("run.start");
        await("the program runs", () -> ide.services.runner().stateProperty().get() == RunState.RUNNING);
        await("four processes are listed", () -> ide.window.monitorControl().processCountProperty().get() == 4);
    }

    private ProcessInfo keeper() {
        return fx(() -> ide.services.runner().sessionProperty().get()).machine().inspector().processes().stream()
                .filter(process -> "keeper".equals(process.function())).findFirst().orElseThrow();
    }

    private List<String> texts(String selector) {
        return ide.stage.getScene().getRoot().lookupAll(selector).stream().map(node -> ((Label) node).getText()).toList();
    }

    private void pictures(String name) throws IOException {
        for (Theme theme : Theme.values()) {
            Ide.run(() -> ide.services.appearance().themeProperty().set(theme));
            Screenshot.write(fx(() -> Screenshot.take(ide.stage.getScene())), PICTURES.resolve(name + "-" + theme.name().toLowerCase() + ".png"));
        }
    }

    @Test void the_selected_process_is_shown_in_the_text_with_its_variables() throws IOException {
        run("stock.nos");
        ProcessInfo keeper = keeper();
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(keeper.pid()));
        await("its variables follow its line", () -> texts(".line-hint").equals(List.of("name = \"tea\", total = 42 in <" + keeper.pid() + ">")));
        assertThat(fx(() -> ide.area().getParagraph(WAITING_LINE - 1).getParagraphStyle())).contains("process-line");
        pictures("instrument");
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(null));
        await("the hint is gone", () -> texts(".line-hint").isEmpty());
    }

    @Test void a_place_that_starts_more_and_more_processes_is_marked_in_the_text() throws IOException {
        Ide.run(() -> {
            ide.stage.setWidth(1440);
            ide.stage.setHeight(860);
        });
        ide.open("leak.nos", """
                worker(n) = receive { "stop" -> n }

                serve(n) = {
                    range(0, 20).map(i => spawn(worker(i)))
                    sleep(100)
                    if n > 0 then serve(n - 1) else 0
                }

                main() = serve(200)
                """);
        ide.fire("run.start");
        await("the line is marked", () -> texts(".hint-warnings").stream()
                .anyMatch(text -> text.matches("⚠ more and more: [\\d,]+ live on, \\+[\\d,]+ in \\d.*")));
        assertThat(fx(() -> ide.stage.getScene().getRoot().lookupAll(".hint-warnings").size())).isEqualTo(1);
        pictures("leak");
    }

    @Test void a_click_on_a_count_shows_the_processes_there_whatever_the_file_is_called() {
        run("my stock.nos");
        await("three stand at the line", () -> texts(".gutter-occupied").contains("3"));
        Node count = fx(() -> ide.stage.getScene().getRoot().lookupAll(".gutter-occupied").stream()
                .filter(node -> ((Label) node).getText().equals("3")).findFirst().orElseThrow());
        Mouse.click(count);
        assertThat(fx(() -> ide.window.monitorControl().filterTextProperty().get())).isEqualTo("file:\"my stock.nos\" line=" + WAITING_LINE);
        await("the counts stay while the monitor is folded away", () -> {
            ide.window.actions().get("view.monitor").fire();
            return texts(".gutter-occupied").containsAll(List.of("1", "3"));
        });
    }
}
