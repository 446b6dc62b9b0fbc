package dev.ithaca.ide.tour;

import dev.ithaca.ide.task.FxThread;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the thread of a tour does: it asks the JavaFX thread, and waits for what it expects. */
final class TourThread {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private TourThread() {}

    static <T> T fx(Supplier<T> work) { return FxThread.compute(work).join(); }

    static void onFx(Runnable work) {
        fx(() -> {
            work.run();
            return null;
        });
    }

    static void await(String what, Supplier<Boolean> condition) throws IOException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!fx(condition)) {
            if (System.currentTimeMillis() > end) throw new IOException("waited in vain until " + what);
            pause(BETWEEN_LOOKS_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
