package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Lowering;
import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.MachineConfig;
import dev.ithaca.vm.runtime.SystemMessages;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.MvarSymbol;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles functions and runs them on a real machine with slices of a given length. */
final class CompiledProgram implements AutoCloseable {
    final Linker linker;
    final Machine machine;

    CompiledProgram(int slice, MvarSymbol... mvars) {
        linker = new Linker(new Lowering()::lower, List.of(mvars));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        machine = new Machine(new MachineConfig(1, slice, 10_000_000, List.of(), InputStream.nullInputStream(), nowhere, nowhere,
                List.of(mvars).stream().map(MvarSymbol::name).toList(), linker, SystemMessages.tuples()));
    }

    Completion complete(FunctionInstance main) {
        machine.start(List.of(), linker.closure(main));
        return machine.completion().orTimeout(5, TimeUnit.SECONDS).join();
    }

    /** The value main returns, boxed; an error if it crashes. */
    static Object run(int slice, FunctionInstance main) {
        try (var program = new CompiledProgram(slice)) {
            Completion completion = program.complete(main);
            if (completion.kind() != Completion.Kind.RETURNED) throw new AssertionError(completion.report());
            return completion.value();
        }
    }

    static String crash(int slice, FunctionInstance main) {
        try (var program = new CompiledProgram(slice)) {
            return program.complete(main).report();
        }
    }

    @Override public void close() { machine.stop(); }
}
