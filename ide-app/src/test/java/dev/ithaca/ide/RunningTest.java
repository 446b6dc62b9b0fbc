package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.project.Examples;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.view.ProcessTable;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TableColumnHeader;
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

/** The whole way with the real compiler and machine: edit, run, look into processes, kill one, run again. */
@ExtendWith(ApplicationExtension.class)
class RunningTest {
    private static final String PROGRAM = """
            type Order = Add(Int) | Later(String)

            keeper(name, total) = receive {
                Add(n) -> keeper(name, total + n)
            }

            busy(n) = busy(n + 1)

            main() = {
                keepers = ["tea", "salt", "rice"].map(name => spawn(keeper(name, 10)))
                first = keepers.head()
                first <- Add(32)
                first <- Later("not now")
                first <- Later("nor then")
                spawn(busy(0))
                println("all started")
                sleep(600000)
            }
            """;
    @TempDir static Path config;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @AfterEach void close() { ide.close(); }

    private void run() {
        ide.open("stock.nos", PROGRAM);
        ide.fire("run.start");
        await("the program runs", () -> ide.services.runner().stateProperty().get() == RunState.RUNNING);
        await("five processes are listed", () -> ide.window.monitorControl().processCountProperty().get() == 5);
    }

    private ProcessTable table() { return (ProcessTable) ide.node("#process-table"); }

    private Listing listing() { return fx(() -> table().listing()); }

    private List<Long> reductions() {
        Listing listing = listing();
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < listing.size(); i++) values.add(listing.sample().reductions(listing.row(i)));
        return values;
    }

    private ProcessInfo keeperWithMail() {
        List<ProcessInfo> processes = fx(() -> ide.services.runner().sessionProperty().get()).machine().inspector().processes();
        return processes.stream().filter(process -> process.mailboxLength() == 2).findFirst().orElse(null);
    }

    private void sortByReductions() {
        Node header = fx(() -> table().lookupAll(".column-header").stream()
                .filter(node -> node instanceof TableColumnHeader column && column.getTableColumn() != null && "Reductions".equals(column.getTableColumn().getText()))
                .findFirst().orElseThrow());
        Mouse.click(header);
    }

    @Test void a_type_error_is_underlined_and_listed_and_goes_away_when_fixed() {
        ide.open("a.nos", "main() = 1 + 2\n");
        CodeArea area = ide.area();
        Ide.run(() -> area.replaceText(0, 13, 0, 14, "\"a\""));
        await("the error is listed", () -> !ide.services.analysis().problems().isEmpty());
        await("the error is underlined", () -> area.getStyleSpans(0).stream().anyMatch(span -> span.getStyle().contains("overlay-error")));
        ide.fire("edit.undo");
        await("the error is gone", () -> ide.services.analysis().problems().isEmpty());
    }

    @Test void rows_appear_and_sort_by_reductions_both_ways() {
        ide.fire("view.monitorOnly"); // wide enough for every column
        run();
        sortByReductions();
        await("descending", () -> inOrder(reductions(), Comparator.reverseOrder()));
        sortByReductions();
        await("ascending", () -> inOrder(reductions(), Comparator.naturalOrder()));
    }

    private static boolean inOrder(List<Long> values, Comparator<Long> order) {
        return values.size() == 5 && values.stream().sorted(order).toList().equals(values);
    }

    @Test void undo_in_the_process_list_takes_a_kill_back_and_leaves_the_text_alone() {
        run();
        CodeArea area = ide.area();
        Ide.run(() -> area.insertText(0, "# note\n"));
        ProcessInfo keeper = keeperWithMail();
        Ide.run(() -> {
            table().requestFocus();
            ide.window.monitorControl().setSelectedPid(keeper.pid());
        });
        await("it can be killed", () -> action("kill").enabled().get());
        Ide.run(() -> action("kill").run());
        await("it is dead", () -> ide.window.monitorControl().processCountProperty().get() == 4);
        await("that can be undone", () -> action("undo").enabled().get());
        var robot = new FxRobot();
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await("it is back", () -> ide.window.monitorControl().processCountProperty().get() == 5);
        await("with its messages", () -> keeperWithMail() != null && keeperWithMail().pid() == keeper.pid());
        assertThat(fx(() -> area.getText())).startsWith("# note\n");
    }

    private MonitorAction action(String id) {
        return ide.window.monitorControl().actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    @Test void the_tree_shows_children_below_their_parent() {
        run();
        Ide.run(() -> ide.window.monitorControl().treeProperty().set(true));
        await("four are below main", () -> {
            Listing listing = table().listing();
            return listing.isTree() && listing.size() == 5 && listing.depth(0) == 0 && listing.depth(1) == 1 && listing.depth(4) == 1;
        });
    }

    @Test void a_waiting_process_shows_its_variables_its_mailbox_and_its_line() {
        run();
        await("two messages wait", () -> keeperWithMail() != null && keeperWithMail().status() == ProcessStatus.WAITING);
        ProcessInfo keeper = keeperWithMail();
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(keeper.pid()));
        await("its variables are shown", () -> rows("#variables").anyMatch(row -> row.label().equals("total") && row.type().equals("Int") && row.text().equals("42")));
        assertThat(fx(() -> rows("#variables").anyMatch(row -> row.label().equals("name") && row.text().equals("\"tea\"")))).isTrue();
        Ide.run(() -> ((TabPane) ide.node("#process-details .tab-pane")).getSelectionModel().select(2));
        await("its mailbox is shown", () -> rows("#mailbox").anyMatch(row -> row.text().contains("not now")));
        await("its line is marked", () -> ide.area().getParagraph(keeper.line() - 1).getParagraphStyle().contains("process-line"));
        ide.fire("process.go-to-source");
        await("the caret is at its line", () -> ide.area().getCurrentParagraph() == keeper.line() - 1);
    }

    private Stream<ValueNode> rows(String selector) {
        TreeTableView<?> view = (TreeTableView<?>) ide.stage.getScene().lookup(selector);
        return view == null || view.getRoot() == null ? Stream.empty() : items(view.getRoot());
    }

    private static Stream<ValueNode> items(TreeItem<?> item) {
        Stream<ValueNode> own = item.getValue() instanceof ValueNode node ? Stream.of(node) : Stream.empty();
        return Stream.concat(own, item.getChildren().stream().flatMap(RunningTest::items));
    }

    @Test void a_killed_process_dies_and_the_program_can_run_again() {
        run();
        ProcessInfo keeper = keeperWithMail();
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(keeper.pid()));
        ide.fire("process.kill-now");
        await("it is dead", () -> {
            ProcessSample sample = table().listing().sample();
            int row = sample.rowOf(keeper.pid());
            return row >= 0 && !sample.isAlive(row) || ide.window.monitorControl().processCountProperty().get() == 4;
        });
        ide.fire("run.stop");
        await("it is stopped", () -> ide.services.runner().stateProperty().get() == RunState.STOPPED);
        await("the last state stays", () -> table().listing().size() > 0);
        ide.fire("run.again");
        await("it runs again", () -> ide.services.runner().stateProperty().get() == RunState.RUNNING);
        await("five processes again", () -> ide.window.monitorControl().processCountProperty().get() == 5);
    }

    @Test void what_happened_to_a_process_becomes_a_test_in_an_unsaved_tab() {
        ide.open("late.nos", """
                idle() = receive { "stop" -> () after 600000 -> () }
                main() = {
                    receive { "start" -> () after 600000 -> () }
                    spawn(idle())
                    sleep(600000)
                }
                """);
        ide.fire("run.start");
        await("main is listed", () -> ide.window.monitorControl().processCountProperty().get() == 1);
        ide.fire("process.trace-all");
        Inspector machine = fx(() -> ide.window.monitorControl().getInspector());
        assertThat(machine.send(1, "\"start\"").join().problem()).isNull();
        await("its child is listed", () -> ide.window.monitorControl().processCountProperty().get() == 2);
        Ide.run(() -> ide.window.monitorControl().setSelectedPid(2L));
        ide.fire("process.save-as-test");
        await("the test is in front", () -> ide.services.documents().active().map(Document::name).orElse("").equals("process-2-test.nos"));
        assertThat(fx(() -> ide.active().text())).contains("test \"idle lives on as <2> did\" = {", "(p2, ref) = spawn_monitor(idle())");
        assertThat(fx(() -> ide.active().isDirty())).isTrue();
    }

    @Test void every_example_compiles_and_the_first_one_runs_to_its_end() {
        for (Examples.Example example : ide.services.examples()) {
            Ide.run(() -> ide.window.openExample(example));
            ide.checked();
            assertThat(fx(() -> List.copyOf(ide.services.analysis().problems()))).as(example.name()).noneMatch(problem -> problem.diagnostic().isError());
        }
        ide.open("last.nos", "main() = {\n    println(\"hello\")\n    6 * 7\n}\n");
        ide.fire("run.start");
        await("it has finished", () -> ide.services.runner().stateProperty().get() == RunState.FINISHED);
        await("output and result are shown", () -> ide.window.consoleText().contains("hello\n42\n"));
    }
}
