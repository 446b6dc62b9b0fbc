package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.WaitGraph;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who waits for whom, from the process looked into on. To be used on the JavaFX thread. */
public final class WaitsModel {
    private static final int FRAMES = 20;
    private static final long PATIENCE_MILLIS = 300;

    private final ReadOnlyObjectWrapper<WaitGraph> graph = new ReadOnlyObjectWrapper<>(this, "graph", WaitGraph.EMPTY);
    private boolean asking;

    public ReadOnlyObjectProperty<WaitGraph> graphProperty() { return graph.getReadOnlyProperty(); }

    /** Looks anew, unless it is looking. */
    public void look(Inspector machine, long pid) {
        if (asking || machine == null || pid == 0) return;
        asking = true;
        Thread.ofVirtual().name("monitor-waits").start(() -> {
            WaitGraph found = WaitGraph.of(pid, other -> snapshot(machine, other));
            Platform.runLater(() -> {
                asking = false;
                graph.set(found);
            });
        });
    }

    private static Optional<ProcessSnapshot> snapshot(Inspector machine, long pid) {
        try {
            return machine.snapshot(pid, FRAMES, 0).copy().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
