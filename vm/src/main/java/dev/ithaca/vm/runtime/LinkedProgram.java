package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.util.List;

/**
 * A program made ready to run by whoever generated its code.
 *
 * @param mvars names of the module variables, by their index
 * @param initializers in the order in which they run
 * @param main function without parameters
 */
public record LinkedProgram(List<String> mvars, List<MvarInitializer> initializers, Closure main, StackDecoder decoder,
                            SystemMessages messages, TypeDirectory types, FunctionDirectory functions, CallTracer tracer) {
    public LinkedProgram {
        mvars = List.copyOf(mvars);
        initializers = List.copyOf(initializers);
    }

    /** A program that asks nothing about its types and has no functions to be called or traced from outside. */
    public LinkedProgram(List<String> mvars, List<MvarInitializer> initializers, Closure main, StackDecoder decoder,
                         SystemMessages messages) {
        this(mvars, initializers, main, decoder, messages, TypeDirectory.none(), FunctionDirectory.none(), CallTracer.none());
    }
}
