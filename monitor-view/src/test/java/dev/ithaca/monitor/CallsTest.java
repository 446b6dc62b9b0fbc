package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.CallText;
import dev.ithaca.vm.inspect.TracedCall;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The calls of a function of a program that really runs. */
@ExtendWith(ApplicationExtension.class)
class CallsTest extends RealMachineFixture {
    private static final String SHOP = """
            price(item: String, pieces: Int) -> Int = if pieces > 3 then pieces * 9 else pieces * 10
            customer(n: Int) -> Int = {
                sleep(10)
                paid = price("apple", n % 6)
                customer(n + 1 + paid % 2)
            }
            main() = {
                spawn { customer(1) }
                spawn { customer(2) }
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;
    private final List<String> places = new ArrayList<>();

    @Start void start(Stage given) {
        show(given);
        monitor.setOnGoToSource((file, line) -> places.add(file + ":" + line));
    }

    @SuppressWarnings("unchecked")
    private List<TracedCall> calls() {
        return monitor.lookup("#calls") instanceof TableView<?> table ? ((TableView<TracedCall>) table).getItems() : List.of();
    }

    @Test void listsTheCallsOfAFunctionUntilThereAreThatMany() throws Exception {
        openShop();
        select(rowOf("customer"));
        action("trace-calls");
        waitUntil(() -> monitor.lookup("#monitor-prompt").isVisible());
        answer("price often");
        waitUntil(() -> text("#prompt-problem").startsWith("“often” is neither"));
        answer("price 7");
        waitUntil(() -> calls().size() == 7 && text("#calls-title").equals("calls of price: 7, that many calls were seen"));
        assertThat(get(() -> CallText.call(calls().getFirst()))).matches("price\\(item = \"apple\", pieces = \\d\\)");
        assertThat(monitor.lookup("#calls-stop").isVisible()).isFalse();
        TableView<?> table = (TableView<?>) monitor.lookup("#calls");
        run(() -> table.getSelectionModel().select(0));
        press(table, KeyCode.ENTER, false);
        assertThat(places).containsExactly("main.nos:4");
        press(table, KeyCode.P, false);
        long caller = get(() -> calls().getFirst().pid());
        waitUntil(() -> Long.valueOf(caller).equals(monitor.getSelectedPid()));
    }

    @Test void callsOfOneProcessAreListedUntilTheUserStops() throws Exception {
        openShop();
        long customer = pidOf("customer");
        select(rowOf("customer"));
        action("trace-calls");
        answer("price 1000 300s here");
        waitUntil(() -> calls().size() > 3 && monitor.lookup("#calls-stop").isVisible());
        assertThat(get(() -> List.copyOf(calls()))).allMatch(call -> call.pid() == customer && call.outcome() == TracedCall.Outcome.RETURNED
                && CallText.took(call).endsWith("s"));
        click("#calls-stop");
        waitUntil(() -> !monitor.lookup("#calls-stop").isVisible());
    }

    @Test void aFrameOfTheStackLeadsToTheCallsOfItsFunction() throws Exception {
        openShop();
        select(rowOf("customer"));
        TableView<?> stack = tab("stack-table");
        waitUntil(() -> !stack.getItems().isEmpty());
        run(() -> stack.getSelectionModel().select(0));
        press(stack, KeyCode.T, true);
        waitUntil(() -> text("#calls-title").startsWith("tracing the calls of customer in <"));
    }

    private void openShop() throws Exception {
        open(SHOP);
        waitUntil(() -> sample().alive() == 3 && rowOf("customer") >= 0);
    }
}
