package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Records a machine while it runs: at intervals its population, what happened meanwhile, and snapshots of the processes asked
 * for, of those that have failed, and in small programs of those that have moved. Ends by itself when the program has ended or the
 * file has grown to its limit; it can be read to the end at any time.
 */
public final class Recorder {
    /** A recording does not grow beyond. */
    public static final long MOST_BYTES = 256L << 20;
    /** As many moments, 5 hours at one a second. */
    public static final int MOST_MOMENTS = 18_000;
    /** In programs of so many processes all that have moved are looked into, in turns. */
    private static final int SMALL = 500;
    private static final int IN_TURN = 12;
    private static final int MOST_FAILED = 20;
    private static final long PATIENCE_MILLIS = 100;

    /**
     * How far it is.
     *
     * @param end why it has ended, in one sentence; null while it goes on
     */
    public record Status(Path file, int moments, long bytes, String end) {}

    private final Inspector machine;
    private final RecordingWriter out;
    private final Path file;
    private final Duration interval;
    private final Supplier<Set<Long>> wanted;
    private final Consumer<Status> listener;
    private final EventLog events = new EventLog();
    private final Turns turns = new Turns(IN_TURN);
    private final Thread thread;
    private volatile boolean stopped;
    private Population before;

    private Recorder(Inspector machine, Path file, String program, Duration interval, Supplier<Set<Long>> wanted, Consumer<Status> listener)
            throws IOException {
        this.machine = machine;
        this.file = file;
        this.interval = interval;
        this.wanted = wanted;
        this.listener = listener;
        out = new RecordingWriter(file, program);
        thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::run);
    }

    /**
     * Begins at once, on a thread of its own.
     *
     * @param program what runs, as the user knows it
     * @param wanted asked at each moment for the processes to be looked into, on the thread of the recorder
     * @param listener told after each moment and at the end, on the thread of the recorder
     * @throws IOException if the file cannot be written
     */
    public static Recorder start(Inspector machine, Path file, String program, Duration interval, Supplier<Set<Long>> wanted,
                                 Consumer<Status> listener) throws IOException {
        Recorder recorder = new Recorder(machine, file, program, interval, wanted, listener);
        recorder.thread.start();
        return recorder;
    }

    /** Ends the recording soon after; the listener hears when the file is complete. */
    public void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        Runnable unsubscribe = machine.subscribe(events);
        String end;
        try (out) {
            end = record();
            out.finish();
        } catch (IOException | RuntimeException e) {
            end = "The recording ended: " + e.getMessage();
        } finally {
            unsubscribe.run();
        }
        listener.accept(new Status(file, out.moments(), out.bytes(), end));
    }

    private String record() throws IOException {
        long next = System.nanoTime();
        try {
            while (true) {
                boolean over = look();
                listener.accept(new Status(file, out.moments(), out.bytes(), null));
                if (stopped) return "The recording was stopped";
                if (over) return "The program has ended, and with it the recording";
                if (out.bytes() >= MOST_BYTES) return "The recording ended at its limit of " + (MOST_BYTES >> 20) + " MB";
                if (out.moments() >= MOST_MOMENTS) return "The recording ended at its limit of " + MOST_MOMENTS + " moments";
                next = Math.max(next + interval.toNanos(), System.nanoTime());
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
        } catch (InterruptedException stop) {
            return "The recording was stopped";
        }
    }

    /** @return whether it was the last look: nobody is alive */
    private boolean look() throws IOException, InterruptedException {
        Population now = machine.population(EnumSet.allOf(Figure.class));
        Moment moment = events.moment(System.currentTimeMillis(), machine.statistics(), machine.deadlock().orElse(null));
        List<ProcessSnapshot> snapshots = SnapshotTaker.take(machine, worthALook(now), PATIENCE_MILLIS);
        out.add(moment, now);
        out.add(snapshots);
        before = now;
        return moment.statistics().alive() == 0;
    }

    private List<Long> worthALook(Population now) {
        Set<Long> pids = new LinkedHashSet<>();
        wanted.get().stream().filter(pid -> now.rowOf(pid) >= 0).limit(IN_TURN).forEach(pids::add);
        int failed = 0;
        for (int row = now.size() - 1; row >= now.alive() && failed < MOST_FAILED; row--) {
            if (!now.isFailed(row) || isOldDeath(now.pid(row))) continue;
            pids.add(now.pid(row));
            failed++;
        }
        if (now.size() <= SMALL) pids.addAll(turns.next(now));
        return new ArrayList<>(pids);
    }

    private boolean isOldDeath(long pid) {
        int row = before == null ? -1 : before.rowOf(pid);
        return row >= 0 && !before.isAlive(row);
    }
}
