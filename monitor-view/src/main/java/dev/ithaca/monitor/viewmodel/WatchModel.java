package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Watch;
import dev.ithaca.monitor.model.WatchValue;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Variables of any processes, kept in sight whichever process is looked into. To be used on the JavaFX thread. */
public final class WatchModel {
    private static final int FRAMES = 50;
    private static final long PATIENCE_MILLIS = 1_000;

    private final ReadOnlyObjectWrapper<List<WatchValue>> values = new ReadOnlyObjectWrapper<>(this, "values", List.of());
    private final Map<Watch, WatchValue> latest = new LinkedHashMap<>();
    private Inspector inspector;
    private boolean asking;
    private boolean askAgain;

    /** In the order in which they were pinned. */
    public ReadOnlyObjectProperty<List<WatchValue>> valuesProperty() { return values.getReadOnlyProperty(); }

    void setInspector(Inspector next) {
        inspector = next;
        latest.clear();
        publish();
    }

    public boolean isPinned(Watch watch) { return latest.containsKey(watch); }

    public void pin(Watch watch) {
        latest.putIfAbsent(watch, WatchValue.pending(watch));
        publish();
        refresh();
    }

    public void unpin(Watch watch) {
        latest.remove(watch);
        publish();
    }

    /** The same after the answers that are still due. */
    void refreshAgain() {
        askAgain = asking;
        refresh();
    }

    /** Asks each watched process once, unless answers are still due. */
    void refresh() {
        if (asking || inspector == null || latest.isEmpty()) return;
        asking = true;
        Inspector source = inspector;
        Map<Watch, WatchValue> before = Map.copyOf(latest);
        List<Long> pids = latest.keySet().stream().map(Watch::pid).distinct().toList();
        Thread.ofVirtual().name("monitor-watch").start(() -> {
            Map<Long, ProcessSnapshot> snapshots = new HashMap<>();
            Map<Long, CompletableFuture<Optional<ProcessSnapshot>>> answers = new HashMap<>();
            pids.forEach(pid -> answers.put(pid, source.snapshot(pid, FRAMES, 0)));
            answers.forEach((pid, answer) -> {
                try {
                    answer.copy().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).ifPresent(snapshot -> snapshots.put(pid, snapshot));
                } catch (Exception late) {
                    // shown as unknown until it answers
                    snapshots.remove(pid);
                }
            });
            Map<Watch, WatchValue> now = new HashMap<>();
            before.forEach((watch, value) -> now.put(watch, value.next(snapshots.get(watch.pid()))));
            Platform.runLater(() -> answered(source, now));
        });
    }

    private void answered(Inspector source, Map<Watch, WatchValue> now) {
        asking = false;
        if (source != inspector) return;
        latest.replaceAll((watch, value) -> now.getOrDefault(watch, value));
        publish();
        if (askAgain) refreshAgain();
    }

    private void publish() { values.set(List.copyOf(latest.values())); }
}
