package dev.ithaca.vm.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/** One scheduler thread. The counters are written by it alone and read by others without locks. */
final class Worker {
    private static final VarHandle PARKED;

    static {
        try {
            PARKED = MethodHandles.lookup().findVarHandle(Worker.class, "parked", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Every so many dispatches the shared queue goes first, so that it does not starve. */
    private static final int SHARED_FIRST = 61;
    /** The same for processes of low priority, and for those of normal priority where there are some of high. */
    private static final int LOW_FIRST = 32;
    private static final int NORMAL_FIRST = 8;
    private static final int SHARED_BATCH = 32;
    private static final int CLOCK_EVERY = 32;
    /** Slices between two looks at the memory. */
    private static final int MEMORY_EVERY = 16;
    private static final long FIRST_NAP_NANOS = 1_000_000;
    private static final long LONGEST_NAP_NANOS = 64_000_000;
    private static final long IDLE_NANOS = 60_000_000_000L;

    final int index;
    private final Machine machine;
    private final Scheduler scheduler;
    private final RunQueue queue = new RunQueue();
    private final Driver driver;
    final Meter meter = new Meter();
    private Thread thread;
    private volatile boolean parked;
    private volatile boolean resting;
    int dispatches;
    private int slices;
    /** Machine milliseconds, a few slices old at most. */
    private int clock;

    long reductions;
    long messages;
    long spawned;
    long exited;
    /** Time that those it took up had waited in queues, about. */
    long queuedMillis;

    Worker(Machine machine, Scheduler scheduler, int index) {
        this.machine = machine;
        this.scheduler = scheduler;
        this.index = index;
        driver = new Driver(machine, this);
    }

    void startOn(Thread t) {
        thread = t;
        t.start();
    }

    /** The Java stack of what it is doing now. */
    StackTraceElement[] stack() { return thread == null ? new StackTraceElement[0] : thread.getStackTrace(); }

    void run() {
        clock = machine.millis();
        while (!machine.stopping()) {
            if (machine.paused()) {
                rest();
                continue;
            }
            Process p = next();
            if (p == null) {
                p = idle();
                clock = machine.millis();
                if (p == null) continue;
            }
            if (++dispatches % CLOCK_EVERY == 0) clock = machine.millis();
            try {
                sliceGranted();
                driver.dispatch(p);
            } catch (Throwable e) {
                // It struck outside compiled code, while messages or timers were handled; the process cannot go on, but others can.
                driver.abandon(p, e);
            }
        }
    }

    /** A process is about to run for a slice. */
    void sliceGranted() {
        if (++slices % MEMORY_EVERY == 0) machine.memoryGuard().check();
    }

    /** Machine milliseconds, cheap and a little old. */
    int clock() { return clock; }

    void updateClock() { clock = machine.millis(); }

    int queued() { return queue.size(); }

    /** Whether others wait for this worker. */
    boolean hasOthers() { return queue.size() > 0 || scheduler.anyShared(); }

    /** By this worker. @return false if the queue is full */
    boolean offer(Process p) { return queue.offer(p); }

    /** Ends the nap of an idle worker. @return false if it was not napping */
    boolean unpark() {
        if (!parked || !PARKED.compareAndSet(this, true, false)) return false;
        LockSupport.unpark(thread);
        return true;
    }

    /** Whether it runs nothing, nor will before the pause ends. */
    boolean isResting() { return resting || parked; }

    private void rest() {
        resting = true;
        while (machine.paused() && !machine.stopping()) LockSupport.parkNanos(this, FIRST_NAP_NANOS);
        resting = false;
    }

    private Process next() {
        if (scheduler.high().size() > 0 && dispatches % NORMAL_FIRST != 0) {
            Process p = scheduler.high().poll(queue, 0);
            if (p != null) return p;
        }
        if (scheduler.low().size() > 0 && dispatches % LOW_FIRST == 0) {
            Process p = scheduler.low().poll(queue, 0);
            if (p != null) return p;
        }
        Process p = nextNormal();
        if (p == null) p = scheduler.high().poll(queue, 0);
        return p != null ? p : scheduler.low().poll(queue, 0);
    }

    private Process nextNormal() {
        if (dispatches % SHARED_FIRST == 0) {
            Process p = scheduler.shared().poll(queue, SHARED_BATCH);
            if (p != null) return p;
        }
        Process p = queue.poll();
        if (p != null) return p;
        SharedQueue shared = scheduler.shared();
        p = shared.poll(queue, Math.min(64, shared.size() / scheduler.workers().length));
        return p != null ? p : steal();
    }

    private Process steal() {
        Worker[] workers = scheduler.workers();
        for (int i = 1; i < workers.length; i++) {
            Process p = queue.stealFrom(workers[(index + i) % workers.length].queue);
            if (p != null) return p;
        }
        return null;
    }

    /** Naps until there is work. While others are busy the naps are short: a single process queued there wakes nobody. */
    private Process idle() {
        long nap = FIRST_NAP_NANOS;
        for (;;) {
            parked = true;
            int idle = scheduler.idle().incrementAndGet();
            Process p = machine.stopping() ? null : next();
            if (p == null && !machine.stopping()) {
                boolean allIdle = idle == scheduler.workers().length;
                if (allIdle) machine.deadlocks().check();
                // Whoever woke us meanwhile took the flag; the permit may be gone, used up by a lock that was taken on the way here.
                if (parked) LockSupport.parkNanos(this, allIdle ? IDLE_NANOS : nap);
                nap = Math.min(nap * 2, LONGEST_NAP_NANOS);
                p = next();
            }
            parked = false;
            scheduler.idle().decrementAndGet();
            if (p != null) {
                // Work that came in a bunch: one woken worker wakes the next.
                if (hasOthers()) scheduler.wakeIdle();
                return p;
            }
            if (machine.stopping()) return null;
        }
    }
}
