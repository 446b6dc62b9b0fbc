package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.tour.Screenshot;
import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.syntax.Parser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of states for people to look at, in {@code target/pictures}; the test only sees that something is on them. */
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final String PROGRAM = """
            # Counters: each keeps its number in its argument.
            type Request = Add(Int) | Show

            counter(n) = receive {
                Add(m) -> counter(n + m)
                Show -> {
                    println("at ${n}, ${n * 2.5} and 'more'")
                    counter(n)
                }
            }

            main() = {
                counters = [1..3].map(i => spawn(counter(i)))
                counters.each(c => c <- Add(0xFF))
                if true then () else panic("never")
            }
            """;
    @TempDir static Path config;
    private volatile ScriptedMachine machine;
    private Ide ide;

    @Start void start(Stage stage) {
        ide = new Ide(stage, config, source -> new Compilation(Optional.of(options -> machine = new ScriptedMachine(options)),
                source.units().stream().flatMap(unit -> Parser.parse(unit.file()).diagnostics().stream()).toList()));
    }

    @AfterEach void close() { ide.close(); }

    @Test void the_window_in_its_states() throws IOException {
        size(1440, 860);
        themes("welcome");
        ide.open("counters.nos", PROGRAM);
        ide.fire("run.start");
        await("it runs", () -> ide.services.runner().stateProperty().get() == RunState.RUNNING);
        machine.processes = LongStream.rangeClosed(1, 9).mapToObj(PicturesTest::process).toList();
        machine.options.out().println("at 1, 2.5 and 'more'\nprocess <3> crashed at counters.nos:7:9");
        machine.options.err().println("panic: something went wrong");
        await("the processes are listed", () -> ide.window.monitorControl().processCountProperty().get() > 1);
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(3L));
        themes("running");
        ide.fire("help.commands");
        themes("commands");
        ide.fire("go.anything");
        WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        ide.fire("help.keys");
        themes("keys");
        Ide.run(() -> {
            ide.node("#key-list").setVisible(false);
            ide.node("#palette").setVisible(false);
            ide.active().noticeProperty().set(new Notice(Notice.Kind.WARNING, "counters.nos changed on disk, and here too.",
                    List.of(new Notice.Choice("Load from disk", () -> {}), new Notice.Choice("Keep mine", () -> {}))));
            ide.services.documents().noticeProperty().set(Notice.error("photo.png is not text: there is a zero byte at offset 8."));
        });
        ide.fire("edit.find");
        Ide.run(() -> ((TextField) ide.node("#find-query")).setText("counter"));
        themes("notices-and-find");
        ide.fire("edit.replace");
        ide.fire("search.files");
        themes("replace-and-search");
        size(1280, 720);
        picture("small");
        ide.fire("view.monitorOnly");
        picture("monitor-only");
        ide.fire("view.monitorOnly");
        write("large", fx(() -> Screenshot.take(ide.stage.getScene(), 1920, 1080)));
    }

    private static ProcessInfo process(long pid) {
        ProcessStatus status = ProcessStatus.values()[(int) (pid % ProcessStatus.values().length)];
        return new ProcessInfo(pid, pid == 2 ? "teller" : null, status, (int) pid * 3, pid * 12_345, pid * 2_048, pid == 1 ? 0 : 1, 0, pid == 1 ? "main" : "counter",
                pid == 1 ? "main" : "counter", "counters.nos", pid == 1 ? 14 : 4, 0, 1_000, status == ProcessStatus.DEAD ? "killed" : null);
    }

    private void size(double width, double height) {
        Ide.run(() -> {
            ide.stage.setWidth(width);
            ide.stage.setHeight(height);
        });
    }

    private void themes(String name) throws IOException {
        picture(name);
        Ide.run(() -> ide.services.appearance().themeProperty().set(Theme.DARK));
        picture(name + "-dark");
        Ide.run(() -> ide.services.appearance().themeProperty().set(Theme.LIGHT));
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS);
        write(name, fx(() -> Screenshot.take(ide.stage.getScene())));
    }

    private static void write(String name, BufferedImage image) throws IOException {
        Screenshot.write(image, FOLDER.resolve(name + ".png"));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(50);
    }
}
