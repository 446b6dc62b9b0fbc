package dev.ithaca.ide.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;

/** The only door from other threads to the JavaFX thread. */
public final class FxThread {
    private FxThread() {}

    /** Runs on the JavaFX thread: at once if this is it, else soon. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) work.run();
        else Platform.runLater(work);
    }

    /** Runs on the JavaFX thread after what it is doing now. */
    public static void later(Runnable work) { Platform.runLater(work); }

    public static Executor executor() { return FxThread::run; }

    /** Computes on the JavaFX thread and hands the result to the calling thread's future. */
    public static <T> CompletableFuture<T> compute(Supplier<T> work) { return CompletableFuture.supplyAsync(work, executor()); }
}
