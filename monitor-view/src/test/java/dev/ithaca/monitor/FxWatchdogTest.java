package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.FxWatchdog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The watchdog sees a JavaFX thread that is held up, whether it works or waits. */
@ExtendWith(ApplicationExtension.class)
class FxWatchdogTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BITES = 60;

    @Start void start(Stage stage) { stage.show(); }

    private static void workFor(long millis) {
        long end = THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (THREADS.getCurrentThreadCpuTime() < end) Thread.onSpinWait();
    }

    @Test void seesOneTaskThatWorksForTooLong() throws Exception {
        try (var watchdog = new FxWatchdog()) {
            double limit = FxWatchdog.limitMillis();
            run(() -> workFor((long) limit + 20));
            run(() -> { });
            assertThat(watchdog.longestMillis()).isGreaterThan(limit);
        }
    }

    @Test void seesOneTaskThatWaits() throws Exception {
        try (var watchdog = new FxWatchdog()) {
            double limit = FxWatchdog.limitMillis();
            run(() -> { });
            var released = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    released.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (watchdog.longestMillis() <= limit && System.nanoTime() < end) Thread.sleep(5);
            released.countDown();
            assertThat(watchdog.longestMillis()).isGreaterThan(limit);
        }
    }

    @Test void doesNotAddUpShortTasks() throws Exception {
        try (var watchdog = new FxWatchdog()) {
            for (int i = 0; i < BITES; i++) run(() -> workFor(3));
            assertThat(watchdog.longestMillis()).isLessThan(FxWatchdog.limitMillis());
        }
    }
}
