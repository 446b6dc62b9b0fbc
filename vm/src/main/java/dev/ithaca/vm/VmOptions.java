package dev.ithaca.vm;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * How a machine runs a program.
 *
 * @param workers scheduler threads, at least 1
 * @param sliceReductions reductions a process may spend before it gives way, at least 1 (1 unwinds at every safepoint)
 * @param maxFrames frames per process before {@code stack overflow}
 * @param arguments the program's own arguments
 * @param crashStops whether the first crash of any process ends the program with its report
 */
public record VmOptions(int workers, int sliceReductions, long maxFrames, List<String> arguments, InputStream in,
                        PrintStream out, PrintStream err, boolean crashStops) {
    public static final int DEFAULT_SLICE = 4_000;
    public static final long DEFAULT_MAX_FRAMES = 10_000_000;

    public VmOptions {
        if (workers < 1) throw new IllegalArgumentException("workers: " + workers);
        if (sliceReductions < 1) throw new IllegalArgumentException("sliceReductions: " + sliceReductions);
        arguments = List.copyOf(arguments);
    }

    /** As many workers as processors, standard streams. */
    public static VmOptions standard() {
        return new VmOptions(Runtime.getRuntime().availableProcessors(), DEFAULT_SLICE, DEFAULT_MAX_FRAMES, List.of(),
                System.in, System.out, System.err, false);
    }

    public VmOptions withWorkers(int n) { return new VmOptions(n, sliceReductions, maxFrames, arguments, in, out, err, crashStops); }

    public VmOptions withSlice(int n) { return new VmOptions(workers, n, maxFrames, arguments, in, out, err, crashStops); }

    public VmOptions withArguments(List<String> args) { return new VmOptions(workers, sliceReductions, maxFrames, args, in, out, err, crashStops); }

    public VmOptions withStreams(InputStream i, PrintStream o, PrintStream e) {
        return new VmOptions(workers, sliceReductions, maxFrames, arguments, i, o, e, crashStops);
    }

    public VmOptions withCrashStops(boolean stops) { return new VmOptions(workers, sliceReductions, maxFrames, arguments, in, out, err, stops); }
}
