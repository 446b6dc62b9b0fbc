package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.History;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The machine as a whole over the last looks, and what is amiss with it. To be used on the JavaFX thread. */
public final class OverviewModel {
    private final History processes = new History();
    private final History runQueue = new History();
    private final History reductions = new History();
    private final History messages = new History();
    private final History memory = new History();
    private final History collection = new History();
    private final History queueWait = new History();
    private final ReadOnlyObjectWrapper<List<Alerts.Alert>> alerts = new ReadOnlyObjectWrapper<>(this, "alerts", List.of());
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper(this, "looks");
    private VmStatistics last;

    /** Counts up with each change. */
    public ReadOnlyLongProperty looksProperty() { return looks.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<List<Alerts.Alert>> alertsProperty() { return alerts.getReadOnlyProperty(); }

    /** Living processes. */
    public History processes() { return processes; }

    /** Processes ready to run and waiting for a worker. */
    public History runQueue() { return runQueue; }

    /** Per second. */
    public History reductions() { return reductions; }

    /** Sent per second. */
    public History messages() { return messages; }

    /** Bytes of the JVM's heap in use. */
    public History memory() { return memory; }

    /** Share of the time spent collecting garbage, in per cent. */
    public History collection() { return collection; }

    /** How long a process that was ready to run waited for a worker on average, in nanoseconds. */
    public History queueWait() { return queueWait; }

    void reset() {
        restart();
        alerts.set(List.of());
        looks.set(looks.get() + 1);
    }

    /** What comes next is told from the beginning. */
    void restart() {
        last = null;
        histories().forEach(History::clear);
    }

    private List<History> histories() { return List.of(processes, runQueue, reductions, messages, memory, collection, queueWait); }

    /** @param figures one after the other in time, those of now last */
    void take(List<VmStatistics> figures) {
        figures.forEach(this::add);
        looks.set(looks.get() + 1);
    }

    void tell(List<Alerts.Alert> found) { alerts.set(found); }

    private void add(VmStatistics now) {
        if (last != null && now.uptimeMillis() > last.uptimeMillis()) {
            double seconds = (now.uptimeMillis() - last.uptimeMillis()) / 1e3;
            reductions.add(Math.max(0, now.reductions() - last.reductions()) / seconds);
            messages.add(Math.max(0, now.messages() - last.messages()) / seconds);
            long turns = now.turns() - last.turns();
            queueWait.add(turns <= 0 ? 0 : Math.max(0, now.queuedMillis() - last.queuedMillis()) * 1e6 / turns);
            collection.add(Math.min(100, (now.collectionMillis() - last.collectionMillis()) / seconds / 10));
        }
        processes.add(now.alive());
        runQueue.add(now.runQueue());
        memory.add(now.heapUsedBytes());
        last = now;
    }
}
