package dev.ithaca.vm.runtime;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a machine needs to know.
 *
 * @param workers scheduler threads, at least 1
 * @param slice reductions per slice, at least 1
 * @param sliceSeed for slices of random length, up to that many reductions; 0 if all are equally long
 * @param maxFrames heap frames per process before {@code stack overflow}
 * @param commandLine the interpreter, its options, the program, and its arguments
 * @param mvars names of the module variables, by their index
 * @param crashStops whether the first crash of any process ends the program
 * @param findsDeadlock whether somebody wants to know when all processes wait and nothing can wake one
 * @param host the interactive environment; null if there is none
 * @param history whether it remembers from the start what processes were started with and the messages they took last
 * @param onDeadlock is told then, on a worker, and the program lives on; null if it is to end
 */
public record MachineConfig(int workers, int slice, long sliceSeed, long maxFrames, List<String> commandLine, List<String> arguments,
                            InputStream in, PrintStream out, PrintStream err, List<String> mvars, StackDecoder decoder, SystemMessages messages,
                            boolean crashStops, boolean findsDeadlock, Consumer<String> onDeadlock, TypeDirectory types, Host host, boolean history) {
    public MachineConfig {
        if (workers < 1) throw new IllegalArgumentException("workers: " + workers);
        if (slice < 1) throw new IllegalArgumentException("slice: " + slice);
        commandLine = List.copyOf(commandLine);
        arguments = List.copyOf(arguments);
        mvars = List.copyOf(mvars);
    }

    /** For programs that ask nothing about their types. */
    public MachineConfig(int workers, int slice, long maxFrames, List<String> arguments, InputStream in, PrintStream out,
                         PrintStream err, List<String> mvars, StackDecoder decoder, SystemMessages messages,
                         boolean crashStops, boolean findsDeadlock) {
        this(workers, slice, 0, maxFrames, List.of(), arguments, in, out, err, mvars, decoder, messages, crashStops, findsDeadlock,
                null, TypeDirectory.none(), null, false);
    }
}
