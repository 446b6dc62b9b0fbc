package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.Latency;
import java.util.Arrays;

/** How long something took, over and over: counts in buckets an eighth of a power of two wide. Immutable. */
public final class LatencySpread {
    private final int[] counts;
    private final long count;
    private final long highestNanos;

    private LatencySpread(int[] counts, long highestNanos) {
        this.counts = counts;
        this.highestNanos = highestNanos;
        count = Arrays.stream(counts).asLongStream().sum();
    }

    static LatencySpread of(Latency measured) {
        long highest = measured.highest();
        return new LatencySpread(measured.counts(), highest);
    }

    /** How often it was measured. */
    public long count() { return count; }

    /** The longest, in nanoseconds. */
    public long highestNanos() { return highestNanos; }

    /** So long or shorter were so many of a hundred, in nanoseconds and to a tenth; 0 if nothing was measured. */
    public long percentileNanos(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(count * percent / 100));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted && count > 0) return Math.min(highestNanos, Latency.lowest(bucket + 1) - 1);
        }
        return 0;
    }

    /** Counts by the powers of two of nanoseconds: the element at 10 is of those from 1,024 to 2,047. */
    public long[] byPowerOfTwo() {
        long[] sums = new long[Long.SIZE];
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) sums[63 - Long.numberOfLeadingZeros(Math.max(1, Latency.lowest(bucket)))] += counts[bucket];
        }
        return sums;
    }
}
