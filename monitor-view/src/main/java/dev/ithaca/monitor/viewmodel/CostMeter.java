package dev.ithaca.monitor.viewmodel;

/** What the monitor itself costs: processor time per look and as a share of one core, averaged over the last looks. */
final class CostMeter {
    private static final double WEIGHT = 0.3;

    private long lastNanos;
    private double share;

    /** @param cpuMillis processor time of one look, drawing included */
    void add(double cpuMillis, long nowNanos) {
        if (lastNanos != 0) {
            double now = cpuMillis * 1e6 / Math.max(1, nowNanos - lastNanos);
            share = share == 0 ? now : share + WEIGHT * (now - share);
        }
        lastNanos = nowNanos;
    }

    /** 0.01 is a hundredth of a core. */
    double share() { return share; }

    void reset() {
        lastNanos = 0;
        share = 0;
    }
}
