package dev.ithaca.vm.runtime;

import java.util.concurrent.locks.LockSupport;

/** Flushes the output of a program shortly after something was written; rests while nothing is. */
final class OutputFlusher {
    /** Output waits this long at most, so that many small writes become one. */
    private static final long DELAY_NANOS = 15_000_000;

    private final Machine machine;
    private volatile Thread thread;
    private volatile boolean requested;

    OutputFlusher(Machine machine) { this.machine = machine; }

    void start() {
        Thread t = new Thread(this::run, "nostos-output");
        t.setDaemon(true);
        thread = t;
        t.start();
    }

    void request() {
        if (requested) return;
        requested = true;
        LockSupport.unpark(thread);
    }

    void stop() { LockSupport.unpark(thread); }

    private void run() {
        while (!machine.stopping()) {
            while (!requested && !machine.stopping()) LockSupport.park(this);
            if (machine.stopping()) return;
            LockSupport.parkNanos(this, DELAY_NANOS);
            requested = false;
            machine.output().flush();
            machine.errors().flush();
        }
    }
}
