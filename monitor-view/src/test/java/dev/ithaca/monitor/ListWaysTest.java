package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Ways about in the list: the legend of the states, the way to the parent, branches closed at once, and what a narrow dock shows. */
@ExtendWith(ApplicationExtension.class)
class ListWaysTest extends RealMachineFixture {
    private static final double USUAL_WIDTH = 990;
    private Stage window;

    @Start void start(Stage given) {
        window = given;
        show(given);
    }

    /** Other tests have the same window. */
    @AfterEach void widen() throws Exception { run(() -> window.setWidth(USUAL_WIDTH)); }

    @Test void statesAreSwitchedInTheirLegend() throws Exception {
        openBank();
        press(table, KeyCode.S, true);
        MenuButton states = (MenuButton) monitor.lookup("#states-menu");
        waitUntil(states::isShowing);
        run(() -> fire(states, "state-waiting"));
        assertThat(get(() -> monitor.filterTextProperty().get())).isEqualTo("-state:waiting");
        waitUntil(() -> table.listing().size() > 0 && IntStream.range(0, table.listing().size())
                .noneMatch(at -> table.listing().sample().status(table.listing().row(at)) == ProcessStatus.WAITING));
        assertThat(get(states::isShowing)).isTrue();
        run(() -> fire(states, "state-waiting"));
        assertThat(get(() -> monitor.filterTextProperty().get())).isEmpty();
        run(states::hide);
    }

    private static void fire(MenuButton menu, String id) {
        menu.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
    }

    @Test void backspaceLeadsToTheParentAndAPidThatIsNotThereIsTold() throws Exception {
        openBank();
        long account = get(() -> pidOf("account"));
        run(() -> monitor.setSelectedPid(account));
        press(table, KeyCode.BACK_SPACE, false);
        assertThat(get(monitor::getSelectedPid)).isEqualTo(1L);
        for (int i = 0; i < 3; i++) type(table, "9");
        waitUntil(() -> question().equals("no process <999> is listed"));
    }

    @Test void allBranchesCloseAtOnceButThoseOfTheFirst() throws Exception {
        openBank();
        run(() -> monitor.treeProperty().set(true));
        waitUntil(() -> table.listing().isTree() && table.listing().depth(table.listing().size() - 1) > 0);
        long parent = get(() -> sample().pid(pair()));
        type(table, "_");
        waitUntil(() -> table.listing().branch(table.listing().positionOf(parent)) != null);
        assertThat(get(() -> table.listing().isExpanded(0))).isTrue();
        type(table, "*");
        waitUntil(() -> table.listing().branch(table.listing().positionOf(parent)) == null);
    }

    @Test void aNarrowDockShowsTheColumnSortedByAndNamesOfGroupsInFull() throws Exception {
        openBank();
        run(() -> window.setWidth(470));
        waitUntil(() -> !column("heap").isVisible());
        press(table, KeyCode.M, false);
        waitUntil(() -> column("heap").isVisible());
        run(() -> monitor.arrangementProperty().set(Arrangement.BY_FUNCTION));
        waitUntil(() -> table.listing().size() > 0 && table.listing().group(0) != null);
        waitUntil(() -> IntStream.range(0, 3).allMatch(at -> cellNode(at, "name") instanceof Labeled name
                && name.getText().equals(table.listing().group(at).nameAndPlace()) && cell(at, "function").isEmpty()
                && name.getWidth() >= column("name").getWidth() + column("function").getWidth() - 1));
        press(table, KeyCode.G, false);
        waitUntil(() -> !table.listing().isTree() && cellNode(0, "name") instanceof Labeled name && name.getWidth() <= column("name").getWidth() + 1
                || !column("name").isVisible());
    }

    private TableColumn<?, ?> column(String name) {
        return table.getColumns().stream().filter(column -> column.getId().equals("column-" + name)).findFirst().orElseThrow();
    }
}
