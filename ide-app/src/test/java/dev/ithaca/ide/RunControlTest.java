package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Run, Stop and Re-run, console and marks, over a machine that does what the test says. */
@ExtendWith(ApplicationExtension.class)
class RunControlTest {
    @TempDir static Path config;
    private final List<ScriptedMachine> machines = new CopyOnWriteArrayList<>();
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config, this::compile); }

    private Compilation compile(ProgramSource source) {
        List<Diagnostic> found = source.units().stream().map(unit -> Parser.parse(unit.file())).map(ParseResult::diagnostics).flatMap(List::stream).toList();
        return new Compilation(found.isEmpty() ? Optional.of(options -> {
            machines.add(new ScriptedMachine(options));
            return machines.getLast();
        }) : Optional.empty(), found);
    }

    @AfterEach void close() { ide.close(); }

    private ScriptedMachine run(String text) {
        ide.open("a.nos", text);
        ide.fire("run.start");
        state(RunState.RUNNING);
        return machines.getLast();
    }

    private void state(RunState wanted) { await("the program is " + wanted.label(), () -> ide.services.runner().stateProperty().get() == wanted); }

    private void console(String text) { await("the console shows " + text, () -> ide.window.consoleText().contains(text)); }

    @Test void output_and_result_appear_and_the_machine_stays_for_inspection() {
        ScriptedMachine machine = run("main() = 42");
        machine.options.out().println("hello");
        machine.options.err().println("careful");
        machine.outcome.complete(new Outcome(Outcome.Kind.COMPLETED, "42", null));
        state(RunState.FINISHED);
        console("hello\ncareful\n42\na.nos finished after");
        assertThat(machine.closed).isFalse();
        assertThat(fx(() -> ide.window.monitorControl().getInspector())).isSameAs(machine);
    }

    @Test void arguments_are_asked_once_and_kept() {
        ide.open("a.nos", "main() = 42");
        ide.dialogs.name = "-v \"two words\" last";
        ide.fire("run.arguments");
        state(RunState.RUNNING);
        assertThat(machines.getLast().options.arguments()).containsExactly("-v", "two words", "last");
        ide.fire("run.again");
        await("it runs again", () -> machines.size() == 2);
        assertThat(machines.getLast().options.arguments()).hasSize(3);
    }

    @Test void a_failure_shows_its_report() {
        run("main() = 42").outcome.complete(new Outcome(Outcome.Kind.FAILED, null, "panic: oops\n  at main (a.nos:1)"));
        state(RunState.FAILED);
        console("panic: oops");
    }

    @Test void stop_ends_the_run_and_run_again_makes_a_new_machine() {
        ScriptedMachine first = run("main() = 42");
        assertThat(fx(() -> ide.window.actions().get("run.start").enabled().get())).isFalse();
        ide.fire("run.stop");
        state(RunState.STOPPED);
        ide.fire("run.again");
        state(RunState.RUNNING);
        assertThat(machines).hasSize(2);
        await("the first machine is let go", () -> first.closed);
    }

    @Test void a_program_that_came_to_a_stand_stays_with_a_note_until_stop() {
        ScriptedMachine machine = run("main() = 42");
        machine.deadlock = "all 2 processes wait and nothing can wake one\n\nWaiting:\n  <pid 1> main/";
        machine.options.onDeadlock().accept(machine.deadlock);
        console("Note: all 2 processes wait and nothing can wake one");
        console("Stop ends it");
        await("the status bar says so", () -> ((Label) ide.node("#status-notice")).getText().equals("all 2 processes wait and nothing can wake one"));
        assertThat(fx(() -> ide.services.runner().stateProperty().get())).isEqualTo(RunState.RUNNING);
        ide.fire("run.stop");
        state(RunState.STOPPED);
        await("the note is gone", () -> ((Label) ide.node("#status-notice")).getText().isEmpty());
    }

    @Test void errors_keep_it_from_running_and_show_the_first() {
        ide.open("a.nos", "main() = 1\n\nf() = )\n");
        ide.fire("run.start");
        await("the caret is at the error", () -> ide.area().getCurrentParagraph() == 2);
        assertThat(machines).isEmpty();
        assertThat(fx(() -> ide.services.runner().stateProperty().get())).isEqualTo(RunState.IDLE);
    }

    @Test void unsaved_text_is_run_as_it_is() {
        Document document = ide.open("a.nos", "main() = )");
        Ide.run(() -> document.replaceAll("main() = 1"));
        ide.fire("run.start");
        state(RunState.RUNNING);
    }

    @Test void the_program_reads_what_is_typed() throws IOException {
        ScriptedMachine machine = run("main() = 42");
        await("the input line is there", () -> ide.node("#console-input").isVisible() && !ide.node("#console-input").isDisabled());
        Ide.run(() -> {
            TextField input = (TextField) ide.stage.getScene().lookup("#console-input");
            input.setText("a line");
            input.getOnAction().handle(null);
        });
        BufferedReader reader = new BufferedReader(new InputStreamReader(machine.options.in(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo("a line");
        ide.fire("run.stop");
        assertThat(reader.readLine()).isNull();
    }

    @Test void lines_show_how_many_processes_stand_there_and_where_the_selected_one_is() {
        ScriptedMachine machine = run("main() = {\n    1\n    2\n}\n");
        machine.processes = List.of(waiting(1, 2), waiting(2, 3), waiting(3, 3));
        await("line 3 shows two", () -> ide.area().getParagraphGraphic(2).lookup(".gutter-occupied") instanceof Label label && label.getText().equals("2"));
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(1L));
        await("line 2 is marked", () -> ide.area().getParagraph(1).getParagraphStyle().contains("process-line"));
    }

    @Test void terminal_output_is_coloured_rewritten_and_searched() {
        ScriptedMachine machine = run("main() = 42");
        machine.options.out().print("10 %\r20 %\rdone\n\u001b[31mred\u001b[0m plain\n");
        console("done\nred plain");
        assertThat(fx(() -> ide.window.consoleText())).startsWith("done\nred plain\n");
        CodeArea output = (CodeArea) ide.node("#console");
        assertThat(fx(() -> output.getStyleOfChar(1, 0))).contains("console-red");
        assertThat(fx(() -> output.getStyleOfChar(1, 5))).doesNotContain("console-red");
        Ide.run(output::requestFocus);
        ide.fire("edit.find");
        Ide.run(() -> ((TextField) ide.node("#console-find")).setText("RED"));
        await("the match is selected", () -> output.getSelectedText().equals("red"));
    }

    private static ProcessInfo waiting(long pid, int line) {
        return new ProcessInfo(pid, null, ProcessStatus.WAITING, 0, 10, 100, 0, 0, "main", "main", "a.nos", line, 0, 10, null);
    }

    @Test void a_program_that_prints_without_end_does_not_freeze_the_window() {
        ScriptedMachine machine = run("main() = 42");
        for (int i = 0; i < 60_000; i++) machine.options.out().println("line " + i + " of very many");
        machine.options.out().println("the last line");
        console("the last line");
        assertThat(fx(() -> ide.window.consoleText().lines().count())).isLessThanOrEqualTo(20_100);
    }
}
