package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.monitor.ProcessMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** States of programs in files, opened in the monitor of the window. */
@ExtendWith(ApplicationExtension.class)
class OpenRecordingTest {
    private static final String PROGRAM = """
            keeper(name, total) = receive {
                n -> keeper(name, total + n)
            }

            main() = {
                spawn { keeper("tea", 42) }
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;

    @TempDir Path folder;
    private Ide ide;

    @Start void start(Stage stage) throws IOException { ide = new Ide(stage, Files.createTempDirectory("config")); }

    @AfterEach void close() { ide.close(); }

    private ProcessMonitor monitor() { return ide.window.monitorControl(); }

    private boolean isReplaying() { return monitor().recordingProperty().get() != null; }

    private boolean hints(String text) {
        return ide.stage.getScene().getRoot().lookupAll(".line-hint").stream().anyMatch(node -> ((Label) node).getText().contains(text));
    }

    private void saveWhileItRuns() {
        Ide.run(() -> {
            ide.stage.setWidth(1440);
            ide.stage.setHeight(860);
        });
        ide.fire("run.start");
        await("the program runs", () -> ide.services.runner().stateProperty().get() == RunState.RUNNING);
        await("two processes are listed", () -> monitor().processCountProperty().get() == 2);
        Ide.run(() -> monitor().setSelectedPid(2L));
        await("the process stands where it waits", () -> hints("total = 42"));
        ide.dialogs.target = folder.resolve("stock.nosdump");
        ide.fire("process.save-state");
        await("the file is there", () -> Files.exists(ide.dialogs.target));
    }

    @Test void a_saved_state_leads_to_its_source_after_the_text_was_closed_and_the_program_stopped() throws IOException {
        Path source = Files.writeString(folder.resolve("stock.nos"), PROGRAM);
        Ide.run(() -> ide.window.openPath(source));
        await("the text is open", () -> ide.services.documents().active().isPresent());
        ide.checked();
        saveWhileItRuns();
        ide.fire("run.stop");
        await("it has stopped", () -> ide.services.runner().stateProperty().get() == RunState.STOPPED);
        Ide.run(() -> {
            monitor().setInspector(null);
            List.copyOf(ide.services.documents().open()).forEach(document -> ide.services.documents().close(document));
        });
        Ide.run(() -> ide.window.openPath(ide.dialogs.target));
        await("the state is shown", () -> isReplaying() && monitor().processCountProperty().get() == 2);
        assertThat(fx(() -> ide.services.documents().open())).as("it is no text").isEmpty();
        Ide.run(() -> monitor().setSelectedPid(2L));
        ide.fire("process.go-to-source");
        await("its source is open", () -> ide.services.documents().active().flatMap(Document::path).filter(source::equals).isPresent());
    }

    @Test void values_of_the_state_stand_in_the_text_and_a_new_run_takes_its_place() {
        ide.open("stock.nos", PROGRAM);
        saveWhileItRuns();
        ide.fire("process.open-recording");
        await("the state is shown", () -> isReplaying() && monitor().processCountProperty().get() == 2);
        await("nothing is selected", () -> !hints("total"));
        Ide.run(() -> monitor().setSelectedPid(2L));
        await("its values stand in the text", () -> hints("total = 42"));
        ide.fire("run.again");
        await("the new machine is looked at", () -> !isReplaying() && monitor().getInspector() != null && monitor().getInspector().isLive());
    }
}
