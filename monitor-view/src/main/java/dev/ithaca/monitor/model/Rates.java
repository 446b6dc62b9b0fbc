package dev.ithaca.monitor.model;

/** Rates in two bytes each, to three decimal digits and up to four million: a column of them must not weigh. */
final class Rates {
    /** Half-precision floats end at 65,504. */
    private static final float SCALE = 64;

    private Rates() {}

    static short write(double perSecond) { return Float.floatToFloat16((float) Math.max(0, perSecond) / SCALE); }

    /** Infinite if it was more than fits. */
    static double read(short written) { return Float.float16ToFloat(written) * SCALE; }
}
