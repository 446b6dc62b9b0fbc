package dev.ithaca.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Notices when the JavaFX thread is blocked, and what it was doing. Off unless {@code -Dfx.watchdog=MILLIS} is given,
 * because a busy machine would fail it for no reason of ours.
 */
final class FxWatchdog implements AutoCloseable {
    private static final long LIMIT = Long.getLong("fx.watchdog", 0);

    private final AtomicLong lastSeen = new AtomicLong(System.nanoTime());
    private final List<String> blocks = new ArrayList<>();
    private final Thread fxThread = Thread.currentThread();
    private volatile boolean ended;

    /** JavaFX thread. */
    FxWatchdog() {
        if (LIMIT > 0) Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    private void watch() {
        boolean noted = false;
        while (!ended) {
            Platform.runLater(() -> lastSeen.set(System.nanoTime()));
            sleep();
            long blockedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastSeen.get());
            if (blockedMillis > LIMIT && !noted) note(blockedMillis);
            noted = blockedMillis > LIMIT;
        }
    }

    private void note(long millis) {
        StringBuilder text = new StringBuilder("JavaFX thread blocked for " + millis + " ms or more:");
        for (StackTraceElement element : fxThread.getStackTrace()) text.append("\n    at ").append(element);
        synchronized (blocks) {
            blocks.add(text.toString());
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws AssertionError with what the thread was doing, if it was blocked */
    @Override public void close() {
        ended = true;
        synchronized (blocks) {
            if (!blocks.isEmpty()) throw new AssertionError(String.join("\n", blocks));
        }
    }
}
