package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.support.FakeInspector;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Columns give way where they have nothing to show, and make room where texts are long. */
@ExtendWith(ApplicationExtension.class)
class ColumnNeedsTest extends MonitorFixture {
    private static final String REASON = "Panic: nobody is there";

    private final FakeInspector machine = new FakeInspector().put(process(1).name("main"), process(2), process(3));

    @Start void start(Stage given) { show(given, Duration.millis(20)); }

    private void open() throws Exception {
        run(() -> monitor.setInspector(machine));
        waitUntil(() -> table.listing().size() >= 3);
    }

    private TableColumn<Long, ?> column(String name) {
        return table.getColumns().stream().filter(column -> column.getId().equals("column-" + name)).findFirst().orElseThrow();
    }

    /** On the JavaFX thread. */
    private boolean isWhole(String text, int position, String column) {
        return cellNode(position, column) instanceof Labeled cell && text.equals(cell.getText()) && !cell.isTextTruncated();
    }

    @Test void whatNoProcessHasTakesNoRoomUntilOneHasIt() throws Exception {
        open();
        assertThat(get(() -> column("reason").isVisible())).isFalse();
        assertThat(get(() -> column("oldest").isVisible())).isFalse();
        assertThat(get(() -> column("parent").isVisible())).isTrue();
        machine.put(process(2).dead(REASON));
        waitUntil(() -> column("reason").isVisible() && isWhole(REASON, table.listing().positionOf(2), "reason"));
    }

    @Test void columnsStayWhenTheProcessesGo() throws Exception {
        machine.put(process(2).dead(REASON));
        open();
        assertThat(get(() -> column("reason").isVisible())).isTrue();
        run(() -> monitor.setInspector(null));
        assertThat(get(() -> column("reason").isVisible())).isTrue();
        // and go with the next ones, which have nothing to show there
        run(() -> monitor.setInspector(new FakeInspector().put(process(1))));
        waitUntil(() -> table.listing().size() == 1);
        assertThat(get(() -> column("reason").isVisible())).isFalse();
    }

    @Test void anEmptyColumnThatIsAskedForIsShown() throws Exception {
        open();
        run(() -> column("reason").setVisible(true));
        machine.put(process(4));
        waitUntil(() -> table.listing().size() == 4);
        assertThat(get(() -> column("reason").isVisible())).isTrue();
    }

    @Test void namesOfGroupsGetTheRoomThatIsThere() throws Exception {
        machine.put(process(4).startedWith("serveEverybodyWhoComesAlong.<lambda>"));
        open();
        run(() -> monitor.arrangementProperty().set(Arrangement.BY_ORIGIN));
        waitUntil(() -> IntStream.range(0, table.listing().size()).anyMatch(at -> cellNode(at, "name") instanceof Labeled cell
                && String.valueOf(cell.getText()).startsWith("lambda in serveEverybodyWhoComesAlong") && !cell.isTextTruncated()));
        assertThat(get(() -> column("trend").isVisible())).as("groups have none").isFalse();
    }
}
