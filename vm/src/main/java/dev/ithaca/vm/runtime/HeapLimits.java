package dev.ithaca.vm.runtime;

/**
 * Holds processes to the heap size they were given. The live heap is walked only when so much was allocated since the last
 * walk that the limit may have been passed.
 */
final class HeapLimits {
    private static final long WALK_NANOS = 50_000_000;
    /** A walk is due only after this part of the limit was allocated, lest a process near its limit walks all the time. */
    private static final int LEAST_PART = 8;

    private final HeapMeter meter;

    HeapLimits(HeapMeter meter) { this.meter = meter; }

    void set(Process p, long bytes) {
        ProcessExtras extras = p.ensureExtras();
        extras.heapLimit = bytes;
        extras.liveAtWalk = 0;
        extras.allocatedAtWalk = p.allocatedBytes;
        p.limited = bytes > 0;
    }

    /** By the worker of the process, whose stack is in frames. @return what it is to end with, or null */
    NostosException check(Process p) {
        ProcessExtras extras = p.extras;
        long limit = extras.heapLimit;
        long allocated = p.allocatedBytes - extras.allocatedAtWalk;
        if (allocated <= Math.max(limit - extras.liveAtWalk, limit / LEAST_PART) && HeapMeter.ownBytes(p) <= limit) return null;
        long live = meter.walk(p, WALK_NANOS);
        extras.liveAtWalk = live;
        extras.allocatedAtWalk = p.allocatedBytes;
        if (live <= limit) return null;
        // Once: its cleanup code may still need something.
        p.limited = false;
        return NostosException.exit(ExitReason.error("heap limit of %,d bytes exceeded".formatted(limit)));
    }
}
