package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.support.FxMouse;
import dev.ithaca.monitor.support.RealMachine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How the list is ordered, laid out and refreshed, by keys and headings, over a program that really runs. */
@ExtendWith(ApplicationExtension.class)
class ListCommandsTest extends RealMachineFixture {
    @Start void start(Stage given) { show(given); }

    @Test void headingsBeginWithTheLargestAndAreOffAtTheThirdClick() throws Exception {
        openBank();
        FxMouse.click(header("Heap"));
        assertThat(order()).isEqualTo("HEAP-");
        FxMouse.click(header("Heap"));
        assertThat(order()).isEqualTo("HEAP+");
        FxMouse.click(header("Heap"));
        assertThat(order()).isEmpty();
        FxMouse.click(header("Pid"));
        assertThat(order()).as("pids are numbers, not amounts").isEqualTo("PID+");
        FxMouse.click(header("Status"));
        FxMouse.shiftClick(header("Heap"));
        assertThat(order()).isEqualTo("STATUS+ HEAP-");
        FxMouse.shiftClick(header("Status"));
        FxMouse.shiftClick(header("Heap"));
        assertThat(order()).isEqualTo("STATUS- HEAP+");
        FxMouse.shiftClick(header("Status"));
        assertThat(order()).isEqualTo("HEAP+");
        waitUntil(() -> ascendingHeaps());
    }

    @Test void keysSortByWhatTheyStandForAndWalkAlongTheColumns() throws Exception {
        openBank();
        press(table, KeyCode.C, false);
        assertThat(order()).isEqualTo("CPU-");
        press(table, KeyCode.R, false);
        assertThat(order()).isEqualTo("RATE-");
        type(table, "<");
        assertThat(order()).isEqualTo("CPU-");
        type(table, ">");
        type(table, ">");
        assertThat(order()).isEqualTo("HEAP-");
        select(rowOf("spin"));
        press(table, KeyCode.S, false);
        waitUntil(() -> enabled("resume"));
        press(table, KeyCode.R, false);
        waitUntil(() -> !enabled("resume"));
        assertThat(order()).as("with something to resume, R resumes it").isEqualTo("HEAP-");
    }

    @Test void plusAndMinusChangeTheRefreshRateOfTheListAndOpenTheTree() throws Exception {
        openBank();
        run(() -> monitor.refreshIntervalProperty().set(Duration.millis(500)));
        type(table, "+");
        assertThat(monitor.refreshIntervalProperty().get()).isEqualTo(Duration.millis(250));
        type(table, "+");
        assertThat(monitor.refreshIntervalProperty().get()).isEqualTo(Duration.millis(250));
        type(table, "-");
        type(table, "-");
        assertThat(monitor.refreshIntervalProperty().get()).isEqualTo(Duration.seconds(1));
        MenuButton menu = (MenuButton) monitor.lookup("#refresh-interval");
        assertThat(get(() -> menu.getItems().stream().filter(item -> ((RadioMenuItem) item).isSelected()).map(item -> item.getText()).toList()))
                .containsExactly("every 1 s");
        run(() -> monitor.arrangementProperty().set(Arrangement.TREE));
        waitUntil(() -> table.listing().isTree() && table.listing().size() > 1);
        run(() -> monitor.setSelectedPid(1L));
        type(table, "-");
        waitUntil(() -> table.listing().size() == 1);
        type(table, "+");
        waitUntil(() -> table.listing().size() > 1);
        assertThat(monitor.refreshIntervalProperty().get()).isEqualTo(Duration.seconds(1));
    }

    @Test void allGroupsOpenAlsoRightAfterTheGroupingWasChanged() throws Exception {
        openBank();
        run(() -> {
            monitor.arrangementProperty().set(Arrangement.BY_FUNCTION);
            monitor.actions().stream().filter(action -> action.id().equals("expand-all")).findFirst().orElseThrow().run();
        });
        waitUntil(() -> shown().containsAll(Set.of(1L, pidOf("account"), pidOf("teller"))));
        run(() -> monitor.arrangementProperty().set(Arrangement.BY_ORIGIN));
        waitUntil(() -> table.listing().isTree() && shown().stream().allMatch(id -> id < 0));
        run(() -> monitor.arrangementProperty().set(Arrangement.BY_FUNCTION));
        waitUntil(() -> shown().contains(1L));
    }

    @Test void whatTheLibraryStartsIsShownWhenAskedFor() throws Exception {
        open(RealMachine.SHOP);
        waitUntil(() -> IntStream.range(0, sample().size()).anyMatch(sample()::isLibrary) && rowOf("idle") >= 0);
        waitUntil(() -> shown().contains(pidOf("idle")));
        assertThat(get(() -> IntStream.range(0, table.listing().size()).noneMatch(at -> table.listing().sample().isLibrary(table.listing().row(at))))).isTrue();
        press(table, KeyCode.Y, false);
        waitUntil(() -> IntStream.range(0, table.listing().size()).anyMatch(at -> table.listing().sample().isLibrary(table.listing().row(at))));
    }

    @Test void theStatusLineTellsHowOldThePictureIs() throws Exception {
        openBank();
        run(() -> monitor.refreshIntervalProperty().set(Duration.seconds(10)));
        waitUntil(() -> text("#sample-age").matches("[2-9] s ago"));
        action("pause");
        assertThat(text("#status-selection")).matches("paused at \\d\\d:\\d\\d:\\d\\d: the picture stands still");
        assertThat(text("#sample-age")).isEmpty();
    }

    @Test void noFigureOfTheStatusLineIsCut() throws Exception {
        openBank();
        run(() -> monitor.refreshIntervalProperty().set(Duration.millis(50)));
        waitUntil(() -> monitor.costShareProperty().get() > 0);
        for (int i = 0; i < 20; i++) {
            Thread.sleep(50);
            List<String> texts = get(() -> {
                monitor.layout();
                var cost = (Label) monitor.lookup("#monitor-cost");
                return List.of(cost.getText(), ((Text) cost.lookup(".text")).getText());
            });
            assertThat(texts.getLast()).isEqualTo(texts.getFirst()).isNotEmpty();
        }
    }

    @Test void headingsTellWhatTheyShow() throws Exception {
        openBank();
        Node heading = header("Reds/s");
        FxMouse.enter(heading);
        Tooltip tooltip = get(() -> (Tooltip) heading.getProperties().get("javafx.scene.control.Tooltip"));
        assertThat(tooltip.getText()).startsWith("Reds/s: reductions a second").contains("a reduction is");
    }

    @Test void theMailboxTellsWhereMessagesWereSentOnlyIfThatIsKnown() throws Exception {
        openBank();
        select(rowOf("account"));
        TreeTableView<?> mailbox = tab("mailbox");
        waitUntil(() -> mailbox.getExpandedItemCount() > 0);
        assertThat(get(() -> titles(mailbox))).doesNotContain("Sent at");
        waitUntil(() -> enabled("trace"));
        waitUntil(() -> everyColumnHasRoom(mailbox));
        action("trace");
        waitUntil(() -> titles(mailbox).contains("Sent at"));
        action("trace");
        waitUntil(() -> !titles(mailbox).contains("Sent at"));
    }

    @Test void aKeyLeadsFromTheListToTheVariables() throws Exception {
        openBank();
        select(rowOf("account"));
        show("info");
        press(table, KeyCode.F9, false);
        waitUntil(() -> monitor.lookup("#variables").isFocused() && texts("variables").contains("balance"));
    }

    @Test void theInfoTellsWhoIsToldOfTheEnd() throws Exception {
        open("""
                idle() = receive { "stop" -> () }
                main() = {
                    p = spawn { idle() }
                    Process.monitor(p)
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """);
        waitUntil(() -> rowOf("idle") >= 0);
        select(rowOf("idle"));
        Node info = tab("process-info");
        waitUntil(() -> info.lookupAll(".pid-link").stream().filter(link -> ((Hyperlink) link).getText().equals("<1>")).count() == 2);
    }

    private static boolean everyColumnHasRoom(TreeTableView<?> tree) {
        return tree.getVisibleLeafColumns().stream().allMatch(column -> column.getWidth() > 50)
                && tree.getVisibleLeafColumns().stream().mapToDouble(TreeTableColumn::getWidth).sum() <= tree.getWidth();
    }

    private static Set<String> titles(TreeTableView<?> tree) {
        return tree.getVisibleLeafColumns().stream().map(TreeTableColumn::getText).collect(Collectors.toSet());
    }

    /** {@code CPU- PID+} */
    private String order() throws Exception {
        return get(() -> table.getSortOrder().stream().map(view -> view.getUserData().toString()
                + (view.getSortType() == TableColumn.SortType.DESCENDING ? "-" : "+")).collect(Collectors.joining(" ")));
    }

    private boolean ascendingHeaps() {
        var listing = table.listing();
        return IntStream.range(1, listing.size()).allMatch(at -> listing.sample().heapBytes(listing.row(at - 1)) <= listing.sample().heapBytes(listing.row(at)));
    }

    private Set<Long> shown() {
        return IntStream.range(0, table.listing().size()).mapToObj(table.listing()::pid).collect(Collectors.toSet());
    }
}
