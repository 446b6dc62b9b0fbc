package dev.ithaca.vm.runtime;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes sleeping processes and receives with a deadline. A binary heap of processes with at most one entry each; an entry
 * may be earlier than the deadline its process has by now, it is then moved when it fires. So a server loop whose receive
 * has a timeout touches the heap once per timeout, not once per message.
 */
final class Timers implements Runnable {
    private final Machine machine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private Process[] heap = new Process[64];
    private int size;

    Timers(Machine machine) { this.machine = machine; }

    /** Makes sure that a timer fires at {@code wakeAt} or before. */
    void schedule(Process p) {
        long deadline = p.wakeAt;
        if (p.timerAt <= deadline) return;
        lock.lock();
        try {
            insert(p, deadline);
        } finally {
            lock.unlock();
        }
    }

    /** Whether any process has one. */
    boolean any() {
        lock.lock();
        try {
            return size > 0;
        } finally {
            lock.unlock();
        }
    }

    /** The process has ended. */
    void remove(Process p) {
        if (p.timerAt == Long.MAX_VALUE) return;
        lock.lock();
        try {
            if (p.timerIndex >= 0) removeAt(p.timerIndex);
        } finally {
            lock.unlock();
        }
    }

    /** The machine is stopping already. */
    void stop() {
        lock.lock();
        try {
            earlier.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override public void run() {
        Process[] due = new Process[256];
        while (!machine.stopping()) {
            int count = 0;
            lock.lock();
            try {
                long wait = size == 0 ? Long.MAX_VALUE : heap[0].timerAt - machine.nanos();
                if (wait > 0) {
                    if (machine.stopping()) return;
                    earlier.await(wait, TimeUnit.NANOSECONDS);
                    continue;
                }
                long now = machine.nanos();
                while (size > 0 && count < due.length && heap[0].timerAt <= now) {
                    Process p = heap[0];
                    removeAt(0);
                    // Read after timerAt was cleared: the process either sees it cleared or we see its new deadline.
                    long deadline = p.wakeAt;
                    if (deadline <= now) due[count++] = p;
                    else if (deadline != Long.MAX_VALUE) insert(p, deadline);
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
            for (int i = 0; i < count; i++) {
                machine.scheduler().wake(due[i], ProcessState.WAITING);
                machine.scheduler().wake(due[i], ProcessState.SLEEPING);
                due[i] = null;
            }
        }
    }

    private void insert(Process p, long deadline) {
        if (p.timerIndex >= 0) {
            if (p.timerAt <= deadline) return;
            p.timerAt = deadline;
            siftUp(p.timerIndex, p);
        } else {
            if (size == heap.length) heap = Arrays.copyOf(heap, size * 2);
            p.timerAt = deadline;
            siftUp(size++, p);
        }
        if (heap[0] == p) earlier.signal();
    }

    private void removeAt(int index) {
        Process p = heap[index];
        Process last = heap[--size];
        heap[size] = null;
        p.timerIndex = -1;
        p.timerAt = Long.MAX_VALUE;
        if (last != p) {
            siftDown(index, last);
            if (heap[index] == last) siftUp(index, last);
        }
    }

    private void siftUp(int from, Process p) {
        int i = from;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (heap[parent].timerAt <= p.timerAt) break;
            place(i, heap[parent]);
            i = parent;
        }
        place(i, p);
    }

    private void siftDown(int from, Process p) {
        int i = from;
        for (;;) {
            int child = 2 * i + 1;
            if (child >= size) break;
            if (child + 1 < size && heap[child + 1].timerAt < heap[child].timerAt) child++;
            if (heap[child].timerAt >= p.timerAt) break;
            place(i, heap[child]);
            i = child;
        }
        place(i, p);
    }

    private void place(int index, Process p) {
        heap[index] = p;
        p.timerIndex = index;
    }
}
