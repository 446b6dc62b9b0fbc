package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes moment after moment. What was written stays readable whatever happens next. For one thread. */
final class RecordingWriter implements Closeable {
    /** A reader has to go through as many populations to come to a moment, at most. */
    static final int WHOLE_EVERY = 10;

    private final PartWriter parts;
    private Population before;
    private int moments;

    /** @param program what ran, as the user knows it: a file or folder; may be empty */
    RecordingWriter(Path file, String program) throws IOException {
        parts = new PartWriter(file);
        parts.write(Part.PROGRAM, out -> {
            out.text(program);
            out.number(System.currentTimeMillis());
        });
    }

    long bytes() { return parts.bytes(); }

    int moments() { return moments; }

    void add(Moment moment, Population now) throws IOException {
        Population base = moments % WHOLE_EVERY == 0 ? null : before;
        parts.write(Part.MOMENT, moment::write);
        parts.write(Part.POPULATION, out -> {
            out.flag(base == null);
            PopulationCodec.write(out, now, base);
        });
        before = now;
        moments++;
    }

    /** Of processes at the moment that was added last. */
    void add(List<ProcessSnapshot> snapshots) throws IOException {
        if (snapshots.isEmpty()) return;
        parts.write(Part.SNAPSHOTS, out -> {
            // first the pids, so that a reader finds them without unpacking the rest
            out.count(snapshots.size());
            for (ProcessSnapshot snapshot : snapshots) out.number(snapshot.info().pid());
            for (ProcessSnapshot snapshot : snapshots) SnapshotCodec.write(out, snapshot);
        });
    }

    /** Says that nothing is missing. */
    void finish() throws IOException { parts.write(Part.END, out -> out.count(moments)); }

    @Override public void close() throws IOException { parts.close(); }
}
