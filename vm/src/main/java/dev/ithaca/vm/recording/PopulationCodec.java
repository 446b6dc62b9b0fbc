package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.Population.Column;
import dev.ithaca.vm.inspect.PopulationBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Populations column by column, each number as its difference from what was to be expected: in a process that was there before, the
 * number of then, grown by the time where it is a time; in a new one, that of the row above. Most differences are 0.
 */
final class PopulationCodec {
    private final Population before;
    private final long[] pids;
    private final int living;
    private final int[] rowsBefore;
    /** Milliseconds since then. */
    private final long elapsed;
    private final List<Place> places;
    /** By index of then, the index of now; -1 for a place where nobody stands any longer. */
    private final int[] placesNow;
    private final long[] values;
    private final long[] valuesBefore;

    private PopulationCodec(Population before, long[] pids, int living, long takenNanos, List<Place> places) {
        this.before = before;
        this.pids = pids;
        this.living = living;
        this.places = places;
        rowsBefore = RowMap.rowsBefore(pids, living, before);
        elapsed = before == null ? 0 : Math.round((takenNanos - before.takenNanos()) / 1e6);
        values = new long[pids.length];
        valuesBefore = new long[before == null ? 0 : before.size()];
        placesNow = placesNow();
    }

    private int[] placesNow() {
        if (before == null) return new int[0];
        Map<Place, Integer> indexes = new HashMap<>();
        for (int i = 0; i < places.size(); i++) indexes.put(places.get(i), i);
        return before.places().stream().mapToInt(place -> indexes.getOrDefault(place, -1)).toArray();
    }

    private static long[] pids(Population population, int from, int to) { return LongStream.range(from, to).map(row -> population.pid((int) row)).toArray(); }

    private static long[] living(Population population) { return population == null ? new long[0] : pids(population, 0, population.alive()); }

    private static long[] dead(Population population) {
        return population == null ? new long[0] : pids(population, population.alive(), population.size());
    }

    /** @param before null to be told as it is */
    static void write(FieldWriter out, Population now, Population before) {
        out.number(now.takenNanos());
        PidColumn.write(out, living(now), living(before));
        PidColumn.write(out, dead(now), dead(before));
        writePlaces(out, now.places(), before == null ? List.of() : before.places());
        new PopulationCodec(before, pids(now, 0, now.size()), now.alive(), now.takenNanos(), now.places()).write(out, now);
    }

    private void write(FieldWriter out, Population now) {
        for (Column column : Column.values()) {
            if (column.figure() != null) out.flag(now.has(column.figure()));
            if (!has(now, column)) continue;
            now.copy(column, values);
            copyBefore(column);
            long above = 0;
            for (int row = 0; row < pids.length; row++) {
                long value = values[row];
                values[row] = value - expected(column, row, above);
                above = value;
            }
            out.column(values, pids.length);
        }
        boolean sameNames = before != null && before.names().equals(now.names());
        out.flag(sameNames);
        if (!sameNames) writeNames(out, now.names());
        for (int row = living; row < pids.length; row++) {
            int old = rowsBefore[row];
            boolean known = old >= 0 && !before.isAlive(old);
            if (!known) out.text(now.exitReason(row));
            out.number(now.deadForMillis(row) - (known ? before.deadForMillis(old) + elapsed : 0));
        }
    }

    private static boolean has(Population population, Column column) { return column.figure() == null || population.has(column.figure()); }

    /** What was not collected then counts as 0. */
    private void copyBefore(Column column) {
        if (before == null) return;
        if (has(before, column)) before.copy(column, valuesBefore);
        else Arrays.fill(valuesBefore, 0);
    }

    private long expected(Column column, int row, long above) {
        int old = rowsBefore[row];
        if (old < 0) return above;
        long then = valuesBefore[old];
        return switch (column) {
            case UPTIME, IN_STATE -> row < living ? then + elapsed : then;
            case OLDEST -> then < 0 || row >= living ? then : then + elapsed;
            case PLACE, ORIGIN -> placesNow[(int) then];
            default -> then;
        };
    }

    private void addExpected(Column column) {
        boolean asThen = switch (column) {
            case UPTIME, IN_STATE, OLDEST, PLACE, ORIGIN -> false;
            default -> true;
        };
        long above = 0;
        for (int row = 0; row < pids.length; row++) {
            int old = rowsBefore[row];
            values[row] += old < 0 ? above : asThen ? valuesBefore[old] : expected(column, row, above);
            above = values[row];
        }
    }

    private static void writePlaces(FieldWriter out, List<Place> places, List<Place> before) {
        Map<Place, Integer> known = new HashMap<>();
        for (int i = 0; i < before.size(); i++) known.put(before.get(i), i);
        out.count(places.size());
        for (Place place : places) {
            Integer index = known.get(place);
            out.count(index == null ? 0 : index + 1);
            if (index == null) SnapshotCodec.write(out, place);
        }
    }

    private static void writeNames(FieldWriter out, Map<Long, String> names) {
        out.count(names.size());
        names.forEach((pid, name) -> {
            out.number(pid);
            out.text(name);
        });
    }

    /** @param before what it was written against */
    static Population read(FieldReader in, Population before) throws DamagedException {
        long takenNanos = in.number();
        long[] living = PidColumn.read(in, living(before));
        long[] dead = PidColumn.read(in, dead(before));
        List<Place> places = readPlaces(in, before == null ? List.of() : before.places());
        long[] pids = LongStream.concat(LongStream.of(living), LongStream.of(dead)).toArray();
        return new PopulationCodec(before, pids, living.length, takenNanos, places).read(in, takenNanos);
    }

    private Population read(FieldReader in, long takenNanos) throws DamagedException {
        PopulationBuilder built = PopulationBuilder.of(pids, living, takenNanos, places);
        for (Column column : Column.values()) {
            if (column.figure() != null && !in.flag()) continue;
            in.column(values, pids.length);
            copyBefore(column);
            addExpected(column);
            try {
                built.fill(column, values);
            } catch (IllegalArgumentException e) {
                throw new DamagedException(e.getMessage());
            }
        }
        built.name(in.flag() ? namesBefore() : readNames(in));
        for (int row = living; row < pids.length; row++) {
            int old = rowsBefore[row];
            boolean known = old >= 0 && !before.isAlive(old);
            String reason = known ? before.exitReason(old) : in.text();
            built.bury(reason, (int) (in.number() + (known ? before.deadForMillis(old) + elapsed : 0)));
        }
        return built.build();
    }

    private Map<Long, String> namesBefore() throws DamagedException {
        if (before == null) throw new DamagedException("names of before, and there is nothing before");
        return before.names();
    }

    private static Map<Long, String> readNames(FieldReader in) throws DamagedException {
        int count = in.things();
        Map<Long, String> names = new HashMap<>();
        for (int i = 0; i < count; i++) names.put(in.number(), in.word());
        return names;
    }

    private static List<Place> readPlaces(FieldReader in, List<Place> before) throws DamagedException {
        int count = in.things();
        List<Place> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = in.count();
            if (index > before.size()) throw new DamagedException("place " + index + " of " + before.size());
            places.add(index == 0 ? SnapshotCodec.readPlace(in) : before.get(index - 1));
        }
        return places;
    }
}
