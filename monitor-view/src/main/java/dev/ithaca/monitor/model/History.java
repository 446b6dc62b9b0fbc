package dev.ithaca.monitor.model;

import java.util.Arrays;

/** The last values of one figure, oldest first. */
public final class History {
    /** Values kept. */
    public static final int LENGTH = 120;

    private final double[] ring = new double[LENGTH];
    private int size;
    private int next;

    public void add(double value) {
        ring[next] = value;
        next = (next + 1) % LENGTH;
        size = Math.min(LENGTH, size + 1);
    }

    public void clear() {
        size = 0;
        next = 0;
    }

    public double[] values() {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) values[i] = ring[Math.floorMod(next - size + i, LENGTH)];
        return values;
    }

    /** The newest value, 0 if there is none. */
    public double last() { return size == 0 ? 0 : ring[Math.floorMod(next - 1, LENGTH)]; }

    public double highest() { return Arrays.stream(values()).max().orElse(0); }

    /** Whether each of the last {@code count} values is larger than the one before it. */
    public boolean hasGrownFor(int count) {
        if (size <= count) return false;
        double[] values = values();
        for (int i = size - count; i < size; i++) if (values[i] <= values[i - 1]) return false;
        return true;
    }
}
