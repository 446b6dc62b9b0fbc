package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.recording.Parts.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An open recording. The file is in memory, as small as it is; what of it is asked for is unpacked then. For any threads. */
public final class Recording {
    /** Rows of unpacked populations kept at hand. */
    private static final int KEPT_ROWS = 400_000;
    /** Enough for the pids at the beginning of a part. */
    private static final int PIDS_BYTES = 20_000;

    /** @param whole whether the population is told without the one before */
    private record Entry(Moment moment, Location population, boolean whole) {}

    /** Where the snapshot of a process is. @param at index in its part */
    private record Find(int moment, Location part, int at) {}

    private final Path file;
    private final Parts parts;
    private final String program;
    private final String remark;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, List<Find>> snapshots = new HashMap<>();
    private final Map<Integer, Population> unpacked = new LinkedHashMap<>(16, 0.75f, true);

    private Recording(Path file, Parts parts) throws UnreadableRecordingException {
        this.file = file;
        this.parts = parts;
        String flaw = parts.flaw();
        String name = "";
        Moment moment = null;
        for (Location location : parts.locations()) {
            try {
                switch (location.part()) {
                    case PROGRAM -> name = parts.open(location).word();
                    case MOMENT -> moment = Moment.read(parts.open(location));
                    case POPULATION -> {
                        boolean whole = parts.peek(location, 1).flag();
                        if (moment == null || entries.isEmpty() && !whole) throw new DamagedException("a population without its moment");
                        entries.add(new Entry(moment, location, whole));
                        moment = null;
                    }
                    case SNAPSHOTS -> index(location);
                    case END -> { }
                }
            } catch (DamagedException e) {
                flaw = "it is damaged in the part that begins at byte " + location.at() + ": " + e.getMessage();
                break;
            }
        }
        program = name;
        if (entries.isEmpty()) throw new UnreadableRecordingException("The recording holds no moment that can be shown" + (flaw == null ? "" : ": " + flaw));
        remark = flaw == null ? null : "Not all of this recording can be shown: " + flaw;
    }

    /** Reads a file; takes a moment for each 100 MB. @throws UnreadableRecordingException if there is nothing in it to show */
    public static Recording open(Path file) throws UnreadableRecordingException { return new Recording(file, Parts.read(file)); }

    /** From memory. @param name stands for the file in messages */
    static Recording of(Path name, byte[] content) throws UnreadableRecordingException { return new Recording(name, new Parts(content)); }

    private void index(Location part) throws DamagedException {
        if (entries.isEmpty()) throw new DamagedException("snapshots without a moment");
        FieldReader in = parts.peek(part, PIDS_BYTES);
        int count = in.things();
        for (int i = 0; i < count; i++) snapshots.computeIfAbsent(in.number(), pid -> new ArrayList<>()).add(new Find(entries.size() - 1, part, i));
    }

    public Path file() { return file; }

    /** What ran, as its user knows it; may be empty. */
    public String program() { return program; }

    /** What is wrong with the file, though not with what of it can be shown; empty as a rule. */
    public Optional<String> remark() { return Optional.ofNullable(remark); }

    /** How many moments there are, 1 at least. */
    public int size() { return entries.size(); }

    /** @param index from 0 */
    public Moment moment(int index) { return entries.get(index).moment(); }

    /** Processes that were looked into at some moment. */
    public int lookedInto() { return snapshots.size(); }

    /** @throws IllegalStateException if the file is damaged there */
    public synchronized Population population(int index) {
        int known = index;
        while (!unpacked.containsKey(known) && !entries.get(known).whole()) known--;
        Population population = unpacked.get(known);
        for (int i = population == null ? known : known + 1; i <= index; i++) {
            population = unpack(i, i == known && entries.get(i).whole() ? null : population);
            unpacked.put(i, population);
        }
        forgetOld(population);
        return population;
    }

    private Population unpack(int index, Population before) {
        Location part = entries.get(index).population();
        try {
            FieldReader in = parts.open(part);
            return PopulationCodec.read(in, in.flag() ? null : before);
        } catch (DamagedException e) {
            throw new IllegalStateException("the recording is damaged in the part that begins at byte " + part.at() + ": " + e.getMessage(), e);
        }
    }

    private void forgetOld(Population needed) {
        long rows = unpacked.values().stream().mapToLong(Population::size).sum();
        var oldest = unpacked.values().iterator();
        while (rows > KEPT_ROWS && unpacked.size() > 2 && oldest.hasNext()) {
            Population candidate = oldest.next();
            if (candidate == needed) continue;
            rows -= candidate.size();
            oldest.remove();
        }
    }

    /** The latest snapshot of a process at or before a moment. @throws IllegalStateException if the file is damaged there */
    Optional<Taken> snapshot(int moment, long pid) {
        Find latest = null;
        for (Find find : snapshots.getOrDefault(pid, List.of())) if (find.moment() <= moment) latest = find;
        if (latest == null) return Optional.empty();
        try {
            FieldReader in = parts.open(latest.part());
            int count = in.things();
            for (int i = 0; i < count; i++) in.number();
            ProcessSnapshot snapshot = null;
            for (int i = 0; i <= latest.at(); i++) snapshot = SnapshotCodec.read(in);
            return Optional.of(new Taken(latest.moment(), snapshot));
        } catch (DamagedException e) {
            throw new IllegalStateException("the recording is damaged in the part that begins at byte " + latest.part().at() + ": " + e.getMessage(), e);
        }
    }

    /** A snapshot and the moment it belongs to. */
    record Taken(int moment, ProcessSnapshot snapshot) {}
}
