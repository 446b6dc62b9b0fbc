package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.ListValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/** Timestamps in milliseconds since the Unix epoch (chapter 3, section 12.1). */
public final class TimeLibrary {
    private static final long MILLIS_PER_SECOND = 1_000;
    /** Years of up to six digits are representable. */
    private static final long LAST_MILLIS = LocalDate.of(262_142, 12, 31).toEpochDay() * 24 * 3600 * MILLIS_PER_SECOND;

    private TimeLibrary() {}

    private static boolean isRepresentable(long millis) { return millis >= -LAST_MILLIS && millis <= LAST_MILLIS; }

    private static ZonedDateTime at(long millis, ZoneId zone) {
        if (!isRepresentable(millis)) throw NostosException.panic("Invalid timestamp");
        return Instant.ofEpochMilli(millis).atZone(zone);
    }

    private static ZonedDateTime utc(long millis) { return at(millis, ZoneOffset.UTC); }

    /** For the parts of a timestamp: one that is not representable counts as the epoch. */
    private static ZonedDateTime parts(long millis) { return utc(isRepresentable(millis) ? millis : 0); }

    @NostosFunction(name = "Time.now", type = "() -> Int", doc = "The current time in milliseconds since 1970, UTC.", example = "Time.now() > 0 => true")
    public static long now() { return System.currentTimeMillis(); }

    @NostosFunction(name = "Time.nowSecs", type = "() -> Int", doc = "The current time in seconds since 1970, UTC.", example = "Time.nowSecs() > 0 => true")
    public static long nowSeconds() { return System.currentTimeMillis() / MILLIS_PER_SECOND; }

    private static LocalDate date(long year, long month, long day) {
        try {
            return LocalDate.of(Math.toIntExact(year), Math.toIntExact(month), Math.toIntExact(day));
        } catch (DateTimeException | ArithmeticException e) {
            throw NostosException.panic("Invalid date: " + year + "-" + month + "-" + day);
        }
    }

    @NostosFunction(name = "Time.fromDate", type = "Int, Int, Int -> Int", doc = "Midnight of a year, month and day, UTC.",
            example = {"Time.fromDate(1970, 1, 2) => 86400000", "Time.fromDate(2023, 2, 29) => throws (\"Panic\", \"Invalid date: 2023-2-29\")"})
    public static long fromDate(long year, long month, long day) {
        return date(year, month, day).toEpochDay() * 24 * 3600 * MILLIS_PER_SECOND;
    }

    @NostosFunction(name = "Time.fromTime", type = "Int, Int, Int -> Int", doc = "Milliseconds from midnight to an hour, minute and second.",
            example = "Time.fromTime(1, 0, 1) => 3601000")
    public static long fromTime(long hour, long minute, long second) { return ((hour * 60 + minute) * 60 + second) * MILLIS_PER_SECOND; }

    @NostosFunction(name = "Time.fromDateTime", type = "Int, Int, Int, Int, Int, Int -> Int", doc = "A year, month, day, hour, minute and second, UTC.",
            example = {"Time.fromDateTime(1970, 1, 1, 0, 1, 0) => 60000",
                "Time.fromDateTime(2024, 1, 1, 25, 4, 5) => throws (\"Panic\", \"Invalid time: 25:4:5\")"})
    public static long fromDateTime(long year, long month, long day, long hour, long minute, long second) {
        LocalDate date = date(year, month, day);
        try {
            LocalTime time = LocalTime.of(Math.toIntExact(hour), Math.toIntExact(minute), Math.toIntExact(second));
            return date.atTime(time).toEpochSecond(ZoneOffset.UTC) * MILLIS_PER_SECOND;
        } catch (DateTimeException | ArithmeticException e) {
            throw NostosException.panic("Invalid time: " + hour + ":" + minute + ":" + second);
        }
    }

    @NostosFunction(name = "Time.year", type = "Int -> Int", doc = "The year of a timestamp, UTC.", example = "Time.year(0) => 1970")
    public static long year(long millis) { return parts(millis).getYear(); }

    @NostosFunction(name = "Time.month", type = "Int -> Int", doc = "The month of a timestamp, UTC, from 1.", example = "Time.month(0) => 1")
    public static long month(long millis) { return parts(millis).getMonthValue(); }

    @NostosFunction(name = "Time.day", type = "Int -> Int", doc = "The day of the month of a timestamp, UTC, from 1.", example = "Time.day(0) => 1")
    public static long day(long millis) { return parts(millis).getDayOfMonth(); }

    @NostosFunction(name = "Time.hour", type = "Int -> Int", doc = "The hour of a timestamp, UTC.", example = "Time.hour(3600000) => 1")
    public static long hour(long millis) { return parts(millis).getHour(); }

    @NostosFunction(name = "Time.minute", type = "Int -> Int", doc = "The minute of a timestamp, UTC.", example = "Time.minute(60000) => 1")
    public static long minute(long millis) { return parts(millis).getMinute(); }

    @NostosFunction(name = "Time.second", type = "Int -> Int", doc = "The second of a timestamp, UTC.", example = "Time.second(1000) => 1")
    public static long second(long millis) { return parts(millis).getSecond(); }

    @NostosFunction(name = "Time.weekday", type = "Int -> Int", doc = "The day of the week of a timestamp in local time, Sunday is 0.",
            example = "Time.weekday(Time.fromDate(2024, 1, 3) + 43200000) > 1 => true")
    public static long weekday(long millis) { return at(millis, ZoneId.systemDefault()).getDayOfWeek().getValue() % 7; }

    @NostosFunction(name = "Time.format", type = "Int, String -> String", complexity = "O(length of the pattern)",
            doc = "A timestamp in local time by strftime directives such as %Y-%m-%d %H:%M:%S.",
            example = "Time.format(0, \"%%\") => \"%\"")
    public static String format(long millis, String pattern) { return TimeFormat.format(at(millis, ZoneId.systemDefault()), pattern, false); }

    @NostosFunction(name = "Time.formatUtc", type = "Int, String -> String", complexity = "O(length of the pattern)",
            doc = "A timestamp in UTC by strftime directives.",
            example = {"Time.formatUtc(0, \"%Y-%m-%d %H:%M:%S\") => \"1970-01-01 00:00:00\"", "Time.formatUtc(1, \"%T%.3f %Z\") => \"00:00:00.001 UTC\""})
    public static String formatUtc(long millis, String pattern) { return TimeFormat.format(utc(millis), pattern, true); }

    @NostosFunction(name = "Time._parse", type = "String, String -> List[Int]", complexity = "O(n)",
            doc = "The timestamp of a text in the form of a pattern, if it has that form.")
    public static ListValue parse(String text, String pattern) {
        OptionalLong parsed = TimeFormat.parse(text, pattern);
        return parsed.isPresent() ? ListValue.of(parsed.getAsLong()) : ListValue.EMPTY;
    }

    @NostosFunction(name = {"Time.toUtc", "Time.fromUtc"}, type = "Int -> Int", doc = "The timestamp itself: timestamps are UTC.", example = "Time.toUtc(5) => 5")
    public static long same(long millis) { return millis; }

    @NostosFunction(name = "Time.timezone", type = "() -> String", doc = "The offset of local time from UTC, such as +01:00.",
            example = "String.length(Time.timezone()) => 6")
    public static String timezone() {
        ZoneOffset offset = ZonedDateTime.now().getOffset();
        return offset == ZoneOffset.UTC ? "+00:00" : offset.getId();
    }

    @NostosFunction(name = "Time.timezoneOffset", type = "() -> Int", doc = "Minutes by which local time is ahead of UTC.",
            example = "Time.timezoneOffset() % 15 => 0")
    public static long timezoneOffset() { return ZonedDateTime.now().getOffset().getTotalSeconds() / 60; }
}
