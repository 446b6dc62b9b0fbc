package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in words what a stretch of a timeline is. */
public final class StretchText {
    private static final long SHORT_NANOS = 10_000_000_000L;
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_TENTH = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);

    private StretchText() {}

    /** {@code waiting 14:02:03 – 14:02:07 (4.0 s) at bank.nos:88}, and in a second line what is only counted. */
    public static String of(Stretch stretch) {
        DateTimeFormatter format = stretch.nanos() < SHORT_NANOS ? TO_THE_TENTH : TO_THE_SECOND;
        String text = (stretch.failed() ? "failed" : stretch.status().label()) + " " + at(stretch.fromNanos(), format) + " – " + at(stretch.toNanos(), format)
                + " (" + Format.duration(stretch.nanos() / 1_000_000) + ")" + place(stretch.place());
        if (!stretch.mixed()) return text;
        return text + "\nand taken up " + (stretch.turns() == 1 ? "once" : Format.count(stretch.turns()) + " times") + " between looks: ran for about "
                + Format.duration(stretch.ranNanos() / 1_000_000) + ", waited for a worker for about " + Format.duration(stretch.queuedNanos() / 1_000_000);
    }

    private static String place(Place place) {
        String where = Format.place(place.file(), place.line());
        return where.isEmpty() ? place.function() == null ? "" : " in " + place.function() : " at " + where;
    }

    /** A moment by the clock on the wall. */
    static String at(long nanos, DateTimeFormatter format) { return time(nanos).atZone(ZoneId.systemDefault()).format(format); }

    /** @param nanos by the clock of {@link System#nanoTime()} */
    public static Instant time(long nanos) { return Instant.now().minusNanos(System.nanoTime() - nanos); }

    /** {@code 14:02:03}. */
    public static String toTheSecond(long nanos) { return at(nanos, TO_THE_SECOND); }
}
