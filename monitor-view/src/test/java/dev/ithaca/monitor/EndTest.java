package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is left of a process that has ended is seen at one glance. */
@ExtendWith(ApplicationExtension.class)
class EndTest extends RealMachineFixture {
    private static final String DIVIDER = """
            divide(by: Int, served: Int) -> Int = receive {
                ("divide", n) -> n / by + divide(by, served + 1)
                "change" -> divide(by - 2, served)
            }
            partner(other: Pid) = {
                Process.link(other)
                receive { "stop" -> () after 1000000000 -> () }
            }
            main() = {
                receive { "go" -> () after 1000000000 -> () }
                two = 2
                p = spawn { divide(two, 0) }
                spawn { partner(p) }
                receive { "stop" -> () after 1000000000 -> () }
            }
            """;

    private final List<String> places = new ArrayList<>();

    @Start void start(Stage given) {
        show(given);
        monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line));
    }

    private void send(long pid, String message) { assertThat(vm.inspector().send(pid, message).join().problem()).isNull(); }

    private String front() throws Exception {
        return get(() -> ((TabPane) monitor.lookup(".details-tabs")).getSelectionModel().getSelectedItem().getId());
    }

    /** Label and value of each row. */
    private List<String> rows() throws Exception {
        return get(() -> {
            @SuppressWarnings("unchecked") var tree = (TreeTableView<ValueNode>) monitor.lookup("#end-tree");
            var rows = new ArrayList<String>();
            for (int i = 0; tree != null && i < tree.getExpandedItemCount(); i++) {
                ValueNode node = tree.getTreeItem(i).getValue();
                rows.add((node.label() + " " + (node.kind() == ValueNode.Kind.FRAME ? node.detail() : node.text())).strip());
            }
            return rows;
        });
    }

    @Test void theCrashCardComesToTheFrontAndHoldsAllThatIsLeft() throws Exception {
        open(DIVIDER);
        waitUntil(() -> sample().alive() == 1);
        send(1, "\"go\"");
        waitUntil(() -> sample().alive() == 3);
        run(() -> monitor.setSelectedPid(2L));
        waitUntil(() -> monitor.lookup("#variables") != null && front().equals("tab-variables"));
        send(2, "\"change\"");
        waitUntil(() -> vm.inspector().info(2).orElseThrow().mailboxLength() == 0 && vm.inspector().info(2).orElseThrow().status() == ProcessStatus.WAITING);
        vm.inspector().suspend(2);
        send(2, "(\"divide\", 7)");
        send(2, "\"left behind\"");
        vm.inspector().resume(2);
        waitUntil(() -> monitor.lookup("#end-tree") != null && rows().contains("Linked with 1 process"));
        assertThat(front()).isEqualTo("tab-end");
        assertThat(get(() -> ((Label) monitor.lookup("#end-reason")).getText())).contains("DivisionByZero").endsWith(" at main.nos:2");
        assertThat(rows()).contains("Stack 1 call", "divide main.nos:2", "by 0", "served 0", "as they were when it last stood still, at line 1",
                "Took last 2 messages, the newest first", "in (\"divide\", 7)", "in \"change\"", "Had not taken 1 message", "1 \"left behind\"",
                "two 2", "Linked with 1 process", "<3>").anyMatch(row -> row.startsWith("Started with {") && row.contains("divide(two, 0)"));
        click("#end-go-to-source");
        waitUntil(() -> places.contains("main.nos:2"));
        click("#end-save-as-test");
        click("#end-respawn");
        waitUntil(() -> monitor.getSelectedPid() == 4);
        waitUntil(() -> front().equals("tab-variables") && texts("variables").contains("by"));
        assertThat(get(() -> ((TabPane) monitor.lookup(".details-tabs")).getTabs().getFirst().getId())).isEqualTo("tab-variables");
    }

    @Test void withoutHistoryTheCardSaysWhatIsNotKnown() throws Exception {
        run(() -> monitor.historyKeptProperty().set(false));
        open(DIVIDER);
        waitUntil(() -> sample().alive() == 1);
        send(1, "\"go\"");
        waitUntil(() -> sample().alive() == 3);
        assertThat(vm.inspector().keepsHistory()).isFalse();
        send(2, "\"change\"");
        vm.inspector().kill(2);
        run(() -> monitor.setSelectedPid(2L));
        waitUntil(() -> monitor.lookup("#end-tree") != null && !rows().isEmpty());
        assertThat(rows()).contains("Took last no message that is known of", "Started with What <2> was started with is not known: no history was kept when it started");
        assertThat(get(() -> ((Label) monitor.lookup("#end-reason")).getText())).isEqualTo("Killed at main.nos:1");
        show("mailbox");
        run(() -> monitor.setSelectedPid(1L));
        waitUntil(() -> get(() -> ((TabPane) monitor.lookup(".details-tabs")).getTabs().size()) == 10);
        assertThat(front()).isEqualTo("tab-mailbox");
    }

    @Test void whatALivingProcessTookStandsBelowItsMailbox() throws Exception {
        open(DIVIDER);
        waitUntil(() -> sample().alive() == 1);
        send(1, "\"go\"");
        waitUntil(() -> sample().alive() == 3);
        send(2, "(\"divide\", 7)");
        run(() -> monitor.setSelectedPid(2L));
        waitUntil(() -> monitor.lookup("#variables") != null);
        show("mailbox");
        waitUntil(() -> texts("mailbox").equals("taken lately: in"));
    }
}
