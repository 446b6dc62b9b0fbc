package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Writes the state of a machine at this moment to a file: all processes with their figures, and of up to 2,000 their stacks,
 * values and mailboxes. Of more, those asked for, the failed, the named, those with the largest mailboxes and those that have
 * worked most go first. Takes 20 seconds at most.
 */
public final class StateSaver {
    /** Ending of the files. */
    public static final String ENDING = ".nosdump";
    /** Processes of which more than the figures is kept. */
    public static final int MOST_SNAPSHOTS = 2_000;
    private static final int AT_ONCE = 32;
    private static final long PATIENCE_MILLIS = 300;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long MOST_BYTES = 100L << 20;

    /** How far it is. Called on the thread that saves. */
    @FunctionalInterface
    public interface Progress {
        /** @return false to give up */
        boolean at(int done, int of);
    }

    /** What was written. @param snapshots processes of which more than the figures is kept */
    public record Saved(Path file, int processes, int snapshots, long bytes) {}

    private StateSaver() {}

    /**
     * Takes a while: not for threads that must not wait. The file appears when it is complete.
     *
     * @param program what runs, as the user knows it
     * @param wanted processes that must be among those kept in full
     * @throws CancellationException if {@code progress} gave up
     * @throws IOException if the file cannot be written
     */
    public static Saved save(Inspector machine, Path file, String program, Set<Long> wanted, Progress progress) throws IOException, InterruptedException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Saved saved = write(machine, unfinished, file, program, wanted, progress);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return saved;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Saved write(Inspector machine, Path unfinished, Path file, String program, Set<Long> wanted, Progress progress)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + MOST_NANOS;
        try (var out = new RecordingWriter(unfinished, program)) {
            Population population = machine.population(EnumSet.allOf(Figure.class));
            out.add(new Moment(System.currentTimeMillis(), machine.statistics(), machine.deadlock().orElse(null), List.of(), 0), population);
            List<Long> pids = Choice.of(population, wanted, MOST_SNAPSHOTS);
            int snapshots = 0;
            for (int from = 0; from < pids.size() && System.nanoTime() < end && out.bytes() < MOST_BYTES; from += AT_ONCE) {
                if (!progress.at(from, pids.size())) throw new CancellationException("saving was given up");
                List<ProcessSnapshot> taken = SnapshotTaker.take(machine, pids.subList(from, Math.min(pids.size(), from + AT_ONCE)), PATIENCE_MILLIS);
                out.add(taken);
                snapshots += taken.size();
            }
            out.finish();
            return new Saved(file, population.size(), snapshots, out.bytes());
        }
    }
}
