package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.CallRequest;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.FreezeRule;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.SentMessage;
import dev.ithaca.vm.inspect.VariableView;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** What is done to processes after the user has typed something. To be used on the JavaFX thread. */
public final class ProcessQuestions {
    /** Variables told with a question. */
    private static final int MOST_NAMED = 8;

    private final MonitorModel model;

    ProcessQuestions(MonitorModel model) { this.model = model; }

    /** Asks for an expression and sends its value to the process looked into. */
    public void sendMessage() {
        Long pid = model.selection().primaryProperty().get();
        Inspector machine = model.inspectorProperty().get();
        if (pid == null || machine == null) return;
        model.prompt().ask(new PromptModel.Prompt("send", "Send to " + Format.pid(pid),
                "an expression of the program: Deposit(20), (\"hello\", [1, 2]); <7> is a process", "Send",
                text -> machine.send(pid, text).thenApply(sent -> sent(pid, sent))));
    }

    /** Asks for an expression to be evaluated with the variables of the process looked into. */
    public void evaluate() {
        Long pid = model.selection().primaryProperty().get();
        Inspector machine = model.inspectorProperty().get();
        if (pid == null || machine == null) return;
        Optional<FrameView> call = model.details().chosenCall();
        String function = call.map(FrameView::function).orElse(null);
        String names = call.map(c -> c.variables().stream().map(VariableView::name).distinct().limit(MOST_NAMED).collect(Collectors.joining(", ")))
                .filter(all -> !all.isEmpty()).map(all -> "an expression with the variables of " + function + ": " + all).orElse("an expression; there are no variables here");
        model.prompt().ask(new PromptModel.Prompt("evaluate", "Evaluate in " + Format.pid(pid), names, "Evaluate",
                text -> machine.evaluate(pid, function, text).thenApply(made -> {
                    if (made.problem() != null) return Optional.of(made.problem());
                    Platform.runLater(() -> model.evaluations().add(pid, text.strip(), made.value()));
                    return Optional.empty();
                })));
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
            model.notices().tell("sent " + sent.text() + " to " + Format.pid(pid) + taker);
            model.refreshNow();
        });
        return Optional.empty();
    }

    /** Asks for a condition at which the chosen processes are suspended; all processes if none is chosen. */
    public void freezeWhen() {
        if (model.inspectorProperty().get() == null) return;
        Set<Long> pids = model.selection().targetsProperty().get();
        String who = pids.isEmpty() ? "any process" : Format.pids(pids);
        model.prompt().ask(new PromptModel.Prompt("freeze", "Suspend " + who + " when",
                "mbox>1000, line=14, as in the filter, looked at with each refresh; or at the event itself: line 14, message Deposit, spawn worker, exit, crash", "Watch", text -> {
            FreezeRule.Parsed read = FreezeRule.parse(pids, text);
            if (read.problem() != null) return answer(read.problem());
            Platform.runLater(() -> {
                Inspector machine = model.inspectorProperty().get();
                if (machine == null) return;
                model.freezes().add(read.rule(), machine);
                model.freezes().look(model.population().listing().sample(), machine);
            });
            return CompletableFuture.completedFuture(Optional.empty());
        }));
    }

    /** Asks for a reason and has the chosen processes end for it. */
    public void sendExit() {
        Set<Long> pids = model.selection().livingTargets();
        if (pids.isEmpty()) return;
        String who = pids.size() == 1 ? Format.pid(pids.iterator().next()) : Format.plural(pids.size(), "process");
        model.prompt().ask(new PromptModel.Prompt("exit", "Ask " + who + " to end with",
                "shutdown, or the text of an error; those that trap exits get it as a message, normal ends nobody", "Send", text -> {
            if (text.isBlank()) return answer("Type a reason, such as shutdown");
            Platform.runLater(() -> model.actions().exit(pids, text.strip()));
            return CompletableFuture.completedFuture(Optional.empty());
        }));
    }

    /** Asks for a function and lists its calls from then on. @param shown called when they begin */
    public void traceCalls(Runnable shown) {
        if (model.inspectorProperty().get() == null) return;
        model.prompt().ask(new PromptModel.Prompt("calls", "Trace the calls of",
                "a function: deposit; with limits: deposit 500 10s; only in the process looked into: deposit here", "Trace", text -> {
            CallRequest request = CallRequest.parse(text);
            if (request.problem() != null) return answer(request.problem());
            Platform.runLater(() -> traceCalls(request, shown));
            return CompletableFuture.completedFuture(Optional.empty());
        }));
    }

    /** Lists the calls of a function from now on. */
    public void traceCalls(CallRequest request, Runnable shown) {
        Inspector machine = model.inspectorProperty().get();
        Long pid = model.selection().primaryProperty().get();
        if (machine == null) return;
        if (request.here() && pid == null) {
            model.notices().tell("no process is looked into: select one, or leave “here” out");
            return;
        }
        model.calls().start(machine, request, pid == null ? 0 : pid);
        shown.run();
    }

    /** Asks what is looked for and goes to the first process that matches. */
    public void find() {
        if (model.inspectorProperty().get() == null) return;
        model.prompt().ask(new PromptModel.Prompt("find", "Find", "as in the filter, but nothing is hidden: fn:pool, mbox>100, !regex; F3 goes on", "Find", text -> {
            ProcessFilter wanted = ProcessFilter.parse(text);
            if (wanted.problem() != null) return answer(wanted.problem());
            if (wanted.acceptsAll()) return answer("Type what to look for");
            Platform.runLater(() -> {
                model.find().setWanted(wanted);
                model.find().step(true);
            });
            return CompletableFuture.completedFuture(Optional.empty());
        }));
    }

    /** The next match of what was looked for last, or the one before; asks if nothing was. */
    public void findAgain(boolean forward) {
        if (model.find().isSet()) model.find().step(forward);
        else find();
    }

    private static CompletableFuture<Optional<String>> answer(String problem) {
        return CompletableFuture.completedFuture(Optional.of(problem));
    }
}
