package dev.ithaca.monitor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The last values of a number, oldest first; empty for what is no number. */
public record Trail(List<Double> values) {
    /** Values kept. */
    public static final int LENGTH = 40;

    static final Trail NONE = new Trail(List.of());

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");

    public Trail { values = List.copyOf(values); }

    /** With the next value as it is written; one that is no number ends the trail. */
    Trail next(String text) {
        if (!NUMBER.matcher(text).matches()) return NONE;
        var next = new ArrayList<>(values.subList(Math.max(0, values.size() + 1 - LENGTH), values.size()));
        next.add(Double.valueOf(text));
        return new Trail(next);
    }
}
