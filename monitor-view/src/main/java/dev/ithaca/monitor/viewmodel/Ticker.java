package dev.ithaca.monitor.viewmodel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Runs something on the JavaFX thread at intervals; sleeps on a virtual thread meanwhile, so that an idle monitor costs no
 * animation pulses. At most one run is under way or waiting.
 */
public final class Ticker {
    private final Runnable tick;
    private volatile Duration interval;
    private Thread sleeper;

    public Ticker(Duration interval, Runnable tick) {
        this.interval = interval;
        this.tick = tick;
    }

    /** Takes effect at once. */
    public void setInterval(Duration newInterval) {
        interval = newInterval;
        if (sleeper != null) {
            stop();
            start();
        }
    }

    public void start() {
        if (sleeper == null) sleeper = Thread.ofVirtual().name("monitor-ticker").start(this::sleepAndRun);
    }

    public void stop() {
        if (sleeper != null) sleeper.interrupt();
        sleeper = null;
    }

    private void sleepAndRun() {
        Thread self = Thread.currentThread();
        var waiting = new AtomicBoolean();
        try {
            while (true) {
                Thread.sleep(interval);
                if (!waiting.compareAndSet(false, true)) continue;
                Platform.runLater(() -> {
                    waiting.set(false);
                    if (sleeper == self) tick.run();
                });
            }
        } catch (InterruptedException stopped) {
            // stop() is the only one to interrupt
        }
    }
}
