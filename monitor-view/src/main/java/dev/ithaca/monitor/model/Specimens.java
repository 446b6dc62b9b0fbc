package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;
import java.util.stream.LongStream;

/** Processes that never ran, for rows and code to be made ready with before the first real ones come. */
public final class Specimens {
    /** Processes by the thousand stand at a few places. */
    private static final int LINES = 40;
    private static final ProcessStatus[] LIVING = {ProcessStatus.WAITING, ProcessStatus.RUNNING, ProcessStatus.RUNNABLE, ProcessStatus.SLEEPING};

    private Specimens() {}

    /** @param round later rounds have worked more */
    public static Population population(int round, int size) {
        List<ProcessInfo> processes = LongStream.rangeClosed(1, size).mapToObj(pid -> new ProcessInfo(pid,
                pid % 5 == 0 ? "name" : null, LIVING[(int) pid % LIVING.length], (int) pid,
                pid * 1_000 * round, 1_000 * pid, pid / 2, 1, "function", "function", "main.nos", 1 + (int) (pid % LINES), 0,
                1_000 * round, null)).toList();
        return Population.of(processes, System.nanoTime());
    }

    public static Listing listing(int size) { return ListingQuery.all().run(ProcessSample.take(population(1, size), null)); }
}
