package dev.ithaca.monitor.model;

/** The last sixteen rates of something in one long: four bits each, by their order of magnitude, the latest lowest. */
public final class Trend {
    /** Rates remembered. */
    public static final int LENGTH = 16;
    /** Highest level. */
    public static final int TOP = 15;

    private Trend() {}

    static long push(long trend, long rate) { return trend << 4 | level(rate); }

    /** 0 for nothing, then one level for each factor of four. */
    static int level(long rate) {
        return rate <= 0 ? 0 : Math.min(TOP, 1 + (63 - Long.numberOfLeadingZeros(rate)) / 2);
    }

    /** @param age 0 for the latest */
    public static int levelAt(long trend, int age) { return (int) (trend >>> 4 * age) & TOP; }

    /** How much busier the later half was than the earlier one; negative if less busy. */
    static int slope(long trend) {
        int slope = 0;
        for (int age = 0; age < LENGTH; age++) slope += age < LENGTH / 2 ? levelAt(trend, age) : -levelAt(trend, age);
        return slope;
    }
}
