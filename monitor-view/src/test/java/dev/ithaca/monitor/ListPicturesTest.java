package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.monitor.support.Shots;
import dev.ithaca.monitor.view.ProcessTable;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Draws the list, the tree and the groups at the widths of a dock, a half and a whole screen, for eyes. */
@ExtendWith(ApplicationExtension.class)
class ListPicturesTest {
    /** Long names, nests in nests, processes that come and go. */
    private static final String PROGRAM = """
            worker(n: Int) -> Int = receive { "stop" -> n }
            connectionHandlerForWebSockets(n: Int) -> Int = receive { "stop" -> n }
            refreshTheCacheOfAllRecentQuotations(n: Int) -> Int = {
                sleep(20)
                refreshTheCacheOfAllRecentQuotations(n + 1)
            }
            spin(n: Int) -> Int = spin(n + 1)
            ratio(a: Int, b: Int) -> Int = a / b
            pool(size: Int) -> Int = {
                range(0, size).map(i => spawn { worker(i) })
                spawn { spin(0) }
                receive { "stop" -> 0 }
            }
            department(pools: Int) -> Int = {
                range(0, pools).map(i => spawn { pool(4 + 3 * i) })
                receive { "stop" -> 0 }
            }
            brief(n: Int) -> Int = {
                sleep(2000)
                n
            }
            churn(n: Int) -> Int = {
                spawn { brief(n) }
                if n % 7 == 0 then { spawn { ratio(n, 0) }; () } else ()
                sleep(600)
                churn(n + 1)
            }
            main() = {
                Process.register("front desk", self())
                range(0, 3).map(i => spawn { department(3) })
                handlers = range(0, 40).map(i => spawn { connectionHandlerForWebSockets(i) })
                handlers.map(h => { h <- "hello" })
                spawn { refreshTheCacheOfAllRecentQuotations(0) }
                spawn { churn(1) }
                spawn { receive { "never" -> 0 } }
                receive { "stop" -> 0 }
            }
            """;

    /** What the screen of the headless platform holds. */
    private static final int LARGEST = 1000;

    private final RealMachine machines = new RealMachine();
    private Stage stage;

    @Start void start(Stage given) { stage = given; }

    @ParameterizedTest
    @CsvSource({"light,470,800", "dark,1440,900", "light,2560,1440"})
    void drawsTheList(String theme, int width, int height) throws Exception {
        try (var vm = machines.start(PROGRAM); var themed = new ThemedMonitor(stage, theme, Math.min(width, LARGEST), Math.min(height, LARGEST))) {
            ProcessMonitor monitor = themed.monitor;
            run(() -> {
                monitor.refreshIntervalProperty().set(Duration.millis(250));
                monitor.setInspector(vm.inspector());
            });
            ProcessTable table = (ProcessTable) monitor.lookup("#process-table");
            waitUntil(() -> monitor.sampleProperty().get().alive() > 100);
            Thread.sleep(3_000);
            String suffix = theme + "-" + width;
            for (Arrangement arrangement : Arrangement.values()) {
                run(() -> monitor.arrangementProperty().set(arrangement));
                waitUntil(() -> table.listing().size() > 0 && table.listing().isTree() == (arrangement != Arrangement.LIST)
                        && (table.listing().group(0) != null) == arrangement.grouped());
                if (arrangement == Arrangement.TREE) closeBranches(table);
                Thread.sleep(600);
                themed.shoot("list-" + arrangement.name().toLowerCase(Locale.ROOT) + "-" + suffix, width, height);
            }
            assertThat(Shots.folder().resolve("list-by_function-" + suffix + ".png")).isNotEmptyFile();
        }
    }

    /** Two of the departments, and pools of the third. */
    private static void closeBranches(ProcessTable table) throws Exception {
        for (String name : new String[] {"department", "department", "pool"}) {
            run(() -> {
                var listing = table.listing();
                int position = IntStream.range(0, listing.size()).filter(at -> listing.isBranch(at) && listing.isExpanded(at)
                        && name.equals(listing.sample().function(listing.row(at)))).findFirst().orElseThrow();
                table.getSelectionModel().clearAndSelect(position);
                table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, false, false));
            });
            Thread.sleep(300);
        }
    }
}
