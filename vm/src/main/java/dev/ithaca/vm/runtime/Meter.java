package dev.ithaca.vm.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Charges the time and the allocation of one worker to the processes it runs. Reading both clocks costs as much as a short
 * slice, so only every so many dispatches, chosen at random, are measured, and count for the others; what goes on after
 * the first slices of a dispatch is measured in full. The sums are right on average and exact for long work.
 */
final class Meter {
    /** One dispatch of so many is measured; a power of two. */
    private static final int SAMPLING = 16;
    /** The first slices go free: short programs do not pay for loading the management classes. */
    private static final int FREE = 16;

    /** Loaded when it is first used. */
    private static final class Allocation {
        static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    private int free = FREE;
    private int random = 0x9E3779B9;
    /** What the next reading counts for; 0 while nothing is measured. */
    private int weight;
    private long nanos;
    private long bytes;

    /** A dispatch begins. */
    void begin(Process p) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        if (p.limited) read(1);
        else if ((random & SAMPLING - 1) == 0 && free == 0) read(SAMPLING);
        else weight = 0;
    }

    /** The process goes on after its first slices. */
    void goOn(Process p) {
        if (free > 0) {
            free--;
            if (!p.limited) return;
        }
        charge(p);
        if (weight == 0) read(1);
    }

    /** The process is about to leave the worker, or has lasted a while. */
    void charge(Process p) {
        if (weight == 0) return;
        long lastNanos = nanos;
        long lastBytes = bytes;
        int factor = weight;
        read(1);
        p.cpuNanos += (nanos - lastNanos) * factor;
        p.allocatedBytes += (bytes - lastBytes) * factor;
    }

    private void read(int nextWeight) {
        weight = nextWeight;
        nanos = System.nanoTime();
        bytes = Allocation.THREADS.getCurrentThreadAllocatedBytes();
    }
}
