package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.SendText;
import dev.ithaca.monitor.model.TestText;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import dev.ithaca.vm.inspect.ValueView;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Processes and messages as source: lines that send, blocks that test. To be used on the JavaFX thread. */
public final class SourceTexts {
    private static final int MOST_MESSAGES = 1_000;

    private final MonitorModel model;
    private TextExporter testOpener = (name, text) -> {};

    SourceTexts(MonitorModel model) { this.model = model; }

    public void setTestOpener(TextExporter opener) { testOpener = opener; }

    /** Lines that send a message again. */
    public void writeMessage(ValueView message, Consumer<String> done) {
        Thread.ofVirtual().name("monitor-text").start(() -> {
            String text = SendText.of(message);
            Platform.runLater(() -> done.accept(text));
        });
    }

    /** Lines that send again what the process looked into has got. */
    public void writeMessages(Consumer<String> done) {
        make((machine, snapshot) -> {
            String text = SendText.of(snapshot);
            return text.isEmpty() ? Made.refused("no message of " + Format.pid(snapshot.info().pid()) + " is known: none is queued, none was traced")
                    : new Made(text, null);
        }, (pid, text) -> {
            done.accept(text);
            model.notices().tell("the messages of " + Format.pid(pid) + " are on the clipboard, as lines that send them");
        });
    }

    /** Opens a test of what happened to the process looked into. */
    public void saveAsTest() {
        make((machine, snapshot) -> {
            ProcessStart start = machine.start(snapshot.info().pid());
            return start.problem() != null ? Made.refused(start.problem()) : new Made(TestText.of(snapshot, start), null);
        }, (pid, text) -> testOpener.export("process-" + pid + "-test.nos", text));
    }

    /** @param problem why there is no text, null if there is one */
    private record Made(String text, String problem) {
        static Made refused(String problem) { return new Made(null, problem); }
    }

    private void make(BiFunction<Inspector, ProcessSnapshot, Made> write, TextTaker taker) {
        Long pid = model.selection().primaryProperty().get();
        Inspector machine = model.inspectorProperty().get();
        if (pid == null || machine == null) return;
        machine.snapshot(pid, 1, MOST_MESSAGES)
                .thenApplyAsync(found -> found.map(snapshot -> write.apply(machine, snapshot))
                        .orElseGet(() -> Made.refused(Format.pid(pid) + " is no longer known")), task -> Thread.ofVirtual().name("monitor-text").start(task))
                .exceptionally(failure -> Made.refused(Format.pid(pid) + " could not be read: " + failure.getMessage()))
                .thenAccept(made -> Platform.runLater(() -> {
                    if (model.inspectorProperty().get() != machine) return;
                    if (made.problem() != null) model.notices().tell(made.problem());
                    else taker.take(pid, made.text());
                }));
    }

    private interface TextTaker {
        void take(long pid, String text);
    }
}
