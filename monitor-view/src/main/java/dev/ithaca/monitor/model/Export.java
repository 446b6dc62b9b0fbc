package dev.ithaca.monitor.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The processes shown, as text for other programs: every column, in the order of the list, groups and all. */
public final class Export {
    private static final List<Column> COLUMNS = Stream.of(Column.values()).filter(column -> column != Column.TREND && column != Column.TIMELINE).toList();

    private Export() {}

    /** Comma-separated values as in RFC 4180; numbers are plain, times in milliseconds, sizes in bytes. */
    public static String csv(Listing listing) {
        var text = new StringBuilder();
        text.append(COLUMNS.stream().map(column -> column.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(",")))
                .append("\r\n");
        rows(listing).forEach(row -> text.append(COLUMNS.stream().map(column -> quoteCsv(value(listing.sample(), column, row)))
                .collect(Collectors.joining(","))).append("\r\n"));
        return text.toString();
    }

    /** An array with one object per process. */
    public static String json(Listing listing) {
        return rows(listing).mapToObj(row -> COLUMNS.stream()
                        .map(column -> "\"" + column.name().toLowerCase(Locale.ROOT) + "\": " + jsonValue(listing.sample(), column, row))
                        .collect(Collectors.joining(", ", "  {", "}")))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static IntStream rows(Listing listing) {
        return IntStream.range(0, listing.size()).map(listing::row).filter(row -> row >= 0);
    }

    private static String value(ProcessSample sample, Column column, int row) {
        if (isMissing(sample, column)) return "";
        return column.numeric() ? Long.toString(column.number(sample, row)) : column.text(sample, row);
    }

    /** Of what was not collected nothing is said. */
    private static boolean isMissing(ProcessSample sample, Column column) {
        return column.figure() != null && !sample.population().has(column.figure());
    }

    private static String jsonValue(ProcessSample sample, Column column, int row) {
        if (isMissing(sample, column)) return "null";
        return column.numeric() ? Long.toString(column.number(sample, row)) : quoteJson(column.text(sample, row));
    }

    private static String quoteCsv(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String quoteJson(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
