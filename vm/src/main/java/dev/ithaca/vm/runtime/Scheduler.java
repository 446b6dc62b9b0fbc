package dev.ithaca.vm.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The workers and what they share. */
final class Scheduler {
    /** Reserved, not committed: 2 KB for each reduction the machine lets pile up, which is plenty even for interpreted frames. */
    private static final long STACK_BYTES = 512L << 20;

    private final Machine machine;
    private final Worker[] workers;
    private final SharedQueue shared = new SharedQueue();
    private final SharedQueue high = new SharedQueue();
    private final SharedQueue low = new SharedQueue();
    private final AtomicInteger idle = new AtomicInteger();
    private final CountDownLatch running;

    Scheduler(Machine machine, int count) {
        this.machine = machine;
        workers = new Worker[count];
        for (int i = 0; i < count; i++) workers[i] = new Worker(machine, this, i);
        running = new CountDownLatch(count);
    }

    void start() {
        for (Worker w : workers) {
            Thread thread = new Thread(null, () -> {
                try {
                    w.run();
                } finally {
                    running.countDown();
                }
            }, "nostos-worker-" + w.index, STACK_BYTES);
            thread.setDaemon(true);
            w.startOn(thread);
        }
    }

    /** Ends idle workers now, busy ones at their next safepoint. The machine is stopping already. */
    void stop() {
        for (Worker w : workers) w.unpark();
    }

    /** @return false if some worker was still busy at the end of the time */
    boolean awaitEnd(long millis) {
        try {
            return running.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Worker[] workers() { return workers; }

    SharedQueue shared() { return shared; }

    SharedQueue high() { return high; }

    SharedQueue low() { return low; }

    boolean anyShared() { return shared.size() > 0 || high.size() > 0 || low.size() > 0; }

    AtomicInteger idle() { return idle; }

    /** Processes taken from a queue so far; exact for what happened before anything the caller has seen. */
    long dispatches() {
        long n = 0;
        for (Worker w : workers) n += w.dispatches;
        return n;
    }

    /** Processes waiting for a worker. */
    int queued() {
        int n = shared.size() + high.size() + low.size();
        for (Worker w : workers) n += w.queued();
        return n;
    }

    /** Makes a process runnable that is parked in that state; from any thread, after the condition was published. */
    void wake(Process p, int parked) { wake(p, parked, null); }

    /** @param worker that of the calling thread, or null */
    void wake(Process p, int parked, Worker worker) {
        if (p.state == parked && p.cas(parked, ProcessState.RUNNABLE)) enqueue(p, worker);
    }

    /** Makes a parked process runnable, whatever it waits for. */
    void wakeParked(Process p) {
        int s = p.state;
        while (ProcessState.isParked(s)) {
            if (p.cas(s, ProcessState.RUNNABLE)) {
                enqueue(p, null);
                return;
            }
            s = p.state;
        }
    }

    /** Queues a process whose state is runnable already. */
    void enqueue(Process p, Worker worker) {
        Timing timing = p.timing();
        if (timing != null) timing.queued();
        p.since = worker == null ? machine.millis() : worker.clock();
        if (p.priority != Priority.NORMAL.ordinal()) {
            (p.priority == Priority.HIGH.ordinal() ? high : low).offer(p);
            wakeIdle();
        } else if (worker != null && worker.offer(p)) {
            // The worker gets to a single one itself, soon: to wake another for it costs more than it gives.
            if (worker.queued() > 1) wakeIdle();
        } else {
            shared.offer(p);
            wakeIdle();
        }
    }

    void wakeIdle() {
        if (idle.get() == 0) return;
        for (Worker w : workers) {
            if (w.unpark()) return;
        }
    }
}
