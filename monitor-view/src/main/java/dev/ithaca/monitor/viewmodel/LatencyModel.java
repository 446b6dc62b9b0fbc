package dev.ithaca.monitor.viewmodel;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Latencies;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How long the process looked into runs and waits: measured only as long as it is looked into and the monitor is awake. To be used
 * on the JavaFX thread.
 */
public final class LatencyModel {
    private final ReadOnlyObjectWrapper<Latencies> latencies = new ReadOnlyObjectWrapper<>(this, "latencies");
    /** One after the other: to begin and to end must not change places. */
    private final ExecutorService machine = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("monitor-latencies").factory());
    private Inspector inspector;
    private long pid;
    private boolean awake;
    private boolean reading;

    /** Null if nothing is measured. */
    public ReadOnlyObjectProperty<Latencies> latenciesProperty() { return latencies.getReadOnlyProperty(); }

    /** @param newPid 0 for none */
    void show(Inspector newInspector, long newPid) {
        if (newInspector == inspector && newPid == pid) return;
        measure(false);
        inspector = newInspector;
        pid = newPid;
        latencies.set(null);
        measure(true);
    }

    /** Folded away, the monitor costs nothing; what was measured until then is given up. */
    public void setAwake(boolean now) {
        if (now == awake) return;
        if (!now) measure(false);
        awake = now;
        if (now) measure(true);
    }

    private void measure(boolean on) {
        if (!awake || inspector == null || pid == 0) return;
        Inspector source = inspector;
        long whom = pid;
        machine.execute(() -> source.time(whom, on));
    }

    /** Reads what was measured, for a view that is in sight. */
    public void refresh() {
        if (reading || inspector == null || pid == 0) return;
        reading = true;
        Inspector source = inspector;
        long whom = pid;
        machine.execute(() -> {
            Latencies now = source.latencies(whom).orElse(null);
            Platform.runLater(() -> {
                reading = false;
                if (source == inspector && whom == pid) latencies.set(now);
            });
        });
    }
}
