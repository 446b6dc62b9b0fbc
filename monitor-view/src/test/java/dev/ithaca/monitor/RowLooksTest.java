package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What rows and pictures tell of processes, also of those that die while they are looked at. */
@ExtendWith(ApplicationExtension.class)
class RowLooksTest extends RealMachineFixture {
    @Start void start(Stage given) { show(given); }

    @Test void aStandstillIsToldAndDrawnAlsoWhenOneOfThemDies() throws Exception {
        open(RealMachine.RING);
        action("overview");
        waitUntil(() -> alert().equals("Nothing has happened for a while: all 3 processes wait for messages"));
        waitUntil(() -> text("#overview-waits-sentence").equals("<1> waits for a message, perhaps from <2>, which is waiting or <3>, which is waiting")
                && nodes() == 3 && monitor.lookup("#overview-waits").isVisible());
        run(() -> ((Hyperlink) monitor.lookup("#overview-waits .link-node")).fire());
        waitUntil(() -> monitor.getSelectedPid() != null);
        long chosen = monitor.getSelectedPid();
        vm.inspector().kill(3);
        waitUntil(() -> alert().equals("Nothing has happened for a while: all 2 processes wait for messages"));
        waitUntil(() -> !text("#overview-waits-sentence").contains("<3>, which is waiting"));
        assertThat(monitor.getSelectedPid()).isEqualTo(chosen);
    }

    private String alert() { return monitor.lookup("#alerts .label") instanceof Label label ? label.getText() : ""; }

    private int nodes() { return monitor.lookupAll("#overview-waits .link-node").size(); }

    @Test void whatTheLibraryStartsIsDimmedAlsoOnceItIsDead() throws Exception {
        open(RealMachine.SHOP);
        action("library");
        waitUntil(() -> library() >= 0 && rowOf("idle") >= 0);
        long helper = get(() -> sample().pid(library()));
        long own = get(() -> pidOf("idle"));
        waitUntil(() -> opacity(helper) < 1 && opacity(own) == 1);
        run(() -> monitor.setSelectedPid(helper));
        vm.inspector().kill(helper);
        waitUntil(() -> status(helper) == ProcessStatus.DEAD && opacity(helper) < 1);
        assertThat(get(() -> monitor.getSelectedPid())).isEqualTo(helper);
        waitUntil(() -> text("#details-status").equals("dead"));
    }

    private int library() { return IntStream.range(0, sample().alive()).filter(sample()::isLibrary).findFirst().orElse(-1); }

    private double opacity(long pid) {
        Node name = cellNode(table.listing().positionOf(pid), "name");
        return name == null ? -1 : name.getOpacity();
    }

    @Test void columnsOfMessagesPriorityAndMonitorsShowTheirFigures() throws Exception {
        open("""
                talk(to: Pid) -> Int = {
                    to <- 1
                    sleep(2)
                    talk(to)
                }
                listen(n: Int) -> Int = receive { k -> listen(n + k) }
                watch(other: Pid) -> Int = {
                    monitor(other)
                    Process.setPriority(High)
                    receive { "stop" -> 0 }
                }
                main() = {
                    listener = spawn { listen(0) }
                    spawn { talk(listener) }
                    spawn { watch(listener) }
                    receive { "stop" -> 0 }
                }
                """);
        var wanted = Set.of("column-pid", "column-name", "column-in_rate", "column-out_rate", "column-monitors", "column-priority");
        run(() -> table.getColumns().forEach(column -> column.setVisible(wanted.contains(column.getId()))));
        waitUntil(() -> rowOf("listen") >= 0 && rowOf("talk") >= 0 && rowOf("watch") >= 0);
        long listener = get(() -> pidOf("listen"));
        long talker = get(() -> pidOf("talk"));
        long watcher = get(() -> pidOf("watch"));
        waitUntil(() -> isPositive(figure(listener, "in_rate")) && isPositive(figure(talker, "out_rate")));
        waitUntil(() -> figure(watcher, "monitors").equals("1") && figure(watcher, "priority").equals("high") && figure(talker, "priority").equals("normal"));
        run(() -> monitor.setSelectedPid(listener));
        vm.inspector().kill(listener);
        waitUntil(() -> status(listener) == ProcessStatus.DEAD && !isPositive(figure(listener, "in_rate")) && !figure(watcher, "monitors").equals("1"));
        assertThat(get(() -> monitor.getSelectedPid())).isEqualTo(listener);
    }

    @Test void anEmptyListHasTheColumnsThatItWillHaveOnceItFills() throws Exception {
        List<String> before = get(this::columnsInSight);
        open("""
                clerk(n: Int) = receive { "stop" -> n }
                main() = {
                    range(0, 20).map(i => spawn { clerk(i) })
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """);
        waitUntil(() -> table.listing().size() == 21 && cellNode(5, "pid") != null);
        assertThat(get(this::columnsInSight)).isEqualTo(before);
    }

    private List<String> columnsInSight() { return table.getVisibleLeafColumns().stream().map(TableColumnBase::getText).toList(); }

    @Test void aClosedBranchShowsSumsAlsoWhileOneBelowDies() throws Exception {
        open("""
                clerk(n: Int) = receive { "stop" -> n }
                office(n: Int) -> Int = {
                    clerks = range(0, n).map(i => spawn { clerk(i) })
                    clerks.map(c => { c <- "hello" })
                    receive { "stop" -> 0 }
                }
                main() = {
                    spawn { office(20) }
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """);
        waitUntil(() -> sample().alive() == 22 && IntStream.range(0, 22).map(sample()::mailboxLength).sum() == 20);
        action("tree");
        waitUntil(() -> table.listing().isTree() && table.listing().size() == 22);
        run(() -> monitor.setSelectedPid(2L));
        press(table, KeyCode.LEFT, false);
        waitUntil(() -> table.listing().size() == 2 && figure(2, "mailbox").equals("20") && below().equals("+20"));
        waitUntil(() -> figure(2, "oldest").matches("\\d.* m?s"));
        Node mailbox = get(() -> cellNode(1, "mailbox"));
        assertThat(get(() -> mailbox.getPseudoClassStates().toString() + " " + mailbox.getAccessibleText())).contains("sum").endsWith("20, sum of 21 processes");
        assertThat(get(() -> cellNode(1, "name").getAccessibleText())).endsWith("closed, 20 processes below");
        vm.inspector().kill(5);
        waitUntil(() -> figure(2, "mailbox").equals("19") && below().equals("+20"));
        press(table, KeyCode.T, true);
        waitUntil(() -> figure(2, "mailbox").equals("0") && below().isEmpty());
        assertThat(get(() -> cellNode(1, "mailbox").getAccessibleText())).isNull();
        press(table, KeyCode.T, true);
        waitUntil(() -> below().equals("+20"));
        press(table, KeyCode.RIGHT, false);
        waitUntil(() -> table.listing().size() == 22 && below().isEmpty());
    }

    private String below() {
        return cellNode(1, "name") instanceof Labeled name && name.getGraphic() instanceof HBox box
                && box.getChildren().getLast() instanceof Label label ? label.getText() : "";
    }

    @Test void theNewAndTheDeadAreMarkedUnlessThatIsSwitchedOff() throws Exception {
        open("""
                idle() = receive { "stop" -> () }
                main() = receive {
                    "start" -> {
                        spawn { idle() }
                        main()
                    }
                    "stop" -> ()
                    after 1000000000 -> ()
                }
                """);
        waitUntil(() -> sample().alive() == 1 && !ground(1).equals(""));
        Thread.sleep(3_500);
        waitUntil(() -> cellNode(0, "pid") != null);
        String plain = get(() -> ground(1));
        vm.inspector().send(1, "\"start\"");
        waitUntil(() -> rowOf("idle") >= 0 && !ground(pidOf("idle")).equals(plain));
        press(table, KeyCode.B, true);
        waitUntil(() -> ground(pidOf("idle")).equals(plain));
        long idle = get(() -> pidOf("idle"));
        vm.inspector().kill(idle);
        waitUntil(() -> status(idle) == ProcessStatus.DEAD && !ground(idle).equals(plain));
        press(table, KeyCode.D, true);
        waitUntil(() -> ground(idle).equals(plain));
        press(table, KeyCode.D, false);
        waitUntil(() -> table.listing().positionOf(idle) < 0);
    }

    /** Fills behind the row of a process. */
    private String ground(long pid) {
        Node cell = cellNode(table.listing().positionOf(pid), "pid");
        return cell == null ? "" : ((Region) cell.getParent()).getBackground().getFills().stream().map(fill -> fill.getFill().toString())
                .collect(Collectors.joining(" "));
    }

    private String figure(long pid, String column) { return cell(table.listing().positionOf(pid), column); }

    private static boolean isPositive(String figure) { return figure.matches("[1-9].*|0\\.\\d*[1-9].*"); }
}
