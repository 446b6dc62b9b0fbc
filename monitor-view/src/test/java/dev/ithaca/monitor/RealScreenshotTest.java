package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.monitor.support.Shots;
import dev.ithaca.monitor.view.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach void restoreTheme() throws Exception {
        run(() -> {
            stage.setScene(new Scene(new Group()));
            Application.setUserAgentStylesheet(null);
        });
    }

    @ParameterizedTest
    @CsvSource({"light,470,800", "dark,470,800", "light,1240,800", "dark,1240,800"})
    void drawsEveryView(String theme, int width, int height) throws Exception {
        try (var vm = machines.start(RealMachine.BANK)) {
            ProcessMonitor monitor = get(() -> {
                Application.setUserAgentStylesheet(theme.equals("light") ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
                var made = new ProcessMonitor();
                made.darkProperty().set(theme.equals("dark"));
                made.refreshIntervalProperty().set(Duration.millis(100));
                made.setInspector(vm.inspector());
                stage.setX(0);
                stage.setY(0);
                stage.setScene(new Scene(made, width, height));
                stage.show();
                return made;
            });
            waitUntil(() -> monitor.sampleProperty().get().alive() == 10);
            String suffix = theme + "-" + width;
            run(() -> monitor.setSelectedPid(3L));
            waitUntil(() -> monitor.lookup("#variables") != null);
            Thread.sleep(1200);
            shoot("real-table-" + suffix);
            run(() -> monitor.actions().stream().filter(action -> action.id().equals("flow")).findFirst().orElseThrow().run());
            shoot("real-messages-untraced-" + suffix);
            run(() -> monitor.setSelectedPid(7L));
            run(() -> monitor.actions().stream().filter(action -> action.id().equals("trace")).findFirst().orElseThrow().run());
            waitUntil(() -> monitor.lookup("#flow-messages") instanceof ListView<?> list && list.getItems().size() > 20);
            shoot("real-messages-" + suffix);
            run(() -> ((ListView<?>) monitor.lookup("#flow-messages")).getSelectionModel().select(18));
            run(() -> monitor.lookup("#flow-messages").requestFocus());
            shoot("real-messages-selected-" + suffix);
            run(() -> monitor.setSelectedPid(3L));
            for (String tab : new String[] {"stack", "mailbox", "links", "waits", "history", "watches", "info"}) {
                run(() -> {
                    TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
                    tabs.getSelectionModel().select(tabs.getTabs().stream().filter(t -> t.getId().equals("tab-" + tab)).findFirst().orElseThrow());
                });
                shoot("real-" + tab + "-" + suffix);
            }
            shootTimes(monitor, suffix);
            run(() -> monitor.actions().stream().filter(action -> action.id().equals("send")).findFirst().orElseThrow().run());
            shoot("real-send-" + suffix);
            run(() -> {
                monitor.arrangementProperty().set(Arrangement.BY_ORIGIN);
                monitor.overviewShownProperty().set(true);
            });
            shoot("real-groups-overview-" + suffix);
            run(() -> {
                monitor.actions().stream().filter(action -> action.id().equals("help")).findFirst().orElseThrow().run();
            });
            shoot("real-keys-" + suffix);
            assertThat(Shots.folder().resolve("real-keys-" + suffix + ".png")).isNotEmptyFile();
        }
    }

    /** A timeline of one that sleeps and works, of some at once, and as a column. */
    private void shootTimes(ProcessMonitor monitor, String suffix) throws Exception {
        ProcessTable table = (ProcessTable) monitor.lookup("#process-table");
        TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
        run(() -> {
            table.getColumns().stream().filter(view -> Set.of(Column.TIMELINE, Column.WAITING, Column.QUEUED, Column.TURNS).contains(view.getUserData()))
                    .forEach(view -> view.setVisible(true));
            tabs.getSelectionModel().select(tabs.getTabs().stream().filter(t -> t.getId().equals("tab-history")).findFirst().orElseThrow());
            table.getSelectionModel().selectRange(6, 9);
        });
        Thread.sleep(6_000);
        shoot("real-timelines-" + suffix);
        run(() -> monitor.setSelectedPid(7L));
        Thread.sleep(1_500);
        shoot("real-timeline-" + suffix);
        run(() -> tabs.getSelectionModel().selectLast());
        shoot("real-latencies-" + suffix);
        run(() -> {
            table.getColumns().stream().filter(view -> Set.of(Column.TIMELINE, Column.WAITING, Column.QUEUED, Column.TURNS).contains(view.getUserData()))
                    .forEach(view -> view.setVisible(false));
            monitor.setSelectedPid(3L);
        });
    }

    private void shoot(String name) throws Exception {
        Thread.sleep(400);
        run(() -> {
            try {
                Shots.write(stage.getScene(), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
