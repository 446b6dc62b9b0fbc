package dev.ithaca.monitor.model;

import java.util.Collection;
import java.util.Locale;

/** How the monitor writes pids, counts, bytes and times: short, with a fixed number of digits so that columns stand still. */
public final class Format {
    private Format() {}

    public static String pid(long pid) { return "<" + pid + ">"; }

    /** {@code 1,204,331}. */
    public static String count(long n) {
        String digits = Long.toString(n);
        // by hand: a list writes hundreds of them at each refresh, and a Formatter takes ten times as long
        var text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > (n < 0 ? 1 : 0); at -= 3) text.insert(at, ',');
        return text.toString();
    }

    /** {@code 1 message}, {@code 1,204 messages}, {@code 2 processes}. */
    public static String plural(long n, String word) { return count(n) + " " + word + (n == 1 ? "" : word.endsWith("s") ? "es" : "s"); }

    /** {@code 950}, {@code 12.4 k}, {@code 1.20 M}. */
    public static String shortCount(long n) {
        return n < 10_000 ? count(n) : scaled(n, 1000, " k", " M", " G", " T");
    }

    /** {@code 0.5}, {@code 12}, {@code 12.4 k}; empty for nothing. */
    public static String rate(double perSecond) {
        if (perSecond <= 0) return "";
        if (Double.isInfinite(perSecond)) return "> 4 M";
        return perSecond < 9.95 ? String.format(Locale.ROOT, "%.1f", perSecond) : shortCount(Math.round(perSecond));
    }

    /** {@code 512 B}, {@code 4.10 KiB}, {@code 210 MiB}. */
    public static String bytes(long n) {
        return n < 1024 ? n + " B" : scaled(n, 1024, " KiB", " MiB", " GiB", " TiB");
    }

    /** {@code 820 ms}, {@code 3.2 s}, {@code 02:10}, {@code 1:00:07}, {@code 2 d 03:00}. */
    public static String duration(long millis) {
        if (millis < 1000) return millis + " ms";
        long seconds = millis / 1000;
        if (seconds < 60) return seconds + "." + millis / 100 % 10 + " s";
        if (seconds < 3600) return twoDigits(seconds / 60) + ":" + twoDigits(seconds % 60);
        if (seconds < 86_400) return seconds / 3600 + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
        return seconds / 86_400 + " d " + twoDigits(seconds / 3600 % 24) + ":" + twoDigits(seconds / 60 % 60);
    }

    private static String twoDigits(long n) { return n < 10 ? "0" + n : Long.toString(n); }

    /** {@code 820 ns}, {@code 12.4 µs}, {@code 3.20 ms}, {@code 1.05 s}; from a minute on as {@link #duration}. */
    public static String nanos(long n) {
        return n < 1_000 ? n + " ns" : n < 60_000_000_000L ? scaled(n, 1000, " µs", " ms", " s") : duration(n / 1_000_000);
    }

    /** {@code main.nos:14}; without the folders; empty if unknown. */
    public static String place(String file, int line) {
        if (file == null) return "";
        String shortName = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return line > 0 ? shortName + ":" + line : shortName;
    }

    /** {@code loop:14}; the line only if it is known. */
    public static String functionAtLine(String function, int line) {
        String known = function == null ? "" : function;
        return line > 0 ? known + ":" + line : known;
    }

    /** {@code <7>}, or {@code 1,234 processes}. */
    public static String pids(Collection<Long> pids) { return pids.size() == 1 ? pid(pids.iterator().next()) : count(pids.size()) + " processes"; }

    /** {@code pool}, or of a function that has no name in the program {@code spawned in pool}; empty if unknown. */
    public static String function(String function) {
        int nameless = function == null ? -1 : function.indexOf(".<");
        if (nameless <= 0) return function == null ? "" : function;
        return (function.endsWith("<spawned>") ? "spawned in " : "lambda in ") + function.substring(0, nameless);
    }

    private static String scaled(long n, int step, String... units) {
        double value = (double) n / step;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        String digits = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, value) + units[unit];
    }

    /** Thousandths as per cent, {@code 12.5}; empty for nothing. */
    public static String percent(int thousandths) {
        return thousandths == 0 ? "" : thousandths / 10 + "." + thousandths % 10;
    }
}
