package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.waitUntil;

import dev.ithaca.vm.inspect.ProcessStatus;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One process is held at a line, led on step by step and relieved of a message, while the others run. */
@ExtendWith(ApplicationExtension.class)
class SteppingTest extends RealMachineFixture {
    private static final String PROGRAM = """
            half(n: Int) -> Int =
                if n < 0 then half(0 - n) else n
            worker(seen: Int) -> Int = receive {
                "stop" -> seen
                n -> {
                    a = half(n)
                    worker(a)
                }
            }
            main() = {
                spawn { worker(0) }
                receive { "stop" -> () after 1000000000 -> () }
            }
            """;

    @Start void start(Stage given) { show(given); }

    @Test void aProcessIsHeldAtALineSteppedAndRelievedOfAMessage() throws Exception {
        open(PROGRAM);
        waitUntil(() -> rowOf("worker") >= 0 && sample().status(rowOf("worker")) == ProcessStatus.WAITING);
        action("freeze");
        answer("line 6");
        waitUntil(() -> text("#prompt-problem").startsWith("Choose the processes"));
        click("#prompt-cancel");
        long worker = pidOf("worker");
        select(rowOf("worker"));
        action("freeze");
        answer("line nowhere");
        waitUntil(() -> text("#prompt-problem").startsWith("Type the line"));
        answer("line main.nos:6");
        waitUntil(() -> monitor.lookup("#freeze-rules").isVisible());
        vm.inspector().send(worker, "21").join();
        waitUntil(() -> question().equals("<" + worker + "> suspended at line main.nos:6"));
        waitUntil(() -> status(worker) == ProcessStatus.SUSPENDED && !monitor.lookup("#freeze-rules").isVisible());
        TableView<?> stack = tab("stack-table");
        waitUntil(() -> stack.getItems().toString().contains("function=half") && stack.getItems().toString().contains("line=6"));
        press(table, KeyCode.J, false);
        waitUntil(() -> !stack.getItems().toString().contains("function=half") && stack.getItems().toString().contains("line=6"));
        press(table, KeyCode.J, true);
        waitUntil(() -> stack.getItems().toString().contains("line=3"));
        waitUntil(() -> status(worker) == ProcessStatus.SUSPENDED);
        vm.inspector().send(worker, "8").join();
        press(table, KeyCode.X, false);
        waitUntil(() -> question().equals("took 8 out of the mailbox of <" + worker + ">"));
        press(table, KeyCode.X, false);
        waitUntil(() -> question().equals("the mailbox of <" + worker + "> is empty"));
        press(table, KeyCode.R, false);
        waitUntil(() -> status(worker) == ProcessStatus.WAITING);
    }
}
