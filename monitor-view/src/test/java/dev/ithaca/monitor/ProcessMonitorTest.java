package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static dev.ithaca.monitor.support.FakeValue.integer;
import static dev.ithaca.monitor.support.FakeValue.numbers;
import static dev.ithaca.monitor.support.FakeValue.record;
import static dev.ithaca.monitor.support.FakeValue.variable;
import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.support.Bank;
import dev.ithaca.monitor.support.FakeInspector;
import dev.ithaca.monitor.support.FakeProcess;
import dev.ithaca.monitor.support.FxMouse;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The control as a user meets it, over a scripted machine. */
@ExtendWith(ApplicationExtension.class)
class ProcessMonitorTest extends MonitorFixture {
    private final FakeInspector machine = Bank.open();
    private final List<String> opened = new ArrayList<>();

    @Start void start(Stage given) {
        // the tests refresh by hand
        show(given, Duration.hours(1));
        monitor.setOnGoToSource((file, line) -> opened.add(file + ":" + line));
        monitor.setInspector(machine);
    }

    @Test void sortsBothWaysByHeader() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        FxMouse.click(header("Reductions"));
        waitForRows("1 3 7 13 8 9 10 11 12");
        FxMouse.click(header("Reductions"));
        waitForRows("12 11 10 9 8 13 7 3 1");
        FxMouse.click(header("Reductions"));
        waitForRows("1 3 7 8 9 10 11 12 13");
        FxMouse.click(header("Reductions"));
        machine.change(10, p -> p.reductions(1_000_000_000));
        refresh();
        waitForRows("10 1 3 7 13 8 9 11 12");
        waitUntil(() -> cell(0, "reductions").equals("1.00 G"));
    }

    @Test void aProcessChosenFromElsewhereIsTheOnlyOneMarked() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        for (long pid : new long[] {7, 1, 3}) {
            run(() -> monitor.setSelectedPid(pid));
            assertThat(get(() -> List.copyOf(table.getSelectionModel().getSelectedItems()))).containsExactly(pid);
            assertThat(get(() -> monitor.selectionProperty().get())).containsExactly(pid);
        }
    }

    @Test void theHeadingOfTheDetailsBearsTheMarkOfTheState() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        run(() -> monitor.setSelectedPid(8L));
        waitUntil(() -> monitor.lookup(".details-heading .status-icon.suspended") != null);
        waitUntil(() -> monitor.lookup(".details-heading .status-icon").getLayoutBounds().getWidth() > 8);
        assertThat(get(() -> monitor.lookup(".details-heading .status-icon").getLayoutBounds().getHeight())).isGreaterThan(8);
    }

    private String emptyText() { return ((Label) monitor.lookup("#processes-empty .label")).getText(); }

    private boolean saysAnythingIsAlive() {
        return monitor.lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && label.isVisible() && label.getText() != null
                && (label.getText().contains("alive") || label.getText().contains("0 processes") || label.getText().endsWith("s ago")));
    }

    @Test void aMachineThatIsNotReadYetIsNotSaidToBeEmpty() throws Exception {
        var latch = new CountDownLatch(1);
        var slow = Bank.open();
        slow.answerAfter(latch);
        run(() -> monitor.setInspector(slow));
        assertThat(get(this::emptyText)).isEqualTo("Reading the processes …");
        assertThat(get(this::saysAnythingIsAlive)).isFalse();
        latch.countDown();
        waitForRows("1 3 7 8 9 10 11 12 13");
    }

    @Test void aMachineThatCannotBeReadIsToldWithTheReasonUntilItCan() throws Exception {
        var broken = Bank.open();
        broken.breakDown("no answer");
        run(() -> monitor.setInspector(broken));
        waitUntil(() -> emptyText().equals("The processes could not be read; still trying"));
        waitUntil(() -> monitor.lookup("#monitor-message .label") instanceof Label label && "The processes could not be read: no answer".equals(label.getText()));
        assertThat(get(this::saysAnythingIsAlive)).isFalse();
        broken.breakDown(null);
        refresh();
        waitForRows("1 3 7 8 9 10 11 12 13");
        waitUntil(() -> !monitor.lookup("#monitor-message").isVisible());
    }

    @Test void keepsTheSelectionByPidWhileRowsComeAndGo() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        run(() -> table.getSelectionModel().selectIndices(3, 5));
        assertThat(monitor.selectionProperty().get()).containsExactlyInAnyOrder(8L, 10L);
        machine.forget(3);
        machine.forget(11);
        machine.put(process(2));
        refresh();
        waitForRows("1 2 7 8 9 10 12 13");
        FxMouse.click(header("Reductions"));
        waitForRows("1 7 13 8 9 2 10 12");
        assertThat(get(() -> List.copyOf(table.getSelectionModel().getSelectedItems()))).containsExactlyInAnyOrder(8L, 10L);
        assertThat(monitor.getSelectedPid()).isEqualTo(10L);
    }

    @Test void figuresChangeWithoutMovingTheList() throws Exception {
        for (long pid = 100; pid < 400; pid++) machine.put(process(pid));
        refresh();
        waitUntil(() -> table.listing().size() > 300);
        run(() -> table.scrollTo(150));
        WaitForAsyncUtils.waitForFxEvents();
        long top = firstVisiblePid();
        assertThat(top).isGreaterThan(100);
        machine.change(top, p -> p.heap(2_097_152));
        for (long pid = 500; pid < 520; pid++) machine.put(process(pid));
        refresh();
        waitUntil(() -> table.listing().positionOf(519) >= 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(firstVisiblePid()).isEqualTo(top);
        waitUntil(() -> cell(table.listing().positionOf(top), "heap").equals("2.00 MiB"));
    }

    @Test void filtersAndCounts() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        assertThat(text("#process-count")).isEqualTo("6 alive, 3 dead");
        run(() -> monitor.filterTextProperty().set("state:waiting"));
        waitForRows("7");
        assertThat(text("#process-count")).isEqualTo("1 of 9");
        run(() -> monitor.filterTextProperty().set("unicorn"));
        waitForRows("");
        waitUntil(() -> monitor.lookup("#clear-filter").isVisible());
        click("#clear-filter");
        waitForRows("1 3 7 8 9 10 11 12 13");
    }

    @Test void showsTheTreeAndKeepsWhatIsClosed() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        click("#monitor-tree");
        waitForRows("1 3 7 9 10 8 11 12 13");
        select(3L);
        press(table, KeyCode.LEFT, false);
        waitForRows("1 3 11 12 13");
        machine.put(process(14).parent(7), process(15).parent(1));
        refresh();
        waitForRows("1 3 11 12 13 15");
        press(table, KeyCode.RIGHT, false);
        waitForRows("1 3 7 9 10 14 8 11 12 13 15");
        assertThat(monitor.getSelectedPid()).isEqualTo(3L);
    }

    @Test void showsVariablesAndKeepsThemOpen() throws Exception {
        select(7L);
        TreeTableView<ValueNode> variables = valueTree("variables");
        waitUntil(() -> labels(variables).equals("loop balance history owner serve requests"));
        run(() -> {
            variables.getSelectionModel().select(1);
            variables.getTreeItem(3).setExpanded(true);
        });
        waitUntil(() -> labels(variables).equals("loop balance history owner name serve requests"));
        machine.change(7, p -> p.noFrames().frame("loop", 14, variable("balance", integer(440)),
                variable("history", numbers(250)),
                variable("owner", record("Person", "Person(…)", "name", integer(1))))
                .frame("serve", 31, variable("requests", integer(18))));
        refresh();
        waitUntil(() -> variables.getTreeItem(1).getValue().text().equals("440"));
        assertThat(labels(variables)).isEqualTo("loop balance history owner name serve requests");
        assertThat(variables.getTreeItem(1).getValue().changed()).isTrue();
        assertThat(variables.getSelectionModel().getSelectedItem().getValue().label()).isEqualTo("balance");
        run(() -> variables.getTreeItem(2).setExpanded(true));
        waitUntil(() -> labels(variables).contains("… 150 more"));
    }

    @Test void pagesADeepStack() throws Exception {
        FakeProcess deep = process(20);
        for (int i = 0; i < 250; i++) deep = deep.frame("down", 7);
        machine.put(deep);
        refresh();
        select(20L);
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        run(() -> ((TabPane) monitor.lookup(".details-tabs")).getSelectionModel().select(1));
        TableView<?> stack = (TableView<?>) monitor.lookup("#stack-table");
        // a hundred frames, the row for more, and who spawned it
        waitUntil(() -> stack.getItems().size() == 102);
        run(() -> {
            stack.getSelectionModel().select(100);
            stack.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        waitUntil(() -> stack.getItems().size() == 202);
        run(() -> {
            stack.getSelectionModel().selectFirst();
            stack.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertThat(opened).containsExactly("main.nos:7");
    }

    @Test void showsTheMailboxAndOpensMessages() throws Exception {
        select(7L);
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        run(() -> ((TabPane) monitor.lookup(".details-tabs")).getSelectionModel().select(2));
        TreeTableView<ValueNode> mailbox = valueTree("mailbox");
        waitUntil(() -> mailbox.getExpandedItemCount() == 2);
        ValueNode first = mailbox.getTreeItem(0).getValue();
        assertThat(first.text()).isEqualTo("Deposit(20)");
        assertThat(first.pid()).isEqualTo(3);
        assertThat(first.detail()).isEqualTo("120 ms");
        run(() -> mailbox.getTreeItem(0).setExpanded(true));
        waitUntil(() -> mailbox.getExpandedItemCount() == 3);
        assertThat(mailbox.getTreeItem(1).getValue().text()).isEqualTo("20");
    }

    @Test void killsByButton() throws Exception {
        select(7L);
        waitUntil(() -> monitor.lookup("#monitor-kill") != null && !monitor.lookup("#monitor-kill").isDisabled());
        click("#monitor-kill");
        waitUntil(() -> machine.killed().equals(List.of(7L)));
        waitUntil(() -> table.listing().sample().status(table.listing().row(table.listing().positionOf(7))) == ProcessStatus.DEAD);
        waitUntil(() -> text("#details-status").equals("dead"));
        assertThat(text("#details-figures")).contains("exit: killed");
        assertThat(labels(valueTree("variables"))).startsWith("loop balance");
    }

    @Test void killsByKeyAndByMenu() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        select(9L);
        press(table, KeyCode.DELETE, false);
        waitUntil(() -> machine.killed().equals(List.of(9L)));
        select(10L);
        run(() -> {
            MenuItem kill = table.getContextMenu().getItems().stream()
                    .filter(item -> "menu-kill".equals(item.getId())).findFirst().orElseThrow();
            kill.fire();
        });
        waitUntil(() -> machine.killed().equals(List.of(9L, 10L)));
    }

    @Test void asksBeforeItKillsMany() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        run(() -> table.getSelectionModel().selectIndices(2, 3, 6));
        waitUntil(() -> monitor.lookup("#monitor-kill") != null);
        click("#monitor-kill");
        // <11> is dead already
        waitUntil(() -> ((Button) monitor.lookup("#confirm-kill")).getText().equals("Kill 2"));
        click("#cancel-kill");
        assertThat(machine.killed()).isEmpty();
        assertThat(monitor.lookup("#monitor-message").isVisible()).isFalse();
        click("#monitor-kill");
        waitUntil(() -> monitor.lookup("#confirm-kill").isVisible());
        click("#confirm-kill");
        waitUntil(() -> Set.copyOf(machine.killed()).equals(Set.of(7L, 8L)));
    }

    @Test void suspendsAndResumes() throws Exception {
        select(7L);
        waitUntil(() -> monitor.lookup("#monitor-suspend") != null && !monitor.lookup("#monitor-suspend").isDisabled());
        click("#monitor-suspend");
        waitUntil(() -> machine.status(7) == ProcessStatus.SUSPENDED);
        waitUntil(() -> monitor.lookup("#monitor-suspend").getAccessibleText().equals("Resume"));
        action("resume");
        waitUntil(() -> machine.status(7) == ProcessStatus.WAITING);
    }

    @Test void goesToTheSource() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        WaitForAsyncUtils.waitForFxEvents();
        waitUntil(() -> cellNode(2, "function") != null);
        FxMouse.click(get(() -> cellNode(2, "function")), 2);
        waitUntil(() -> opened.equals(List.of("main.nos:14")));
        assertThat(monitor.getSelectedPid()).isEqualTo(7L);
        press(table, KeyCode.ENTER, false);
        waitUntil(() -> opened.size() == 2);
        TreeTableView<ValueNode> variables = valueTree("variables");
        waitUntil(() -> labels(variables).contains("serve"));
        run(() -> {
            variables.getSelectionModel().select(4);
        });
        press(variables, KeyCode.ENTER, false);
        waitUntil(() -> opened.size() == 3 && opened.getLast().equals("main.nos:31"));
    }

    @Test void typedDigitsFindAProcessAndSlashTheFilter() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        // at one go: on a slow computer the second digit would come too late
        run(() -> {
            for (String digit : List.of("1", "2")) {
                table.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, digit, digit, KeyCode.UNDEFINED, false, false, false, false));
            }
        });
        waitUntil(() -> Long.valueOf(12).equals(monitor.getSelectedPid()));
        type(table, "/");
        waitUntil(() -> monitor.lookup("#process-filter").isFocused());
        type(monitor.lookup("#process-filter"), "s");
        waitUntil(() -> monitor.filterTextProperty().get().equals("s"));
    }

    @Test void saysWhyThereIsNothingToSee() throws Exception {
        select(7L);
        waitUntil(() -> monitor.lookup("#variables") != null);
        machine.forget(7);
        refresh();
        waitUntil(() -> text("#details-empty").equals("Process <7> is no longer known"));
        run(() -> monitor.setInspector(null));
        waitForRows("");
        waitUntil(() -> text("#details-empty").isEmpty());
        Labeled why = (Labeled) monitor.lookup("#processes-empty .label");
        assertThat(why.getText()).isEqualTo("Run, and your processes appear here");
        assertThat(monitor.processCountProperty().get()).isZero();
    }

    @Test void aSilentProcessBlocksNothing() throws Exception {
        machine.fallSilent();
        select(7L);
        waitUntil(() -> text("#details-empty").equals("Looking into <7> …"));
        refresh();
        select(8L);
        waitUntil(() -> text("#details-empty").equals("Looking into <8> …"));
    }

    @Test void readsAHundredThousandProcessesOffTheFxThread() throws Exception {
        for (long pid = 1000; pid < 101_000; pid++) machine.put(process(pid).parent(1 + pid % 900));
        refresh();
        waitUntil(() -> table.listing().size() > 100_000);
        FxMouse.click(header("Reductions"));
        select(50_000L);
        waitUntil(() -> table.listing().positionOf(100_999) < 10);
        action("select-all");
        assertThat(monitor.selectionProperty().get()).hasSize(100_009);
        click("#monitor-tree");
        waitUntil(() -> table.listing().isTree());
        assertThat(get(() -> table.getSelectionModel().getSelectedItem())).isEqualTo(50_000L);
        assertThat(machine.calledOnFxThread()).isFalse();
        assertThat(monitor.refreshCostProperty().get()).isPositive();
    }

    @Test void restsWhileInactiveOrPaused() throws Exception {
        waitForRows("1 3 7 8 9 10 11 12 13");
        run(() -> {
            monitor.pausedProperty().set(true);
            monitor.refreshIntervalProperty().set(Duration.millis(20));
        });
        machine.forget(1);
        WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
        assertThat(rows()).startsWith("1 ");
        run(() -> monitor.pausedProperty().set(false));
        waitForRows("3 7 8 9 10 11 12 13");
        machine.forget(3);
        // and on its own, by the timer
        waitForRows("7 8 9 10 11 12 13");
    }

    private void action(String id) throws Exception {
        run(() -> monitor.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow().run());
    }

    private void select(Long pid) throws Exception {
        waitUntil(() -> table.listing().positionOf(pid) >= 0);
        run(() -> monitor.setSelectedPid(pid));
    }

    private void refresh() throws Exception {
        run(() -> monitor.refreshNow());
    }

    private void click(String id) throws Exception {
        run(() -> ((Button) monitor.lookup(id)).fire());
    }

    private String text(String id) { return monitor.lookup(id) instanceof Label label ? label.getText() : ""; }

    private long firstVisiblePid() throws Exception {
        return get(() -> table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> row && row.isVisible() && !row.isEmpty()
                        && row.getBoundsInParent().getMinY() >= -1)
                .mapToInt(node -> ((IndexedCell<?>) node).getIndex()).min().stream()
                .mapToLong(at -> table.listing().pid(at)).findFirst().orElse(0));
    }

    private TreeTableView<ValueNode> valueTree(String id) throws Exception {
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        return tab(id);
    }

    private String rows() {
        Listing listing = table.listing();
        var pids = new ArrayList<String>();
        for (int i = 0; i < listing.size(); i++) pids.add(Long.toString(listing.pid(i)));
        return String.join(" ", pids);
    }

    private void waitForRows(String pids) throws Exception {
        try {
            waitUntil(() -> rows().equals(pids));
        } catch (TimeoutException e) {
            assertThat(rows()).isEqualTo(pids);
        }
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> get(condition));
    }
}
