package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Killing;
import dev.ithaca.vm.inspect.Undone;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The last kill, as long as it can be taken back. To be used on the JavaFX thread. */
public final class UndoModel {
    /** Pids named in a remark. */
    private static final int MOST_NAMED = 4;

    /** @param text what was done, as {@code <7> killed} */
    public record Offer(String text, Killing killing, Inspector machine) {}

    private final MonitorModel model;
    private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(this, "offer");

    UndoModel(MonitorModel model) { this.model = model; }

    /** What can be taken back, or null. */
    public ReadOnlyObjectProperty<Offer> offerProperty() { return offer.getReadOnlyProperty(); }

    /** Whether there is something to take back. */
    public BooleanBinding possible() { return offer.isNotNull(); }

    void offer(String done, Killing killing, Inspector machine) {
        if (!killing.canBeUndone()) return;
        var made = new Offer(done, killing, machine);
        offer.set(made);
        CompletableFuture.delayedExecutor(Killing.WINDOW.toMillis(), TimeUnit.MILLISECONDS).execute(() -> Platform.runLater(() -> {
            if (offer.get() == made) offer.set(null);
        }));
    }

    void forget() { offer.set(null); }

    /** Takes the last kill back and says what became of it. */
    public void undo() {
        Offer taken = offer.get();
        if (taken == null) return;
        offer.set(null);
        taken.killing().undo().thenAccept(undone -> Platform.runLater(() -> {
            if (model.inspectorProperty().get() != taken.machine()) return;
            model.notices().tell(said(undone));
            model.refreshNow();
        }));
    }

    private static String said(Undone undone) {
        if (undone.back().isEmpty() && undone.lost().isEmpty()) return "too late: nothing can be brought back any more";
        var text = new StringBuilder(undone.back().isEmpty() ? "nothing could be brought back"
                : named(undone.back()) + (undone.back().size() == 1 ? " goes" : " go") + " on from where " + (undone.back().size() == 1 ? "it" : "they") + " stood");
        if (!undone.told().isEmpty()) text.append("; ").append(named(undone.told())).append(" had heard of the end already");
        undone.lost().entrySet().stream().limit(MOST_NAMED)
                .forEach(lost -> text.append("; ").append(Format.pid(lost.getKey())).append(" stays dead: ").append(lost.getValue()));
        if (undone.lost().size() > MOST_NAMED) text.append("; and ").append(Format.count(undone.lost().size() - MOST_NAMED)).append(" more stay dead");
        return text.toString();
    }

    private static String named(Collection<Long> pids) {
        if (pids.size() > MOST_NAMED) return Format.pids(pids);
        List<String> names = pids.stream().sorted().map(Format::pid).toList();
        if (names.size() == 1) return names.getFirst();
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }
}
