package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProgramDisplay;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a machine runs a program.
 *
 * @param workers scheduler threads, at least 1
 * @param sliceReductions reductions a process may spend before it gives way, at least 1 (1 unwinds at every safepoint)
 * @param sliceSeed for tests: slices have random lengths up to that many reductions, and processes unwind at the end of each;
 *     0 if all slices are equally long
 * @param maxFrames frames per process before {@code stack overflow}
 * @param commandLine what started the program: the interpreter, its options, the program, the program's own arguments
 * @param arguments the program's own arguments
 * @param crashStops whether the first crash of any process ends the program with its report
 * @param onDeadlock is told, on a thread of the machine, that all processes wait and nothing can wake one, and the program
 *     lives on; null if that ends it with a report
 * @param history whether what processes are started with and get is remembered from the start, see {@link Inspector#keepHistory}
 * @param display shows what the program inspects, and its panels; null where programs run by themselves
 */
public record VmOptions(int workers, int sliceReductions, long sliceSeed, long maxFrames, List<String> commandLine, List<String> arguments,
                        InputStream in, PrintStream out, PrintStream err, boolean crashStops, Consumer<String> onDeadlock,
                        ProgramDisplay display, boolean history) {
    public static final int DEFAULT_SLICE = 4_000;
    public static final long DEFAULT_MAX_FRAMES = 10_000_000;

    public VmOptions {
        if (workers < 1) throw new IllegalArgumentException("workers: " + workers);
        if (sliceReductions < 1) throw new IllegalArgumentException("sliceReductions: " + sliceReductions);
        commandLine = List.copyOf(commandLine);
        arguments = List.copyOf(arguments);
    }

    /** As many workers as processors, standard streams. */
    public static VmOptions standard() {
        return new VmOptions(Runtime.getRuntime().availableProcessors(), DEFAULT_SLICE, 0, DEFAULT_MAX_FRAMES, List.of(), List.of(),
                System.in, System.out, System.err, false, null, null, false);
    }

    public VmOptions withWorkers(int n) { return new VmOptions(n, sliceReductions, sliceSeed, maxFrames, commandLine, arguments, in, out, err, crashStops, onDeadlock, display, history); }

    public VmOptions withSlice(int n) { return withSlice(n, sliceSeed); }

    private VmOptions withSlice(int n, long seed) {
        return new VmOptions(workers, n, seed, maxFrames, commandLine, arguments, in, out, err, crashStops, onDeadlock, display, history);
    }

    /** Slices of random length, up to that of the options; 0 for equal ones. */
    public VmOptions withSliceSeed(long seed) { return withSlice(sliceReductions, seed); }

    public VmOptions withArguments(List<String> args) { return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, commandLine, args, in, out, err, crashStops, onDeadlock, display, history); }

    public VmOptions withCommandLine(List<String> words) {
        return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, words, arguments, in, out, err, crashStops, onDeadlock, display, history);
    }

    public VmOptions withStreams(InputStream i, PrintStream o, PrintStream e) {
        return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, commandLine, arguments, i, o, e, crashStops, onDeadlock, display, history);
    }

    public VmOptions withCrashStops(boolean stops) { return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, commandLine, arguments, in, out, err, stops, onDeadlock, display, history); }

    /** Programs that come to a stand live on, for somebody to look at. */
    public VmOptions withDeadlockListener(Consumer<String> listener) {
        return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, commandLine, arguments, in, out, err, crashStops, listener, display, history);
    }

    /** What processes are started with, and the messages they take, can be looked at afterwards. */
    public VmOptions withHistory() {
        return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, commandLine, arguments, in, out, err, crashStops, onDeadlock, display, true);
    }

    /** The program runs in an interactive environment. */
    public VmOptions withDisplay(ProgramDisplay shown) {
        return new VmOptions(workers, sliceReductions, sliceSeed, maxFrames, commandLine, arguments, in, out, err, crashStops, onDeadlock, shown, history);
    }
}
