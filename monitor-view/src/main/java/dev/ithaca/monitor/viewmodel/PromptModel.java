package dev.ithaca.monitor.viewmodel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A line that the user is asked to type, in the flow of the pane instead of a dialog. To be used on the JavaFX thread. */
public final class PromptModel {
    /**
     * @param id names the kind of question: what was answered last is offered again
     * @param answer judges what was typed; gives the problem, or nothing if it was done. Completes on any thread
     */
    public record Prompt(String id, String title, String hint, String confirm,
                         Function<String, CompletableFuture<Optional<String>>> answer) {}

    private final ReadOnlyObjectWrapper<Prompt> prompt = new ReadOnlyObjectWrapper<>(this, "prompt");
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final Map<String, String> last = new HashMap<>();

    /** The question, or null. */
    public ReadOnlyObjectProperty<Prompt> promptProperty() { return prompt.getReadOnlyProperty(); }

    /** Why the last answer would not do, or null. */
    public ReadOnlyObjectProperty<String> problemProperty() { return problem.getReadOnlyProperty(); }

    /** An answer is being judged. */
    public ReadOnlyBooleanProperty busyProperty() { return busy.getReadOnlyProperty(); }

    /** What was answered to the present question the last time, or empty. */
    public String lastAnswer() { return prompt.get() == null ? "" : last.getOrDefault(prompt.get().id(), ""); }

    void ask(Prompt next) {
        busy.set(false);
        problem.set(null);
        prompt.set(next);
    }

    public void cancel() {
        busy.set(false);
        problem.set(null);
        prompt.set(null);
    }

    public void submit(String text) {
        Prompt asked = prompt.get();
        if (asked == null || busy.get()) return;
        busy.set(true);
        problem.set(null);
        asked.answer().apply(text).whenComplete((refusal, failure) -> Platform.runLater(() -> {
            if (prompt.get() != asked) return;
            busy.set(false);
            if (failure != null) problem.set(String.valueOf(failure.getMessage()));
            else if (refusal.isPresent()) problem.set(refusal.get());
            else {
                last.put(asked.id(), text);
                prompt.set(null);
            }
        }));
    }
}
