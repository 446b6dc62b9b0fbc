package dev.ithaca.monitor.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Measures how much processor time the JavaFX thread spends between two tasks of its own; time in which the machine gave it
 * no processor is not counted, so that a busy computer makes no test fail.
 */
public final class FxWatchdog implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicLong longest = new AtomicLong();
    private volatile boolean stopped;
    private long last;

    public FxWatchdog() {
        Platform.runLater(() -> last = THREADS.getCurrentThreadCpuTime());
        Thread.ofPlatform().daemon().name("fx-watchdog").start(this::watch);
    }

    private void watch() {
        while (!stopped) {
            var answered = new CountDownLatch(1);
            Platform.runLater(() -> {
                long now = THREADS.getCurrentThreadCpuTime();
                longest.accumulateAndGet(now - last, Math::max);
                last = now;
                answered.countDown();
            });
            try {
                answered.await();
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Most processor milliseconds that one stretch of work took so far. */
    public double longestMillis() { return longest.get() / 1e6; }

    public void forget() { longest.set(0); }

    @Override public void close() { stopped = true; }
}
