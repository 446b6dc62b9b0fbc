package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.CallRequest;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.CallTrace;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.TracedCall;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The calls of one function, as they happen. To be used on the JavaFX thread. */
public final class CallsModel {
    private final ReadOnlyObjectWrapper<List<TracedCall>> calls = new ReadOnlyObjectWrapper<>(this, "calls", List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private CallTrace trace;
    private String what = "";
    private String limits = "";
    private boolean asking;

    /** Oldest first. */
    public ReadOnlyObjectProperty<List<TracedCall>> callsProperty() { return calls.getReadOnlyProperty(); }

    /** What is traced and how far it is; empty before the first trace. */
    public ReadOnlyStringProperty titleProperty() { return title.getReadOnlyProperty(); }

    public ReadOnlyBooleanProperty runningProperty() { return running.getReadOnlyProperty(); }

    /** @param pid the process of a request that is about one */
    void start(Inspector machine, CallRequest request, long pid) {
        stop();
        calls.set(List.of());
        what = request.function() + (request.here() ? " in " + Format.pid(pid) : "");
        limits = request.limits();
        title.set("tracing the calls of " + what + ": " + limits);
        running.set(true);
        Thread.ofVirtual().name("monitor-calls").start(() -> {
            CallTrace started = machine.traceCalls(request.function(), request.here() ? Set.of(pid) : Set.of(), request.most(), request.time());
            Platform.runLater(() -> {
                if (!running.get()) {
                    end(started);
                    return;
                }
                trace = started;
                look();
            });
        });
    }

    /** Another machine: its calls are those of another program. */
    void forget() {
        stop();
        trace = null;
        calls.set(List.of());
        title.set("");
    }

    public void stop() {
        running.set(false);
        if (trace != null) end(trace);
    }

    private static void end(CallTrace trace) { Thread.ofVirtual().name("monitor-calls").start(trace::stop); }

    /** Looks anew, unless nothing more is to come. */
    public void look() {
        if (asking || trace == null || !running.get() && calls.get().stream().noneMatch(c -> c.outcome() == TracedCall.Outcome.UNDER_WAY)) return;
        asking = true;
        CallTrace source = trace;
        Thread.ofVirtual().name("monitor-calls").start(() -> {
            String end = source.end();
            boolean known = source.known();
            List<TracedCall> now = source.calls();
            Platform.runLater(() -> looked(source, end, known, now));
        });
    }

    private void looked(CallTrace source, String end, boolean known, List<TracedCall> now) {
        asking = false;
        if (source != trace) return;
        if (now.size() != calls.get().size() || !sameOutcomes(now, calls.get())) calls.set(now);
        if (end != null) running.set(false);
        title.set(end != null ? "calls of " + what + ": " + Format.count(now.size()) + ", " + end
                : now.isEmpty() && !known ? "tracing " + what + ": no code that has run so far calls a function of that name"
                : "tracing the calls of " + what + ": " + limits);
    }

    private static boolean sameOutcomes(List<TracedCall> now, List<TracedCall> before) {
        for (int i = 0; i < now.size(); i++) if (now.get(i).outcome() != before.get(i).outcome()) return false;
        return true;
    }
}
