package dev.ithaca.vm.runtime;

/**
 * How many reductions a slice has: always the same number, or, to try what happens when processes are unwound anywhere, a random
 * one up to that number. Random lengths follow from the seed, the process and what it has done so far, so a process that is
 * not influenced by others is cut the same way again.
 */
final class SliceLengths {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private final int longest;
    private final long seed;

    /** @param seed 0 for slices that are all equally long */
    SliceLengths(int longest, long seed) {
        this.longest = longest;
        this.seed = seed;
    }

    boolean isRandom() { return seed != 0; }

    /** The reductions in the next slice of a process, at least 1. Short slices are as likely as long ones, by orders of magnitude. */
    int next(long pid, long reductions) {
        if (seed == 0) return longest;
        long bits = mix(seed + GOLDEN_GAMMA * (pid + 1) + mix(reductions));
        int magnitudes = 32 - Integer.numberOfLeadingZeros(longest);
        long limit = 1L << Math.floorMod(bits, magnitudes);
        return (int) Math.min(longest, limit + (bits >>> 32) % limit);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
