package dev.ithaca.ide.run;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    static String count(long n) { return String.format(Locale.ROOT, "%,d", n); }

    /** {@code 38 M}, {@code 1.2 k}, {@code 7}. */
    static String rate(double perSecond) {
        if (perSecond >= 1e9) return scaled(perSecond / 1e9, " G");
        if (perSecond >= 1e6) return scaled(perSecond / 1e6, " M");
        if (perSecond >= 1e3) return scaled(perSecond / 1e3, " k");
        return String.format(Locale.ROOT, "%.0f", perSecond);
    }

    private static String scaled(double value, String unit) { return String.format(Locale.ROOT, value < 10 ? "%.1f%s" : "%.0f%s", value, unit); }

    static String megabytes(long bytes) { return count((bytes + (1 << 19)) >> 20) + " MB"; }

    /** {@code 00:12}, {@code 1:02:03}. */
    static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600 ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
