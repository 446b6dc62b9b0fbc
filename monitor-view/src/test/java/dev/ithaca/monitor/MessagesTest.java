package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.vm.inspect.FlowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The message picture over programs that really run. */
@ExtendWith(ApplicationExtension.class)
class MessagesTest extends RealMachineFixture {
    private static final String ECHO = """
            echo(n: Int) = receive {
                ("end", p) -> p <- "bye"
                ("ping", p) -> {
                    p <- ("pong", n)
                    echo(n + 1)
                }
            }
            main() = {
                e = spawn { echo(0) }
                receive { "go" -> () after 1000000000 -> () }
                e <- ("ping", self())
                receive { ("pong", n) -> () }
                e <- "lonely"
                e <- ("end", self())
                receive { "bye" -> () }
                receive { "late" -> () after 1000000000 -> () }
                e <- "too late"
                receive { "stop" -> () after 1000000000 -> () }
            }
            """;
    private final List<String> places = new ArrayList<>();

    @Start void start(Stage given) {
        show(given);
        monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line));
    }

    @SuppressWarnings("unchecked")
    private ListView<FlowRow> messages() { return (ListView<FlowRow>) monitor.lookup("#flow-messages"); }

    private List<String> lines() {
        ListView<FlowRow> list = messages();
        return list == null ? List.of() : list.getItems().stream().map(FlowRow::line).toList();
    }

    private Set<String> headings() {
        return monitor.lookupAll(".flow-heading").stream().map(node -> ((Labeled) node).getText()).collect(Collectors.toSet());
    }

    private void select(String line) throws Exception {
        run(() -> messages().getSelectionModel().select(lines().indexOf(line)));
    }

    private void openEcho() throws Exception {
        open(ECHO);
        waitUntil(() -> sample().alive() == 2);
        run(() -> monitor.setSelectedPid(1L));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        action("flow");
        waitUntil(() -> monitor.lookup("#flow-empty") != null && text("#flow-empty-text").startsWith("The messages of <1> are not traced"));
        click("#flow-trace");
        waitUntil(() -> text("#flow-empty-text").startsWith("Traced:") && !monitor.lookup("#flow-trace").isVisible());
        vm.inspector().send(1, "\"go\"").join();
        // the end is told a moment before what it means for messages that were not taken
        waitUntil(() -> lines().contains("<2> ends: normal")
                && lines().contains("<1> -> <2>: \"lonely\"  (never taken: the receiver has ended)"));
    }

    @Test void drawsWhatATracedProcessGetsAndSends() throws Exception {
        openEcho();
        vm.inspector().send(1, "\"late\"").join();
        waitUntil(() -> lines().size() == 9);
        assertThat(lines()).contains("machine -> <1>: \"go\"", "<1> -> <2>: (\"ping\", <pid 1>)", "<2> -> <1>: (\"pong\", 0)",
                "<1> -> <2>: \"lonely\"  (never taken: the receiver has ended)", "<2> -> <1>: \"bye\"", "<1> -> <2>: \"too late\"  (lost: the receiver was dead)");
        assertThat(lines().getFirst()).isEqualTo("machine -> <1>: \"go\"");
        waitUntil(() -> headings().equals(Set.of("<1> main", "<2> echo")));
        waitUntil(() -> messages().lookupAll(".flow-cell").stream().filter(cell -> cell instanceof ListCell<?> c && !c.isEmpty())
                .anyMatch(cell -> cell.getAccessibleText().startsWith("<2> -> <1>: (\"pong\", 0), at ") && cell.getAccessibleText().endsWith(" s, line 4")));
    }

    @Test void aMessageLeadsToItsSourceAndShowsItsValueAndWhatBecameOfIt() throws Exception {
        openEcho();
        select("<2> -> <1>: (\"pong\", 0)");
        waitUntil(() -> monitor.lookup("#flow-value") != null);
        assertThat(((Hyperlink) monitor.lookup("#flow-place")).getText()).isEqualTo("main.nos:4");
        assertThat(text("#flow-fate")).isEqualTo("taken");
        TreeTableView<?> value = (TreeTableView<?>) monitor.lookup("#flow-value .value-tree");
        waitUntil(() -> value.getExpandedItemCount() == 3);
        press(messages(), KeyCode.ENTER, false);
        assertThat(places).containsExactly("main.nos:4");
        press(messages(), KeyCode.DOWN, false);
        waitUntil(() -> text("#flow-fate").startsWith("never taken"));
        press(messages(), KeyCode.ENTER, false);
        assertThat(places).endsWith("main.nos:13");
        press(messages(), KeyCode.ESCAPE, false);
        waitUntil(() -> monitor.lookup("#flow-value") == null);
    }

    @Test void aHeadingSelectsItsProcess() throws Exception {
        openEcho();
        waitUntil(() -> headings().contains("<2> echo"));
        run(() -> monitor.lookupAll(".flow-heading").stream().map(Labeled.class::cast).filter(heading -> heading.getText().startsWith("<2>"))
                .map(Hyperlink.class::cast).findFirst().orElseThrow().fire());
        waitUntil(() -> Long.valueOf(2).equals(monitor.getSelectedPid()));
        // it is dead and was not traced itself
        waitUntil(() -> text("#flow-empty-text").equals("<2> was not traced while it lived: its messages are not known"));
        assertThat(monitor.lookup("#flow-trace").isVisible()).isFalse();
    }

    @Test void filtersAndCopies() throws Exception {
        openEcho();
        var filter = (TextField) monitor.lookup("#flow-filter");
        run(() -> filter.setText("\"p"));
        waitUntil(() -> lines().stream().allMatch(line -> line.contains("\"p")) && lines().size() == 2);
        action("copy-flow");
        waitUntil(() -> question().equals("the messages are on the clipboard, as text"));
        assertThat(get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("<1> -> <2>: (\"ping\", <pid 1>)\n<2> -> <1>: (\"pong\", 0)");
        action("copy-mermaid");
        waitUntil(() -> question().equals("the messages are on the clipboard, as a Mermaid sequence diagram"));
        assertThat(get(() -> Clipboard.getSystemClipboard().getString())).startsWith("sequenceDiagram\n    participant p1 as #lt;1#gt; main\n    participant p2 as #lt;2#gt; echo\n    p1->>p2: ");
        run(() -> filter.setText("nothing like it"));
        waitUntil(() -> text("#flow-empty-text").startsWith("None of ") && monitor.lookup("#flow-clear").isVisible());
        action("copy-flow");
        waitUntil(() -> question().startsWith("no message is known here"));
        click("#flow-clear");
        waitUntil(() -> lines().size() > 5 && filter.getText().isEmpty());
    }

    @Test void runsAlongWithTheNewestAndStandsStillWhileOneIsSelected() throws Exception {
        openBank();
        long teller = pidOf("teller");
        run(() -> monitor.setSelectedPid(teller));
        action("trace");
        action("flow");
        waitUntil(() -> lines().size() > 20);
        FlowRow newest = get(() -> messages().getItems().getLast());
        waitUntil(() -> messages().getItems().getLast() != newest);
        waitUntil(() -> headings().stream().anyMatch(heading -> heading.startsWith("<" + teller + ">")));
        press(messages(), KeyCode.UP, false);
        waitUntil(() -> monitor.lookup("#flow-still").isVisible() && monitor.lookup("#flow-value") != null);
        List<String> held = get(this::lines);
        Thread.sleep(600);
        assertThat(get(this::lines)).isEqualTo(held);
        press(messages(), KeyCode.END, false);
        waitUntil(() -> !monitor.lookup("#flow-still").isVisible() && !lines().equals(held));
        action("hold-flow");
        waitUntil(() -> monitor.lookup("#flow-still").isVisible());
        action("hold-flow");
        assertThat(get(() -> messages().getItems().getLast().event().kind())).isIn(FlowEvent.Kind.TAKEN, FlowEvent.Kind.QUEUED);
    }

    @Test void showsWhatSeveralProcessesHaveAmongThemselves() throws Exception {
        openBank();
        long teller = pidOf("teller");
        long account = pidOf("account");
        run(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectIndices(table.listing().positionOf(teller), table.listing().positionOf(account));
        });
        action("flow");
        waitUntil(() -> monitor.lookup("#flow-trace") instanceof Button button && button.isVisible() && button.getText().endsWith("of these processes"));
        click("#flow-trace");
        waitUntil(() -> lines().stream().anyMatch(line -> line.startsWith("<" + teller + "> -> <" + (account + 1) + ">")));
        run(() -> ((ToggleButton) monitor.lookup("#flow-among")).setSelected(true));
        waitUntil(() -> !lines().isEmpty() && lines().stream().allMatch(line -> line.startsWith("<" + teller + "> -> <" + account + ">: Deposit(")));
        assertThat(headings()).hasSize(2);
    }
}
