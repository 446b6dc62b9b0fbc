package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Dates and times as text by the directives of C's {@code strftime}. */
final class TimeFormat {
    private static final Map<Long, String> AM_PM = Map.of(0L, "AM", 1L, "PM");

    private TimeFormat() {}

    static String format(ZonedDateTime time, String pattern, boolean utc) {
        try {
            return formatter(pattern, utc).format(time);
        } catch (DateTimeException e) {
            throw NostosException.panic("Invalid timestamp");
        }
    }

    /** Milliseconds since the epoch of a text with a full date and time in UTC; empty if it does not match. */
    static OptionalLong parse(String text, String pattern) {
        var position = new ParsePosition(0);
        try {
            TemporalAccessor parsed = formatter(pattern, true).withResolverStyle(ResolverStyle.SMART).parse(text, position);
            if (position.getIndex() != text.length()) return OptionalLong.empty();
            LocalDateTime time = LocalDateTime.from(parsed);
            ZoneOffset offset = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
            return OptionalLong.of(time.toInstant(offset).toEpochMilli());
        } catch (DateTimeException noMatch) {
            return OptionalLong.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern, boolean utc) {
        var builder = new DateTimeFormatterBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                builder.appendLiteral(c);
            } else if (pattern.startsWith("%.3f", i) || pattern.startsWith("%3f", i)) {
                boolean point = pattern.charAt(i + 1) == '.';
                builder.appendFraction(ChronoField.MILLI_OF_SECOND, 3, 3, point);
                i += point ? 3 : 2;
            } else {
                if (++i == pattern.length()) throw unknown("%");
                directive(builder, pattern.charAt(i), utc);
            }
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    private static void directive(DateTimeFormatterBuilder b, char directive, boolean utc) {
        switch (directive) {
            case 'Y' -> b.appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL);
            case 'm' -> b.appendValue(ChronoField.MONTH_OF_YEAR, 2);
            case 'd' -> b.appendValue(ChronoField.DAY_OF_MONTH, 2);
            case 'e' -> b.padNext(2).appendValue(ChronoField.DAY_OF_MONTH);
            case 'H' -> b.appendValue(ChronoField.HOUR_OF_DAY, 2);
            case 'I' -> b.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM, 2);
            case 'M' -> b.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
            case 'S' -> b.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
            case 'y' -> b.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
            case 'j' -> b.appendValue(ChronoField.DAY_OF_YEAR, 3);
            case 'a' -> b.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
            case 'A' -> b.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
            case 'b', 'h' -> b.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'B' -> b.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'p' -> b.appendText(ChronoField.AMPM_OF_DAY, AM_PM);
            case 's' -> b.appendValue(ChronoField.INSTANT_SECONDS);
            case 'F' -> sequence(b, "Y-m-d", utc);
            case 'T' -> sequence(b, "H:M:S", utc);
            case 'Z' -> {
                if (utc) b.appendLiteral("UTC");
                else b.appendOffset("+HH:MM", "+00:00");
            }
            case 'z' -> b.appendOffset("+HHMM", "+0000");
            case '%' -> b.appendLiteral('%');
            default -> throw unknown("%" + directive);
        }
    }

    private static void sequence(DateTimeFormatterBuilder builder, String directives, boolean utc) {
        for (char c : directives.toCharArray()) {
            if (Character.isLetter(c)) directive(builder, c, utc);
            else builder.appendLiteral(c);
        }
    }

    private static NostosException unknown(String directive) { return NostosException.panic("Unknown time format: " + directive); }
}
