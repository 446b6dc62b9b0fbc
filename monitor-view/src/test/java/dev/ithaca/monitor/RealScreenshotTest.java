package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.monitor.support.Shots;
import dev.ithaca.monitor.view.ProcessTable;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Draws every view of the monitor over a program that runs, for eyes. */
@ExtendWith(ApplicationExtension.class)
class RealScreenshotTest {
    private final RealMachine machines = new RealMachine();
    private Stage stage;

    @Start void start(Stage given) { stage = given; }

    @ParameterizedTest
    @CsvSource({"light,470,800", "dark,1240,800"})
    void drawsEveryView(String theme, int width, int height) throws Exception {
        try (var vm = machines.start(RealMachine.BANK); var themed = new ThemedMonitor(stage, theme, width, height)) {
            ProcessMonitor monitor = themed.monitor;
            run(() -> {
                monitor.refreshIntervalProperty().set(Duration.millis(100));
                monitor.setInspector(vm.inspector());
            });
            waitUntil(() -> monitor.sampleProperty().get().alive() == 10);
            String suffix = theme + "-" + width;
            run(() -> monitor.setSelectedPid(3L));
            waitUntil(() -> monitor.lookup("#variables") != null);
            Thread.sleep(1200);
            shoot(themed, "real-table-" + suffix);
            themed.action("flow");
            shoot(themed, "real-messages-untraced-" + suffix);
            run(() -> monitor.setSelectedPid(7L));
            themed.action("trace");
            waitUntil(() -> monitor.lookup("#flow-messages") instanceof ListView<?> list && list.getItems().size() > 20);
            shoot(themed, "real-messages-" + suffix);
            run(() -> ((ListView<?>) monitor.lookup("#flow-messages")).getSelectionModel().select(18));
            run(() -> monitor.lookup("#flow-messages").requestFocus());
            shoot(themed, "real-messages-selected-" + suffix);
            run(() -> monitor.setSelectedPid(3L));
            for (String tab : new String[] {"stack", "mailbox", "links", "waits", "history", "watches", "info"}) {
                run(() -> {
                    TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
                    tabs.getSelectionModel().select(tabs.getTabs().stream().filter(t -> t.getId().equals("tab-" + tab)).findFirst().orElseThrow());
                });
                shoot(themed, "real-" + tab + "-" + suffix);
            }
            shootTimes(themed, suffix);
            themed.action("send");
            shoot(themed, "real-send-" + suffix);
            run(() -> {
                monitor.arrangementProperty().set(Arrangement.BY_ORIGIN);
                monitor.overviewShownProperty().set(true);
            });
            shoot(themed, "real-groups-overview-" + suffix);
            themed.action("help");
            shoot(themed, "real-keys-" + suffix);
            assertThat(Shots.folder().resolve("real-keys-" + suffix + ".png")).isNotEmptyFile();
        }
    }

    /** A timeline of one that sleeps and works, of some at once, and as a column. */
    private void shootTimes(ThemedMonitor themed, String suffix) throws Exception {
        ProcessMonitor monitor = themed.monitor;
        ProcessTable table = (ProcessTable) monitor.lookup("#process-table");
        TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
        run(() -> {
            table.getColumns().stream().filter(view -> Set.of(Column.TIMELINE, Column.WAITING, Column.QUEUED, Column.TURNS).contains(view.getUserData()))
                    .forEach(view -> view.setVisible(true));
            tabs.getSelectionModel().select(tabs.getTabs().stream().filter(t -> t.getId().equals("tab-history")).findFirst().orElseThrow());
            table.getSelectionModel().selectRange(6, 9);
        });
        Thread.sleep(3_000);
        shoot(themed, "real-timelines-" + suffix);
        run(() -> monitor.setSelectedPid(7L));
        Thread.sleep(1_500);
        shoot(themed, "real-timeline-" + suffix);
        run(() -> tabs.getSelectionModel().selectLast());
        shoot(themed, "real-latencies-" + suffix);
        run(() -> {
            table.getColumns().stream().filter(view -> Set.of(Column.TIMELINE, Column.WAITING, Column.QUEUED, Column.TURNS).contains(view.getUserData()))
                    .forEach(view -> view.setVisible(false));
            monitor.setSelectedPid(3L);
        });
    }

    private static void shoot(ThemedMonitor themed, String name) throws Exception {
        Thread.sleep(250);
        themed.shoot(name);
    }
}
