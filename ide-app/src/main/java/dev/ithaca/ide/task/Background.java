package dev.ithaca.ide.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The application's threads beside JavaFX's. Compiling has one thread with a deep stack (checkers recurse over syntax
 * trees); file work runs on virtual threads; the clock only starts other work.
 */
public final class Background implements AutoCloseable {
    private static final long COMPILER_STACK_BYTES = 64L << 20;
    private static final long DISK_PATIENCE_SECONDS = 3;

    private final ExecutorService compiler = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "compiler", COMPILER_STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService lexer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("highlighter").factory());
    private final ExecutorService disk = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("disk").factory());
    private final ExecutorService io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("io-", 0).factory());
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock").factory());

    /** Work asked for while the application ends is dropped. */
    private static Executor lenient(ExecutorService executor) {
        return work -> {
            try {
                executor.execute(work);
            } catch (RejectedExecutionException ended) {
                if (!executor.isShutdown()) throw ended;
            }
        };
    }

    public Executor compiler() { return lenient(compiler); }

    public Executor lexer() { return lenient(lexer); }

    /** For writing files: one after the other, in the order asked for. */
    public Executor disk() { return lenient(disk); }

    public Executor io() { return lenient(io); }

    /** Starts the work on a virtual thread again and again, each time this long after it ended. */
    public void every(long millis, Runnable work) {
        if (clock.isShutdown()) return;
        clock.schedule(() -> io().execute(() -> {
            try {
                work.run();
            } finally {
                every(millis, work);
            }
        }), millis, TimeUnit.MILLISECONDS);
    }

    /** Ends all work; what is being written to the disk is finished first. */
    @Override public void close() {
        clock.shutdownNow();
        compiler.shutdownNow();
        lexer.shutdownNow();
        disk.shutdown();
        io.shutdownNow();
        try {
            if (!disk.awaitTermination(DISK_PATIENCE_SECONDS, TimeUnit.SECONDS)) disk.shutdownNow();
        } catch (InterruptedException stopped) {
            disk.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
