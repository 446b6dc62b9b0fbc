package dev.ithaca.vm.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The runnable processes of one worker, first in first out, of bounded size. Only the owner adds; the owner and thieves
 * take from the front. The algorithm is that of the Go scheduler's local run queue.
 */
final class RunQueue {
    private static final int CAPACITY = 256;
    private static final VarHandle HEAD;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Process[].class);

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(RunQueue.class, "head", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Process[] slots = new Process[CAPACITY];
    private volatile int head;
    private volatile int tail;

    int size() { return Math.max(0, tail - head); }

    /** By the owner. @return false if it is full */
    boolean offer(Process p) {
        int t = tail;
        if (t - head >= CAPACITY) return false;
        SLOT.setRelease(slots, t & CAPACITY - 1, p);
        tail = t + 1;
        return true;
    }

    /** By the owner; null if it is empty. */
    Process poll() {
        for (;;) {
            int h = head;
            if (h == tail) return null;
            Process p = (Process) SLOT.getAcquire(slots, h & CAPACITY - 1);
            if (HEAD.compareAndSet(this, h, h + 1)) return p;
        }
    }

    /** By the owner of an empty queue: takes half of another one. @return a process to run at once, or null */
    Process stealFrom(RunQueue victim) {
        for (;;) {
            int h = victim.head;
            int available = victim.tail - h;
            int count = available - available / 2;
            if (count <= 0) return null;
            // The two indices were not read at the same moment.
            if (count > CAPACITY / 2) continue;
            int t = tail;
            for (int i = 0; i < count; i++) {
                SLOT.setRelease(slots, t + i & CAPACITY - 1, (Process) SLOT.getAcquire(victim.slots, h + i & CAPACITY - 1));
            }
            if (!HEAD.compareAndSet(victim, h, h + count)) continue;
            Process last = slots[t + count - 1 & CAPACITY - 1];
            tail = t + count - 1;
            return last;
        }
    }
}
