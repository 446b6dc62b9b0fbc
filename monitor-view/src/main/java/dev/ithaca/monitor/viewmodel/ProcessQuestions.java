package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.FreezeRule;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.SentMessage;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** What is done to processes after the user has typed something. To be used on the JavaFX thread. */
public final class ProcessQuestions {
    private final MonitorModel model;

    ProcessQuestions(MonitorModel model) { this.model = model; }

    /** Asks for an expression and sends its value to the process looked into. */
    public void sendMessage() {
        Long pid = model.selectedPidProperty().get();
        Inspector machine = model.inspectorProperty().get();
        if (pid == null || machine == null) return;
        model.prompt().ask(new PromptModel.Prompt("send", "Send to " + Format.pid(pid),
                "an expression of the program: Deposit(20), (\"hello\", [1, 2]); <7> is a process", "Send",
                text -> machine.send(pid, text).thenApply(sent -> sent(pid, sent))));
    }

    private Optional<String> sent(long pid, SentMessage sent) {
        if (!sent.done()) return Optional.of(sent.problem());
        String taker = switch (sent.match().kind()) {
            case CERTAIN -> ", taken by " + sent.match().pattern();
            case POSSIBLE -> ", perhaps taken by " + sent.match().pattern();
            case NONE -> "; no clause takes it where the process stands";
            case UNKNOWN -> "";
        };
        Platform.runLater(() -> {
            model.tell("sent " + sent.text() + " to " + Format.pid(pid) + taker);
            model.refreshNow();
        });
        return Optional.empty();
    }

    /** Asks for a condition at which the chosen processes are suspended; all processes if none is chosen. */
    public void freezeWhen() {
        if (model.inspectorProperty().get() == null) return;
        Set<Long> pids = model.selectionProperty().get();
        String who = pids.isEmpty() ? "any process" : pids.size() == 1 ? Format.pid(pids.iterator().next())
                : Format.count(pids.size()) + " processes";
        model.prompt().ask(new PromptModel.Prompt("freeze", "Suspend " + who + " when",
                "as in the filter: mbox>1000, heap>20m, cpu>50, line=14; looked at with each refresh", "Watch", text -> {
            ProcessFilter condition = ProcessFilter.parse(text);
            if (condition.problem() != null) return answer(condition.problem());
            if (condition.acceptsAll()) return answer("Type a condition, such as mbox>1000");
            Platform.runLater(() -> {
                var rule = new FreezeRule(pids, condition);
                model.freezes().add(rule);
                model.freezes().look(model.population().listing().sample(), model.inspectorProperty().get());
            });
            return CompletableFuture.completedFuture(Optional.empty());
        }));
    }

    private static CompletableFuture<Optional<String>> answer(String problem) {
        return CompletableFuture.completedFuture(Optional.of(problem));
    }
}
