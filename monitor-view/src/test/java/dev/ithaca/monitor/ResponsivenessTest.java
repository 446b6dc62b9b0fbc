package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.support.FxLog;
import dev.ithaca.monitor.support.FxWatchdog;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
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
class ResponsivenessTest extends ListSteps {
    /** Each time the steps are gone through, the processes of one are killed. */
    private static final int NESTS = 2;
    private static final int PER_NEST = 500;
    /** Kills below this pid would take processes with them that the steps use. */
    private static final int CROWD_FROM = 1_000;
    private static final List<String> TABS = List.of("variables", "stack", "mailbox", "messages", "calls", "links", "waits", "history", "watches", "info");

    @Start void start(Stage given) {
        show(given);
        monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line));
    }

    @Test void nothingHoldsUpTheJavaFxThread() throws Exception {
        open(RealMachine.crowdedBank(IDLE, NESTS, PER_NEST));
        waitUntil(() -> sample().alive() > IDLE + NESTS * PER_NEST && pair() >= 0 && rowOf("account") >= 0);
        run(() -> monitor.refreshIntervalProperty().set(Duration.millis(500)));
        long account = pidOf("account");
        long pair = sample().pid(pair());
        addListing();
        addRecordings();
        details(account);
        addCalls();
        actions(account, pair);
        addNarrowing(account);
        kills();
        double limit = FxWatchdog.limitMillis();
        var tooLong = new ArrayList<String>();
        try (var watchdog = new FxWatchdog(); var log = new FxLog()) {
            // the first of everything is loaded, compiled and styled
            for (Step step : steps.values()) step.run();
            for (var step : steps.entrySet()) {
                watchdog.forget();
                step.getValue().run();
                run(() -> { });
                if (watchdog.longestMillis() > limit) tooLong.add(step.getKey() + ": " + Math.round(watchdog.longestMillis()) + " ms");
            }
            watchdog.forget();
            killAll();
            if (watchdog.longestMillis() > limit) tooLong.add("kill all: " + Math.round(watchdog.longestMillis()) + " ms");
            assertThat(log.lines()).as("what JavaFX complains about").isEmpty();
        }
        assertThat(used).as("actions gone through").containsAll(monitor.actions().stream().map(MonitorAction::id).toList());
        assertThat(tooLong).as("steps that held the JavaFX thread for more than %.0f ms", limit).isEmpty();
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
        steps.put("trace all", () -> {
            action("trace-all");
            waitUntil(() -> question().startsWith("the last messages of every process"));
            action("trace-all");
            waitUntil(() -> question().startsWith("only processes chosen"));
        });
        steps.put("trace", () -> {
            action("trace");
            show("mailbox");
            waitUntil(() -> texts("mailbox").contains("traced:"));
            action("flow");
            waitUntil(() -> monitor.lookup("#flow-messages") instanceof ListView<?> list && !list.getItems().isEmpty());
            action("hold-flow");
            action("hold-flow");
            action("copy-flow");
            waitUntil(() -> question().endsWith("as text"));
            action("copy-mermaid");
            waitUntil(() -> question().endsWith("as a Mermaid sequence diagram"));
            action("trace");
        });
    }

    private void addCalls() {
        steps.put("trace calls", () -> {
            action("trace-calls");
            waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
            answer("map 20 20s");
            waitUntil(() -> monitor.lookup("#calls") instanceof TableView<?> calls && !calls.getItems().isEmpty());
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
                run(() -> ((Hyperlink) monitor.lookup("#freeze-rules .pid-link")).fire());
                waitUntil(() -> !monitor.lookup("#freeze-rules").isVisible());
            }
        });
        steps.put("evaluate in it", () -> {
            selectIdle();
            action("evaluate");
            waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
            answer("1 + 1");
            waitUntil(() -> monitor.lookup("#evaluations").isVisible());
            click("#evaluations-close");
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
        steps.put("write down all that is known of one", () -> {
            run(() -> monitor.setSelectedPid(account));
            action("copy-send");
            waitUntil(() -> question().contains("as lines that send them"));
            action("save-as-test");
            waitUntil(() -> question().startsWith("What <" + account + "> was started with is not known"));
            action("select-all");
        });
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

    private void kills() {
        steps.put("inspect", () -> {
            selectIdle();
            action("inspect");
        });
        steps.put("take a message away", () -> {
            action("drop-message");
            waitUntil(() -> question().startsWith("the mailbox of") && question().endsWith("is empty"));
        });
        for (String how : List.of("into", "over", "out")) steps.put("step " + how, () -> {
            action("step-" + how);
            waitUntil(() -> question().endsWith("takes a step"));
        });
        steps.put("kill one", () -> {
            long victim = selectIdle();
            action("kill");
            waitUntil(() -> isDead(victim));
        });
        steps.put("kill one without asking", () -> {
            long victim = selectIdle();
            action("kill-now");
            waitUntil(() -> isDead(victim));
        });
        steps.put("take a kill back", () -> {
            long victim = get(() -> monitor.selectedPidProperty().get());
            waitUntil(() -> enabled("undo"));
            action("undo");
            waitUntil(() -> !isDead(victim));
        });
        steps.put("kill it once more", () -> {
            long victim = get(() -> monitor.selectedPidProperty().get());
            waitUntil(() -> enabled("kill"));
            action("kill");
            waitUntil(() -> isDead(victim));
        });
        for (String tab : Stream.concat(Stream.of("end"), TABS.stream()).toList()) steps.put("tab " + tab + " of the dead", () -> {
            waitUntil(() -> monitor.lookup("#end") != null);
            show(tab);
            waitUntil(() -> text("#details-status").equals("dead"));
        });
        steps.put("start the dead one again", () -> {
            String before = get(this::question);
            waitUntil(() -> enabled("respawn"));
            action("respawn");
            // what it began with may not have been kept, which is told then
            waitUntil(() -> !question().equals(before));
        });
        steps.put("kill with all below", () -> {
            long nest = select(row -> sample().childCount(row) == PER_NEST);
            int before = sample().alive();
            action("kill-subtree");
            confirmKill();
            waitUntil(() -> isDead(nest) && sample().alive() <= before - PER_NEST);
        });
    }

    private void killAll() throws Exception {
        run(() -> monitor.setSelectedPid(1L));
        action("kill-subtree");
        confirmKill();
        waitUntil(() -> sample().alive() == 0);
        run(() -> { });
    }

    private void confirmKill() throws Exception {
        waitUntil(() -> monitor.lookup("#confirm-kill").isVisible());
        click("#confirm-kill");
    }

    /** One that nobody would miss. */
    private long selectIdle() throws Exception {
        return select(row -> sample().pid(row) >= CROWD_FROM && named(sample().function(row), "idle") && sample().childCount(row) == 0);
    }

    /** Selects the first that lives and is as wanted. */
    private long select(IntPredicate wanted) throws Exception {
        long pid = get(() -> sample().pid(IntStream.range(0, sample().alive()).filter(wanted).findFirst().orElseThrow()));
        run(() -> monitor.setSelectedPid(pid));
        waitUntil(() -> enabled("kill"));
        return pid;
    }

    private boolean isDead(long pid) { return sample().rowOf(pid) < 0 || status(pid) == ProcessStatus.DEAD; }

    /** The tab in front has been given a snapshot. */
    private void waitForDetails() throws Exception { waitUntil(() -> text("#details-title").startsWith("<")); }
}
