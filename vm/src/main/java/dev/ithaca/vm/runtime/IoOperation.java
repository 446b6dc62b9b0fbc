package dev.ithaca.vm.runtime;

import java.util.concurrent.Callable;

/** A blocking task of one process, running on a virtual thread. */
final class IoOperation implements Wait, Runnable {
    private final Process process;
    private final Callable<?> task;
    private Thread thread;
    private Object value;
    private NostosException error;
    private volatile boolean over;
    private volatile boolean cancelled;

    IoOperation(Process process, Callable<?> task) {
        this.process = process;
        this.task = task;
    }

    void start() {
        thread = Thread.ofVirtual().name("nostos-io-", process.pid).unstarted(this);
        process.machine.countIo(1);
        thread.start();
    }

    @Override public void run() {
        try {
            value = task.call();
        } catch (NostosException e) {
            error = e;
        } catch (Throwable t) {
            // The task is expected to name its own failures; what is left is a defect of the library.
            error = cancelled ? new NostosException("Interrupted", "execution interrupted") : JavaErrors.translate(t);
        }
        over = true;
        process.machine.scheduler().wake(process, ProcessState.IO_WAIT);
        process.machine.countIo(-1);
    }

    @Override public boolean isOver() { return over; }

    @Override public void deliver(Process p) {
        if (error == null) p.returnRef(value);
        else p.raise(error);
    }

    @Override public void cancel() {
        cancelled = true;
        thread.interrupt();
    }
}
