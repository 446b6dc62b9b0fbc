package dev.ithaca.vm.syntax;

import java.util.function.Supplier;

/** Runs work that recurses over trees as deep as a program may nest, more than the caller's stack might hold. */
public final class DeepRecursion {
    /** In bytes; memory is used only as far as the recursion goes. */
    private static final long STACK_SIZE = 512L << 20;

    private DeepRecursion() {}

    /** Waits for the work; gives back its result or throws what it threw. An interruption is kept for the caller. */
    public static <T> T call(String threadName, Supplier<T> work) {
        Run<T> run = new Run<>(work);
        Thread thread = new Thread(null, run, threadName, STACK_SIZE);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (run.error != null) throw run.error;
        if (run.failure != null) throw run.failure;
        return run.result;
    }

    private static final class Run<T> implements Runnable {
        private final Supplier<T> work;
        private T result;
        private RuntimeException failure;
        private Error error;

        Run(Supplier<T> work) { this.work = work; }

        @Override public void run() {
            try {
                result = work.get();
            } catch (RuntimeException e) {
                failure = e;
            } catch (Error e) {
                error = e;
            }
        }
    }
}
