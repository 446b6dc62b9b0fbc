package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.support.FxWatchdog;
import dev.ithaca.monitor.support.RealMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** No action and no view holds up the JavaFX thread, with a hundred thousand processes in the list. */
@ExtendWith(ApplicationExtension.class)
class ResponsivenessTest extends RealMachineFixture {
    private static final int IDLE = 100_000;
    private static final List<String> TABS = List.of("variables", "stack", "mailbox", "links", "waits", "history", "watches", "info");

    /** Something the user does; ends when its effect is to be seen. */
    private interface Step {
        void run() throws Exception;
    }

    private final Map<String, Step> steps = new LinkedHashMap<>();

    @Start void start(Stage given) { show(given); }

    @Test void nothingHoldsUpTheJavaFxThread() throws Exception {
        open(RealMachine.crowdedBank(IDLE));
        waitUntil(() -> sample().alive() > IDLE && pair() >= 0 && rowOf("account") >= 0);
        run(() -> monitor.refreshIntervalProperty().set(Duration.millis(500)));
        long account = sample().pid(rowOf("account"));
        long pair = sample().pid(pair());
        listing();
        details(account);
        actions(account, pair);
        double limit = FxWatchdog.limitMillis();
        var tooLong = new ArrayList<String>();
        try (var watchdog = new FxWatchdog()) {
            // the first of everything is loaded, compiled and styled
            for (Step step : steps.values()) step.run();
            for (var step : steps.entrySet()) {
                watchdog.forget();
                step.getValue().run();
                run(() -> { });
                if (watchdog.longestMillis() > limit) tooLong.add(step.getKey() + ": " + Math.round(watchdog.longestMillis()) + " ms");
            }
        }
        assertThat(tooLong).as("steps that held the JavaFX thread for more than %.0f ms", limit).isEmpty();
    }

    private void listing() {
        for (String column : List.of("heap", "rate", "mailbox", "oldest", "cpu")) steps.put("sort by " + column, () -> action("sort-" + column));
        for (Arrangement arrangement : Arrangement.values()) {
            steps.put("arrange " + arrangement, () -> {
                // by way of the list, so that the groups seen are not those of the arrangement before
                run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
                waitUntil(() -> !table.listing().isTree());
                run(() -> monitor.arrangementProperty().set(arrangement));
                waitUntil(() -> table.listing().size() > 0 && table.listing().isTree() == (arrangement != Arrangement.LIST));
            });
            steps.put("expand all of " + arrangement, () -> {
                action("expand-all");
                waitUntil(() -> table.listing().size() > IDLE);
            });
        }
        steps.put("list", () -> {
            run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
            waitUntil(() -> !table.listing().isTree());
        });
        steps.put("filter", () -> filter("fn:idle 9", () -> table.listing().size() < 50_000));
        steps.put("filter by expression", () -> filter("!acc(ount)+", () -> table.listing().size() < 100));
        steps.put("no filter", () -> filter("", () -> table.listing().size() > IDLE));
        steps.put("find", () -> {
            action("find");
            answer("fn:account");
            waitUntil(() -> monitor.getSelectedPid() != null && !monitor.lookup("#monitor-prompt").isVisible());
            action("find-next");
            action("find-previous");
        });
        steps.put("hide and show the dead", () -> {
            action("dead");
            action("dead");
        });
        steps.put("pause and go on", () -> {
            action("pause");
            action("pause");
        });
        steps.put("overview", () -> {
            action("overview");
            action("overview");
        });
        steps.put("help", () -> {
            action("help");
            click("#close-keys");
        });
        steps.put("follow", () -> {
            action("follow");
            action("follow");
        });
    }

    private void filter(String text, java.util.concurrent.Callable<Boolean> done) throws Exception {
        run(() -> monitor.filterTextProperty().set(text));
        waitUntil(done);
    }

    private void details(long account) {
        steps.put("select", () -> {
            run(() -> monitor.setSelectedPid(account));
            waitUntil(() -> monitor.lookup(".details-tabs") != null);
        });
        for (String tab : TABS) steps.put("tab " + tab, () -> {
            show(tab);
            waitForDetails();
        });
        steps.put("watch one and all alike", () -> {
            TreeTableView<ValueNode> variables = selectVariable("balance");
            press(variables, KeyCode.W, false);
            press(variables, KeyCode.W, true);
            TableView<?> watches = tab("watches");
            waitUntil(() -> watches.getItems().size() >= 5);
            while (!watches.getItems().isEmpty()) {
                run(() -> watches.getSelectionModel().select(0));
                press(watches, KeyCode.DELETE, false);
            }
        });
        steps.put("trace", () -> {
            action("trace");
            show("mailbox");
            waitUntil(() -> texts("mailbox").contains("traced:"));
            action("trace");
        });
    }

    private void actions(long account, long pair) {
        steps.put("send", () -> {
            run(() -> monitor.setSelectedPid(account));
            action("send");
            waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
            answer("Deposit(7)");
            waitUntil(() -> !monitor.lookup("#monitor-prompt").isVisible());
        });
        steps.put("suspend at a condition and at an event", () -> {
            for (String condition : List.of("mbox>1000000", "crash nothing like it")) {
                action("freeze");
                answer(condition);
                waitUntil(() -> monitor.lookup("#freeze-rules").isVisible());
                run(() -> ((javafx.scene.control.Hyperlink) monitor.lookup("#freeze-rules .pid-link")).fire());
                waitUntil(() -> !monitor.lookup("#freeze-rules").isVisible());
            }
        });
        steps.put("ask before a kill", () -> {
            run(() -> monitor.setSelectedPid(pair));
            action("kill");
            waitUntil(() -> monitor.lookup("#confirm-kill").isVisible());
            click("#cancel-kill");
        });
        steps.put("ask before all below main are killed", () -> {
            run(() -> monitor.setSelectedPid(1L));
            action("kill-subtree");
            waitUntil(() -> monitor.lookup("#confirm-kill").isVisible());
            click("#cancel-kill");
        });
        steps.put("tag", () -> {
            action("tag");
            action("tag");
            action("clear-tags");
        });
        steps.put("exit reason", () -> {
            run(() -> monitor.setSelectedPid(account));
            action("send-exit");
            answer("normal");
            waitUntil(() -> !monitor.lookup("#monitor-prompt").isVisible());
        });
        steps.put("select all", () -> action("select-all"));
        steps.put("copy all", () -> action("copy"));
        steps.put("suspend all", () -> {
            action("suspend");
            waitUntil(() -> enabled("resume"));
        });
        steps.put("resume all", () -> {
            action("resume");
            waitUntil(() -> !enabled("resume"));
        });
        steps.put("select one", () -> run(() -> monitor.setSelectedPid(70_000L)));
        steps.put("export", () -> {
            exported.clear();
            action("export-csv");
            action("export-json");
            waitUntil(() -> exported.size() == 2);
        });
        steps.put("collect garbage", () -> {
            action("collect-garbage");
            waitUntil(() -> question().contains("garbage"));
        });
    }

    /** The tab in front has been given a snapshot. */
    private void waitForDetails() throws Exception { waitUntil(() -> text("#details-title").startsWith("<")); }
}
