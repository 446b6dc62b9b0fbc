package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.ProcessStatus;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Where the time of processes goes, over programs that really run. */
@ExtendWith(ApplicationExtension.class)
class TimesTest extends RealMachineFixture {
    @Start void start(Stage given) { show(given); }

    private void choose(Column column, boolean shown) throws Exception {
        run(() -> column(column).setVisible(shown));
    }

    private TableColumn<Long, ?> column(Column column) {
        return table.getColumns().stream().filter(view -> view.getUserData() == column).findFirst().orElseThrow();
    }

    @Test void columnsOfTimesAreCollectedWhenTheyAreShownSortedOrFilteredBy() throws Exception {
        openBank();
        assertThat(sample().population().has(Figure.IN_STATE)).isFalse();
        assertThat(get(() -> column(Column.WAITING).isVisible())).isFalse();
        choose(Column.WAITING, true);
        waitUntil(() -> sample().population().has(Figure.IN_STATE));
        assertThat(sample().population().has(Figure.TURNS)).isFalse();
        int main = table.listing().positionOf(1);
        waitUntil(() -> cell(main, "waiting").endsWith(" s"));
        int spin = table.listing().positionOf(pidOf("spin"));
        waitUntil(() -> cell(spin, "waiting").isEmpty());
        choose(Column.WAITING, false);
        waitUntil(() -> !sample().population().has(Figure.IN_STATE));
        run(() -> table.sortBy(Column.TURNS));
        // the teller wakes twenty times a second, the busy one only ever gives way
        waitUntil(() -> sample().population().has(Figure.TURNS) && sample().status(table.listing().row(0)) != ProcessStatus.DEAD);
    }

    @Test void aFilterFindsThoseThatHaveWaitedLong() throws Exception {
        openBank();
        run(() -> monitor.filterTextProperty().set("waiting>1s"));
        waitUntil(() -> table.listing().size() > 0 && sample().population().has(Figure.IN_STATE));
        waitUntil(() -> table.listing().positionOf(1) >= 0);
        assertThat(get(() -> table.listing().positionOf(pidOf("teller")))).as("it sleeps for 50 ms at a time").isEqualTo(-1);
        run(() -> monitor.filterTextProperty().set("turns>3"));
        waitUntil(() -> table.listing().positionOf(pidOf("teller")) >= 0 && table.listing().positionOf(1) < 0);
    }
}
