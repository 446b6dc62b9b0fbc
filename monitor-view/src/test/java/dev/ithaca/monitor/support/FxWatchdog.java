package dev.ithaca.monitor.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Measures for how long the JavaFX thread is kept from its next task: the processor time that it spends between two tasks of
 * the watchdog, and the time for which code of ours makes it wait. Time in which the computer gave it no processor, collected
 * garbage or drew is not counted, and a slow processor is allowed for, so that a busy or old computer makes no test fail.
 */
public final class FxWatchdog implements AutoCloseable {
    /** No task of the JavaFX thread may hold it longer, on a computer as fast as the one this was made on. */
    public static final double LIMIT_MILLIS = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long SAMPLE_MILLIS = 5;
    private static final int YARDSTICK_SIZE = 200_000;
    /** Processor time of the yardstick where the limit was set. */
    private static final double YARDSTICK_MILLIS = 16;

    private final AtomicLong longest = new AtomicLong();
    private volatile boolean stopped;
    private volatile Thread fxThread;
    private long last;

    public FxWatchdog() {
        Platform.runLater(() -> {
            last = THREADS.getCurrentThreadCpuTime();
            fxThread = Thread.currentThread();
        });
        Thread.ofPlatform().daemon().name("fx-watchdog").start(this::watch);
    }

    private void watch() {
        try {
            while (!stopped) {
                var answered = new CountDownLatch(1);
                Platform.runLater(() -> {
                    long now = THREADS.getCurrentThreadCpuTime();
                    note(now - last);
                    last = now;
                    answered.countDown();
                });
                long waited = 0;
                long before = System.nanoTime();
                while (!answered.await(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    long now = System.nanoTime();
                    waited = isMadeToWait() ? waited + now - before : 0;
                    before = now;
                    note(waited);
                }
                Thread.sleep(1);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(long nanos) { longest.accumulateAndGet(nanos, Math::max); }

    /** It waits for its turn, for the painter, or for something that our code wants: only the last is our fault. */
    private boolean isMadeToWait() {
        Thread fx = fxThread;
        if (fx == null) return false;
        Thread.State state = fx.getState();
        return state != Thread.State.RUNNABLE && state != Thread.State.TERMINATED
                && Arrays.stream(fx.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("dev.ithaca."));
    }

    /** Longest stretch so far for which the thread was held by one task. */
    public double longestMillis() { return longest.get() / 1e6; }

    public void forget() { longest.set(0); }

    /** The limit on this computer: higher than {@link #LIMIT_MILLIS} if its processor is slower. */
    public static double limitMillis() {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            int[] numbers = new Random(round).ints(YARDSTICK_SIZE).toArray();
            long start = THREADS.getCurrentThreadCpuTime();
            Arrays.sort(numbers);
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
        }
        return LIMIT_MILLIS * Math.max(1, best / YARDSTICK_MILLIS);
    }

    @Override public void close() { stopped = true; }
}
