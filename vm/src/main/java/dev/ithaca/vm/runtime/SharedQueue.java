package dev.ithaca.vm.runtime;

import java.util.concurrent.locks.ReentrantLock;

/** Runnable processes without a worker: made so by timers, IO and inspectors, or too many for a worker's own queue. */
final class SharedQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private Process first;
    private Process last;
    private volatile int size;

    int size() { return size; }

    void offer(Process p) {
        lock.lock();
        try {
            if (last == null) first = p;
            else last.nextQueued = p;
            last = p;
            size++;
        } finally {
            lock.unlock();
        }
    }

    /** Takes one, and up to {@code extra} more into the worker's own queue; null if there is none. */
    Process poll(RunQueue own, int extra) {
        if (size == 0) return null;
        lock.lock();
        try {
            Process p = remove();
            for (int i = 0; i < extra && first != null && own.offer(first); i++) remove();
            return p;
        } finally {
            lock.unlock();
        }
    }

    private Process remove() {
        Process p = first;
        if (p == null) return null;
        first = p.nextQueued;
        p.nextQueued = null;
        if (first == null) last = null;
        size--;
        return p;
    }
}
