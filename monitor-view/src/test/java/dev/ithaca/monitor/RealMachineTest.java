package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.model.WatchValue;
import dev.ithaca.monitor.support.FxWatchdog;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The control over programs that really run. */
@ExtendWith(ApplicationExtension.class)
class RealMachineTest extends RealMachineFixture {
    @Start void start(Stage given) { show(given); }

    @Test void listsWhatRunsWithItsFigures() throws Exception {
        openBank();
        waitUntil(() -> sample().reductionsPerSecond(rowOf("spin")) > 1000);
        ProcessSample all = sample();
        assertThat(all.status(rowOf("ratio"))).isEqualTo(ProcessStatus.DEAD);
        assertThat(all.isFailed(rowOf("ratio"))).isTrue();
        assertThat(all.exitReason(rowOf("ratio"))).containsIgnoringCase("zero");
        int account = rowOf("account");
        assertThat(all.status(account)).isEqualTo(ProcessStatus.WAITING);
        assertThat(all.mailboxLength(account)).isEqualTo(1);
        assertThat(all.origin(account).line()).isEqualTo(25);
        waitUntil(() -> sample().received(rowOf("account")) > 3 && sample().sent(rowOf("teller")) > 10);
    }

    @Test void showsVariablesMailboxAndTheClauseForEachMessage() throws Exception {
        openBank();
        select(rowOf("account"));
        waitUntil(() -> texts("variables").contains("balance"));
        waitUntil(() -> text("#details-why").contains("Deposit(n) when n > 0  or  Withdraw(n)"));
        assertThat(text("#details-why")).endsWith("1 message here fits none");
        TreeTableView<ValueNode> mailbox = tab("mailbox");
        // below the one that waits stand those it took lately
        waitUntil(() -> mailbox.getExpandedItemCount() >= 1);
        ValueNode stuck = mailbox.getTreeItem(0).getValue();
        assertThat(stuck.kind()).isEqualTo(ValueNode.Kind.STUCK_MESSAGE);
        assertThat(stuck.text()).isEqualTo("Balance");
        assertThat(stuck.taker()).isEqualTo("no clause");
        TableView<?> stack = tab("stack-table");
        waitUntil(() -> stack.getItems().getLast().toString().contains("spawned by <1>"));
    }

    @Test void pinnedVariablesStayInSight() throws Exception {
        openBank();
        long account = pidOf("account");
        select(rowOf("account"));
        press(selectVariable("balance"), KeyCode.W, false);
        run(() -> monitor.setSelectedPid(1L));
        TableView<WatchValue> watches = tab("watches");
        waitUntil(() -> watches.getItems().size() == 1 && watches.getItems().getFirst().known());
        String before = watches.getItems().getFirst().text();
        waitUntil(() -> !watches.getItems().getFirst().text().equals(before));
        assertThat(watches.getItems().getFirst().watch().title()).isEqualTo("<" + account + ">.balance");
        vm.inspector().kill(account);
        waitUntil(() -> watches.getItems().size() == 1);
        run(() -> {
            watches.getSelectionModel().select(0);
            watches.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
        });
        waitUntil(() -> watches.getItems().isEmpty());
    }

    @Test void aVariableOfAllProcessesStartedAlikeIsPinnedAtOnceAndSorts() throws Exception {
        openBank();
        select(rowOf("account"));
        press(selectVariable("balance"), KeyCode.W, true);
        TableView<WatchValue> watches = tab("watches");
        waitUntil(() -> watches.getItems().size() == 5 && watches.getItems().stream().allMatch(WatchValue::known));
        run(() -> {
            var value = watches.getColumns().getLast();
            value.setSortType(TableColumn.SortType.DESCENDING);
            watches.getSortOrder().add(value);
            watches.sort();
        });
        assertThat(watches.getItems().stream().map(value -> Long.parseLong(value.text())).toList()).hasSize(5)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test void killSaysWhatLinksTakeAlong() throws Exception {
        openBank();
        long pair = sample().pid(pair());
        List<Long> linked = vm.inspector().children(pair);
        select(pair());
        waitUntil(() -> monitor.getSelectedPid() == pair);
        action("kill");
        waitUntil(() -> question()
                .equals("Kill <" + pair + ">? Links take <" + linked.getFirst() + "> along."));
        assertThat(((Button) monitor.lookup("#confirm-kill")).getText()).isEqualTo("Kill 2");
        click("#confirm-kill");
        waitUntil(() -> sample().alive() == 8);
        waitUntil(() -> text("#details-status").equals("dead"));
        assertThat(texts("variables")).contains("owner");
    }

    @Test void warnsBeforeTheProgramEndsAndKillsSubtrees() throws Exception {
        openBank();
        run(() -> monitor.setSelectedPid(1L));
        action("kill");
        waitUntil(() -> question().endsWith("This ends the program."));
        click("#cancel-kill");
        action("kill-subtree");
        waitUntil(() -> ((Button) monitor.lookup("#confirm-kill")).getText().equals("Kill 10"));
        click("#confirm-kill");
        waitUntil(() -> sample().alive() == 0);
    }

    @Test void suspendsAndResumesManyAtOnce() throws Exception {
        openBank();
        long spin = pidOf("spin");
        long teller = pidOf("teller");
        run(() -> table.getSelectionModel().clearSelection());
        run(() -> table.getSelectionModel().selectIndices(table.listing().positionOf(spin), table.listing().positionOf(teller)));
        action("suspend");
        waitUntil(() -> status(spin) == ProcessStatus.SUSPENDED && status(teller) == ProcessStatus.SUSPENDED);
        waitUntil(() -> sample().reductionsPerSecond(sample().rowOf(spin)) == 0);
        action("resume");
        waitUntil(() -> status(spin) != ProcessStatus.SUSPENDED && status(teller) != ProcessStatus.SUSPENDED);
    }

    @Test void groupsByStartAndByFunction() throws Exception {
        openBank();
        run(() -> monitor.arrangementProperty().set(Arrangement.BY_ORIGIN));
        waitUntil(() -> table.listing().size() < 11 && table.listing().group(0) != null && table.listing().group(0).count() == 5);
        run(() -> {
            table.getSelectionModel().select(0);
            table.requestFocus();
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
        });
        waitUntil(() -> table.listing().isExpanded(0) && table.listing().depth(5) == 1);
        assertThat(monitor.getSelectedPid()).isNull();
        action("group");
        waitUntil(() -> monitor.arrangementProperty().get() == Arrangement.BY_FUNCTION && table.listing().group(0).count() > 5);
        action("group");
        waitUntil(() -> table.listing().size() == 11);
    }

    @Test void drawsTheOverviewTheHistoryAndTheLinks() throws Exception {
        openBank();
        action("overview");
        waitUntil(() -> monitor.lookup("#overview").isVisible());
        waitUntil(() -> monitor.lookupAll("#overview .chart-value").stream().noneMatch(n -> ((Label) n).getText().isEmpty()));
        select(pair());
        long child = vm.inspector().children(sample().pid(pair())).getFirst();
        show("links");
        waitUntil(() -> monitor.lookupAll("#process-links .pid-link").stream().map(n -> ((Hyperlink) n).getText())
                .collect(Collectors.toSet()).stream().anyMatch(t -> t.startsWith("<" + child + ">")));
        run(() -> monitor.lookupAll("#process-links .pid-link").stream().map(Hyperlink.class::cast)
                .filter(link -> link.getText().startsWith("<" + child + ">")).findFirst().orElseThrow().fire());
        waitUntil(() -> Long.valueOf(child).equals(monitor.getSelectedPid()));
        show("history");
        waitUntil(() -> monitor.lookupAll("#process-history .chart-value").size() == 3);
    }

    @Test void exportsWhatIsShownAndListsTheKeys() throws Exception {
        openBank();
        run(() -> monitor.filterTextProperty().set("fn:account state:waiting"));
        waitUntil(() -> table.listing().size() == 7 || table.listing().size() == 6);
        action("export-csv");
        // the two are written side by side: the second could be first
        waitUntil(() -> exported.size() == 1);
        action("export-json");
        waitUntil(() -> exported.size() == 2);
        assertThat(exported.getFirst()).startsWith("processes.csv\npid,name,").contains("waiting");
        assertThat(exported.getLast()).startsWith("processes.json\n[\n  {\"pid\": ").contains("\"status\": \"waiting\"");
        action("help");
        waitUntil(() -> monitor.lookup("#key-sheet").isVisible());
        click("#close-keys");
        waitUntil(() -> !monitor.lookup("#key-sheet").isVisible());
    }

    @Test void sendsWhatTheUserTypesAndSaysWhatIsWrongWithIt() throws Exception {
        openBank();
        long account = pidOf("account");
        select(rowOf("account"));
        action("send");
        waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
        answer("Deposti(7)");
        waitUntil(() -> text("#prompt-problem").contains("Deposti"));
        answer("Deposit(700000)");
        waitUntil(() -> question().equals("sent Deposit(700000) to <" + account + ">, taken by Deposit(n) when n > 0")
                || question().equals("sent Deposit(700000) to <" + account + ">, perhaps taken by Deposit(n) when n > 0"));
        waitUntil(() -> !monitor.lookup("#monitor-prompt").isVisible());
        waitUntil(() -> {
            var frames = vm.inspector().snapshot(account, 5, 0).join().orElseThrow().frames();
            return frames.stream().flatMap(f -> f.variables().stream()).anyMatch(v -> v.name().equals("balance") && v.value().text().length() >= 6);
        });
    }

    @Test void suspendsAProcessOnceItMeetsACondition() throws Exception {
        openBank();
        long spin = pidOf("spin");
        run(() -> monitor.setSelectedPid(spin));
        action("freeze");
        waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
        answer("nonsense>3");
        waitUntil(() -> text("#prompt-problem").startsWith("unknown field"));
        answer("mbox>1000000");
        waitUntil(() -> monitor.lookup("#freeze-rules").isVisible());
        run(() -> ((Hyperlink) monitor.lookup("#freeze-rules .pid-link")).fire());
        waitUntil(() -> !monitor.lookup("#freeze-rules").isVisible());
        action("freeze");
        answer("reds>1k");
        waitUntil(() -> status(spin) == ProcessStatus.SUSPENDED);
        assertThat(question()).isEqualTo("<" + spin + "> suspended: reds>1k");
        action("resume");
        waitUntil(() -> status(spin) != ProcessStatus.SUSPENDED);
    }

    @Test void narrowsTheListToAFunctionOrASubtreeAndGoesToTheStart() throws Exception {
        openBank();
        var places = new ArrayList<String>();
        run(() -> monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line)));
        long pair = sample().pid(pair());
        run(() -> monitor.setSelectedPid(pair));
        action("filter-subtree");
        waitUntil(() -> table.listing().size() == 2);
        action("filter-function");
        waitUntil(() -> monitor.filterTextProperty().get().equals("fn:account") && table.listing().size() >= 6);
        action("go-to-start");
        assertThat(places).containsExactly("main.nos:28");
        run(() -> monitor.filterTextProperty().set("cpu>30"));
        waitUntil(() -> table.listing().size() == 1 && named(sample().function(table.listing().row(0)), "spin"));
        action("follow");
    }

    @Test void recognisesSupervisorsWithStrategyAndRestarts() throws Exception {
        open("""
                use stdlib.supervisor.*
                worker() = receive { "stop" -> () }
                fragile() = receive { "fail" -> throw("broken") }
                main() = {
                    start([child("steady", worker), child("fragile", fragile)], OneForAll)
                    receive { "end" -> () after 1000000000 -> () }
                }
                """);
        waitUntil(() -> sample().alive() == 4 && IntStream.range(0, 4).anyMatch(row -> sample().isSupervisor(row)));
        long supervisor = IntStream.range(0, 4).filter(row -> sample().isSupervisor(row)).mapToObj(row -> sample().pid(row)).findFirst().orElseThrow();
        run(() -> monitor.setSelectedPid(supervisor));
        waitUntil(() -> text("#details-why").equals("supervises 2 processes: one for all, 0 of at most 3 restarts in 5.0 s"));
        long fragile = vm.inspector().snapshot(supervisor, 9, 0).join().orElseThrow().supervisor().orElseThrow().children().getLast().pid();
        assertThat(vm.inspector().send(fragile, "\"fail\"").join().problem()).isNull();
        waitUntil(() -> text("#details-why").equals("supervises 2 processes: one for all, 1 of at most 3 restarts in 5.0 s"));
        show("info");
        waitUntil(() -> monitor.lookupAll("#process-info .info-value").stream().map(n -> ((Label) n).getText()).anyMatch(t -> t.contains("steady <")));
    }

    @Test void drawsWhoWaitsForWhom() throws Exception {
        open(RealMachine.RING);
        waitUntil(() -> sample().alive() == 3);
        run(() -> monitor.setSelectedPid(2L));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        show("waits");
        waitUntil(() -> text("#process-waits-sentence").equals("<2> waits for <3>, which waits for <2>: a ring")
                && monitor.lookupAll("#process-waits .link-arrow.ring").size() == 2);
        run(() -> monitor.setSelectedPid(1L));
        waitUntil(() -> text("#process-waits-sentence").startsWith("<1> waits for a message, perhaps from <2>, which is waiting or <3>"));
    }

    @Test void staysCalmWhileProcessesDieUnderTheSelection() throws Exception {
        open("""
                brief(n: Int) -> Int = { sleep(n % 40); n }
                parent(n: Int) -> Int = {
                    spawn { brief(n) }
                    sleep(1)
                    parent(n + 1)
                }
                main() = {
                    spawn { parent(0) }
                    spawn { parent(1000) }
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """);
        waitUntil(() -> sample().alive() > 5);
        try (var watchdog = new FxWatchdog()) {
            for (int round = 0; round < 12; round++) {
                waitUntil(() -> sample().alive() > 4);
                Arrangement arrangement = Arrangement.values()[round % Arrangement.values().length];
                run(() -> {
                    monitor.arrangementProperty().set(arrangement);
                    int last = table.listing().size() - 1;
                    table.getSelectionModel().clearSelection();
                    table.getSelectionModel().selectRange(Math.max(0, last - 3), last + 1);
                });
                action(List.of("kill", "suspend", "kill-now").get(round % 3));
                run(() -> {
                    if (monitor.lookup("#confirm-kill").isVisible()) ((Button) monitor.lookup("#confirm-kill")).fire();
                });
                Thread.sleep(60);
                Long chosen = monitor.getSelectedPid();
                if (chosen != null) assertThat(monitor.selectionProperty().get()).contains(chosen);
            }
        }
        assertThat(vm.outcome()).isNotDone();
    }
}
