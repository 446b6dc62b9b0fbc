package dev.ithaca.monitor.support;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.testfx.util.WaitForAsyncUtils;

/** Short ways to the JavaFX thread for tests. */
public final class FxThread {
    private FxThread() {}

    public static <T> T get(Callable<T> action) throws Exception { return WaitForAsyncUtils.asyncFx(action).get(90, TimeUnit.SECONDS); }

    public static void run(Runnable action) throws Exception { WaitForAsyncUtils.asyncFx(action).get(90, TimeUnit.SECONDS); }

    public static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> get(condition));
    }
}
