package dev.ithaca.ide.run;

import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.inspect.VmStatistics;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The running program in numbers, for the status bar, twice a second. */
public final class Gauges {
    private static final long PERIOD_MILLIS = 500;

    private final Runner runner;
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper processes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reductions = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private volatile Session session;
    private Session sampled;
    private long lastReductions;
    private long lastNanos;

    public Gauges(Runner runner, Background background) {
        this.runner = runner;
        runner.sessionProperty().addListener((property, old, now) -> session = now);
        runner.stateProperty().addListener((property, old, now) -> showElapsed());
        background.every(PERIOD_MILLIS, this::sample);
    }

    public ReadOnlyStringProperty elapsedProperty() { return elapsed.getReadOnlyProperty(); }

    public ReadOnlyStringProperty processesProperty() { return processes.getReadOnlyProperty(); }

    public ReadOnlyStringProperty reductionsProperty() { return reductions.getReadOnlyProperty(); }

    public ReadOnlyStringProperty memoryProperty() { return memory.getReadOnlyProperty(); }

    /** That the program has come to a stand; else empty. */
    public ReadOnlyStringProperty noticeProperty() { return notice.getReadOnlyProperty(); }

    private void sample() {
        Session current = session;
        if (current == null) return;
        String deadlock = current.machine().inspector().deadlock().map(text -> text.lines().findFirst().orElse("")).orElse("");
        VmStatistics now = current.machine().inspector().statistics();
        long nanos = System.nanoTime();
        double rate = sampled == current ? (now.reductions() - lastReductions) * 1e9 / Math.max(1, nanos - lastNanos) : 0;
        sampled = current;
        lastReductions = now.reductions();
        lastNanos = nanos;
        FxThread.run(() -> show(now, rate, deadlock));
    }

    private void show(VmStatistics now, double rate, String deadlock) {
        boolean running = runner.stateProperty().get().active();
        long count = running ? now.alive() : now.spawned();
        processes.set(Numbers.count(count) + (count == 1 ? " process" : " processes") + (running ? "" : " in all"));
        reductions.set(running ? Numbers.rate(rate) + " reductions/s" : Numbers.rate(now.reductions()) + " reductions in all");
        notice.set(running ? deadlock : "");
        memory.set(Numbers.megabytes(now.heapUsedBytes()));
        showElapsed();
    }

    private void showElapsed() { elapsed.set(runner.elapsedMillis() == 0 ? "" : Numbers.clock(runner.elapsedMillis())); }
}
