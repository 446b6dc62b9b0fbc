package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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

    @Test void theTimelineTellsWhatASelectedProcessDidAndLeadsToThePlace() throws Exception {
        openBank();
        var places = new ArrayList<String>();
        run(() -> monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line)));
        long teller = pidOf("teller");
        run(() -> monitor.setSelectedPid(teller));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        show("history");
        waitUntil(() -> monitor.lookup("#process-timeline") != null);
        Node timeline = monitor.lookup("#process-timeline");
        waitUntil(() -> timeline.getAccessibleText().contains("taken up"));
        assertThat(timeline.getAccessibleText()).startsWith("What the process did: sleeping ").contains(" at main.nos:");
        run(timeline::requestFocus);
        press(timeline, KeyCode.ENTER, false);
        assertThat(places).hasSize(1).first().asString().startsWith("main.nos:");
        Node strip = timeline.lookup(".state-strip");
        // its end may just have no stretch yet
        waitUntil(() -> {
            click(strip, strip.getBoundsInLocal().getWidth() - 3);
            return places.size() == 2;
        });
        long spin = pidOf("spin");
        run(() -> table.getSelectionModel().selectIndices(table.listing().positionOf(teller), table.listing().positionOf(spin)));
        waitUntil(() -> timeline.lookupAll(".state-strip").size() == 2);
        press(timeline, KeyCode.DOWN, false);
        waitUntil(() -> timeline.getAccessibleText().matches("(?s).*(running|sleeping|taken up).*"));
    }

    /** On the JavaFX thread. */
    private static void click(Node node, double x) {
        Point2D inScene = node.localToScene(x, 5);
        Point2D onScreen = node.localToScreen(x, 5);
        node.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, inScene.getX(), inScene.getY(), onScreen.getX(), onScreen.getY(), MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, true, false, false, null));
    }

    @Test void aColumnShowsTheTimelinesOfThoseInSight() throws Exception {
        openBank();
        choose(Column.TIMELINE, true);
        int main = table.listing().positionOf(1);
        waitUntil(() -> cellNode(main, "timeline") != null && cellNode(main, "timeline").lookup(".state-strip") != null);
        assertThat(get(() -> cellNode(main, "timeline").getAccessibleText())).startsWith("timeline, waiting 100 %");
    }

    @Test void latenciesAreMeasuredOfTheProcessLookedIntoOnly() throws Exception {
        openBank();
        long teller = pidOf("teller");
        long account = pidOf("account");
        run(() -> monitor.setSelectedPid(account));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        show("info");
        waitUntil(() -> latencies().size() == 3 && latencies().stream().allMatch(text -> text.matches(".*, [0-9,]+ times?: 50 % .* 90 % .* 99 % .* most .*")));
        assertThat(latencies()).extracting(text -> text.substring(0, text.indexOf(','))).containsExactly("Runs at a stretch", "Waits for a worker", "Messages lie for");
        run(() -> monitor.setSelectedPid(teller));
        waitUntil(() -> vm.inspector().latencies(account).isEmpty() && vm.inspector().latencies(teller).isPresent());
        waitUntil(() -> latencies().size() == 3 && latencies().getLast().equals("Messages lie for: not seen yet")
                && latencies().getFirst().contains("times"));
        run(() -> monitor.setActive(false));
        waitUntil(() -> vm.inspector().latencies(teller).isEmpty());
    }

    private List<String> latencies() {
        return monitor.lookupAll(".latency-card").stream().sorted(Comparator.comparing(card -> card.getParent().getChildrenUnmodifiable().indexOf(card)))
                .map(Node::getAccessibleText).toList();
    }

    @Test void processesThatAreWokenForNothingAreReported() throws Exception {
        open("""
                poller() -> Int = receive { "never" -> 0 after 10 -> poller() }
                deaf() -> Int = receive { "never" -> 0 }
                slow(n: Int) -> Int = receive { m -> { sleep(100); slow(n + 1) } }
                scanner(n: Int) -> Int = receive { "next" -> scanner(n + 1) }
                fill(p: Pid, n: Int) -> Int = if n == 0 then 0 else { p <- n; fill(p, n - 1) }
                pour(p: Pid, n: Int) -> Int = { p <- n; sleep(40); if n == 0 then 0 else pour(p, n - 1) }
                feed(scanner: Pid, deaf: Pid) -> Int = {
                    scanner <- "next"
                    deaf <- 7
                    sleep(100)
                    feed(scanner, deaf)
                }
                main() = {
                    spawn { poller() }
                    d = spawn { deaf() }
                    s = spawn { scanner(0) }
                    busy = spawn { slow(0) }
                    spawn { pour(busy, 1000) }
                    fill(s, 150)
                    fill(d, 10)
                    feed(s, d)
                }
                """);
        waitUntil(() -> alerts().contains("<2> polls: it wakes ") && alerts().contains("finds no message; a longer timeout at main.nos:1 "));
        waitUntil(() -> alerts().contains("<3> at main.nos:2 is woken again and again by messages that no clause takes: "));
        waitUntil(() -> sample().oldestMessageMillis(sample().rowOf(5)) > 6_000 && sample().mailboxLength(sample().rowOf(5)) > 100);
        waitUntil(() -> alerts().contains("For each message that it takes, <4> at main.nos:4 first looks through 150 older ones that no clause takes"));
        assertThat(get(this::alerts)).as("one that only gets along slowly looks at no message twice").doesNotContain("that it takes, <5>");
    }

    private String alerts() { return String.join("\n", monitor.alertsProperty().get().stream().map(Alerts.Alert::text).toList()); }
}
