package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.model.WatchValue;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is done to processes and found out about them, over programs that really run. */
@ExtendWith(ApplicationExtension.class)
class ProcessToolsTest extends RealMachineFixture {
    @Start void start(Stage given) { show(given); }

    @Test void tracedMessagesStandBelowTheQueueWithTheLineTheyWereSentAtAlsoAfterDeath() throws Exception {
        openBank();
        long account = pidOf("account");
        select(rowOf("account"));
        action("trace");
        TreeTableView<ValueNode> mailbox = tab("mailbox");
        waitUntil(() -> texts("mailbox").contains("traced:"));
        waitUntil(() -> mailbox.getExpandedItemCount() > 3);
        ValueNode last = get(() -> mailbox.getTreeItem(mailbox.getExpandedItemCount() - 1).getValue());
        assertThat(last.kind()).isEqualTo(ValueNode.Kind.TRACED_MESSAGE);
        assertThat(last.text()).startsWith("Deposit(");
        assertThat(last.file() + ":" + last.line()).isEqualTo("main.nos:10");
        assertThat(last.taker()).isEqualTo("taken");
        vm.inspector().kill(account);
        waitUntil(() -> text("#details-status").equals("dead"));
        waitUntil(() -> texts("mailbox").contains("traced:") && mailbox.getExpandedItemCount() > 3);
        assertThat(get(() -> enabled("trace"))).isFalse();
    }

    @Test void anEventHoldsTheOthersAsTheyAre() throws Exception {
        openBank();
        action("freeze");
        answer("crash zero");
        waitUntil(() -> monitor.lookup("#freeze-rules").isVisible());
        long account = pidOf("account");
        run(() -> monitor.setSelectedPid(account));
        action("send-exit");
        answer("division by zero it is");
        waitUntil(() -> sample().status(sample().rowOf(account)) == ProcessStatus.DEAD);
        waitUntil(() -> LongStream.rangeClosed(1, 4).mapToInt(sample()::rowOf).filter(row -> row >= 0 && sample().isAlive(row))
                .allMatch(row -> sample().status(row) == ProcessStatus.SUSPENDED));
        assertThat(get(() -> monitor.lookup("#freeze-rules").isVisible())).isFalse();
        assertThat(sample().exitReason(sample().rowOf(account))).isEqualTo("division by zero it is");
    }

    @Test void taggedProcessesAreTheTargetsWhateverIsSelected() throws Exception {
        openBank();
        long spin = pidOf("spin");
        long teller = pidOf("teller");
        for (long pid : new long[] {spin, teller}) {
            run(() -> monitor.setSelectedPid(pid));
            press(table, KeyCode.SPACE, false);
        }
        run(() -> monitor.setSelectedPid(1L));
        waitUntil(() -> text("#status-selection").startsWith("2 tagged"));
        action("suspend");
        waitUntil(() -> status(spin) == ProcessStatus.SUSPENDED && status(teller) == ProcessStatus.SUSPENDED);
        assertThat(status(1)).isNotEqualTo(ProcessStatus.SUSPENDED);
        press(table, KeyCode.ESCAPE, false);
        waitUntil(() -> !text("#status-selection").contains("tagged"));
        assertThat(monitor.getSelectedPid()).isEqualTo(1);
    }

    @Test void findsOneAfterTheOtherAndFiltersByExpression() throws Exception {
        openBank();
        Set<Long> accounts = accounts();
        press(table, KeyCode.F3, false);
        waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
        answer("!^(main\\.)?acc[ou]+nt$");
        waitUntil(() -> monitor.getSelectedPid() != null);
        long first = monitor.getSelectedPid();
        assertThat(accounts).contains(first);
        press(table, KeyCode.F3, false);
        waitUntil(() -> monitor.getSelectedPid() != first);
        assertThat(accounts).contains(monitor.getSelectedPid());
        press(table, KeyCode.F3, true);
        waitUntil(() -> monitor.getSelectedPid() == first);
        run(() -> monitor.filterTextProperty().set("!^(main\\.)?acc[ou]+nt$ -state:dead"));
        waitUntil(() -> table.listing().size() == accounts.size());
        run(() -> monitor.filterTextProperty().set("!acc("));
        waitUntil(() -> monitor.lookup("#process-filter").getPseudoClassStates().stream().anyMatch(state -> state.getPseudoClassName().equals("error")));
    }

    private Set<Long> accounts() {
        return LongStream.range(0, sample().alive()).filter(row -> named(sample().function((int) row), "account"))
                .map(row -> sample().pid((int) row)).boxed().collect(Collectors.toSet());
    }

    @Test void theListScrollsWithTheProcessFollowed() throws Exception {
        open("""
                idle() = receive { "stop" -> () }
                crowd(n: Int) -> Int = if n == 0 then 0 else { spawn { idle() }; crowd(n - 1) }
                busy(n: Int) -> Int = if n == 0 then { receive { "go" -> () }; busy(200000000) } else busy(n - 1)
                main() = {
                    crowd(300)
                    spawn { busy(1000) }
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """);
        waitUntil(() -> sample().alive() == 302);
        run(() -> monitor.setSelectedPid(302L));
        action("follow");
        waitUntil(() -> isInSight(302));
        run(() -> table.scrollTo(0));
        waitUntil(() -> !isInSight(302));
        action("sort-rate");
        vm.inspector().send(302, "\"go\"").join();
        waitUntil(() -> table.listing().positionOf(302) == 0 && isInSight(302));
    }

    private boolean isInSight(long pid) { return LongStream.of(table.visiblePids()).anyMatch(shown -> shown == pid); }

    @Test void aWatchedNumberHasATrailAndRowsInSightAreReadBetweenTheLooks() throws Exception {
        openBank();
        select(rowOf("account"));
        press(selectVariable("balance"), KeyCode.W, false);
        TableView<WatchValue> watches = tab("watches");
        waitUntil(() -> watches.getItems().size() == 1 && watches.getItems().getFirst().trail().values().size() > 4);
        assertThat(watches.getItems().getFirst().trail().values()).isSorted();
        run(() -> monitor.refreshIntervalProperty().set(javafx.util.Duration.hours(1)));
        run(() -> monitor.refreshNow());
        waitUntil(() -> table.listing().newest(0) != table.listing().sample());
        assertThat(table.listing().newest(0).pid(table.listing().newestRow(0))).isEqualTo(table.listing().pid(0));
    }

    @Test void aKillSaysWhatASupervisorStartsAgainAndGarbageIsCollectedForAll() throws Exception {
        open("""
                use stdlib.supervisor.*
                worker() = receive { "stop" -> () }
                main() = {
                    start([child("steady", () => worker()), child("other", () => worker())], OneForAll)
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """);
        waitUntil(() -> sample().alive() == 4);
        run(() -> monitor.setSelectedPid(3L));
        action("kill");
        waitUntil(() -> question().equals("Kill <3>? Supervisor <2> starts steady, other again."));
        click("#cancel-kill");
        action("collect-garbage");
        waitUntil(() -> question().startsWith("collected the garbage of the whole virtual machine"));
    }

    @Test void aDeadProcessIsStartedAgainIfAllWereTracedWhenItBegan() throws Exception {
        open("""
                fail(by: Int) -> Int = receive {
                    "go" -> 1 / by
                }
                main() = {
                    receive { "start" -> () after 1000000000 -> () }
                    spawn { fail(0) }
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """);
        waitUntil(() -> sample().alive() == 1);
        action("trace-all");
        vm.inspector().send(1, "\"start\"").join();
        waitUntil(() -> rowOf("fail") >= 0);
        long dying = pidOf("fail");
        select(rowOf("fail"));
        assertThat(get(() -> enabled("respawn"))).as("of a living one there is no need").isFalse();
        vm.inspector().send(dying, "\"go\"").join();
        waitUntil(() -> enabled("respawn"));
        press(table, KeyCode.A, false);
        waitUntil(() -> question().equals("<" + (dying + 1) + "> goes on as <" + dying + "> began, with the messages it left"));
        waitUntil(() -> monitor.getSelectedPid() == dying + 1 && status(dying + 1) == ProcessStatus.WAITING);
    }

    @Test void aProcessIsWrittenDownAsATestAndAMessageAsALineThatSendsIt() throws Exception {
        open("""
                wait(id: Int) = receive { "stop" -> id }
                main() = {
                    receive { "start" -> () after 1000000000 -> () }
                    spawn { wait(7) }
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """);
        waitUntil(() -> sample().alive() == 1);
        select(0);
        action("save-as-test");
        waitUntil(() -> question().startsWith("What <1> was started with is not known"));
        action("copy-send");
        waitUntil(() -> question().startsWith("no message of <1> is known"));
        action("trace-all");
        vm.inspector().send(1, "\"start\"").join();
        waitUntil(() -> rowOf("wait") >= 0);
        vm.inspector().send(2, "(\"told\", <1>)").join();
        select(rowOf("wait"));
        TreeTableView<ValueNode> mailbox = tab("mailbox");
        waitUntil(() -> mailbox.getExpandedItemCount() > 0);
        run(() -> mailbox.getSelectionModel().select(0));
        run(() -> mailbox.getContextMenu().getItems().getFirst().fire());
        waitUntil(() -> question().equals("on the clipboard: pid <- (\"told\", p1)  # p1 is process <1>"));
        action("copy-send");
        waitUntil(() -> question().equals("the messages of <2> are on the clipboard, as lines that send them"));
        action("save-as-test");
        waitUntil(() -> question().equals("process-2-test.nos is on the clipboard"));
        run(() -> monitor.setOnTest((name, text) -> exported.add(name + "\n" + text)));
        action("save-as-test");
        waitUntil(() -> exported.size() == 1);
        assertThat(exported.getFirst()).startsWith("process-2-test.nos\n").contains("test \"main.<spawned> lives on as <2> did\" = {",
                "spawn_monitor { wait(7) }\n    p2 <- (\"told\", p1)\n");
    }
}
