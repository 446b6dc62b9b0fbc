package dev.ithaca.vm.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.code.Lowering;
import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.MachineConfig;
import dev.ithaca.vm.runtime.SystemMessages;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.MvarSymbol;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles functions and runs them on a real machine with slices of a given length. */
final class CompiledProgram implements AutoCloseable {
    /** So small that every function is cut into chunks. */
    private static final int TINY_METHODS = 60;

    final Linker linker;
    final Machine machine;

    CompiledProgram(int slice, MvarSymbol... mvars) { this(slice, Linker.HOTSPOT_METHOD_LIMIT, mvars); }

    CompiledProgram(int slice, int methodLimit, MvarSymbol... mvars) {
        linker = new Linker(new Lowering()::lower, List.of(mvars), methodLimit);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        machine = new Machine(new MachineConfig(1, slice, 10_000_000, List.of(), InputStream.nullInputStream(), nowhere, nowhere,
                List.of(mvars).stream().map(MvarSymbol::name).toList(), linker, SystemMessages.tuples(), false, false));
    }

    Completion complete(FunctionInstance main) {
        machine.start(List.of(), linker.closure(main));
        return machine.completion().orTimeout(90, TimeUnit.SECONDS).join();
    }

    /** The boxed value of main, which is run in one method per function and in chunks. */
    static Object run(int slice, FunctionInstance main, MvarSymbol... mvars) {
        try (var program = new CompiledProgram(slice, mvars); var chunked = new CompiledProgram(slice, TINY_METHODS, mvars)) {
            Completion completion = program.complete(main);
            assertThat(completion.report()).isNull();
            assertThat(Display.show(chunked.complete(main).value())).isEqualTo(Display.show(completion.value()));
            return completion.value();
        }
    }

    /** The boxed value of main. */
    static Object runOnce(int slice, FunctionInstance main) {
        try (var program = new CompiledProgram(slice)) {
            Completion completion = program.complete(main);
            assertThat(completion.report()).isNull();
            return completion.value();
        }
    }

    /** The report of a main that crashes, both ways. */
    static String crash(int slice, FunctionInstance main) {
        try (var program = new CompiledProgram(slice); var chunked = new CompiledProgram(slice, TINY_METHODS)) {
            String report = program.complete(main).report();
            assertThat(chunked.complete(main).report()).isEqualTo(report);
            return report;
        }
    }

    @Override public void close() { machine.stop(); }
}
