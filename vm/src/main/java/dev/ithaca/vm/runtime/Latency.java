package dev.ithaca.vm.runtime;

/**
 * How long something took, over and over: a histogram whose buckets are an eighth of a power of two wide, so that each figure is
 * right to a tenth. The idea is that of HdrHistogram. Written by one thread at a time, read by others without a lock.
 */
public final class Latency {
    /** Buckets for each power of two. */
    private static final int PARTS_BITS = 3;
    private static final int PARTS = 1 << PARTS_BITS;
    private static final int BUCKETS = PARTS * (Long.SIZE - PARTS_BITS);

    private final int[] counts = new int[BUCKETS];
    private long highest;

    void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        if (value > highest) highest = value;
    }

    private static int bucket(long value) {
        if (value < PARTS) return (int) value;
        int exponent = 63 - Long.numberOfLeadingZeros(value) - PARTS_BITS;
        return (exponent << PARTS_BITS) + (int) (value >>> exponent);
    }

    /** The smallest value that falls into a bucket. */
    public static long lowest(int bucket) {
        if (bucket < 2 * PARTS) return bucket;
        int exponent = (bucket >> PARTS_BITS) - 1;
        return (long) (PARTS + (bucket & PARTS - 1)) << exponent;
    }

    /** A copy of what was counted, by bucket. */
    public int[] counts() { return counts.clone(); }

    /** Nanoseconds. */
    public long highest() { return highest; }
}
