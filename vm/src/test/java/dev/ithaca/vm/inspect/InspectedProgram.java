package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Starts programs to be looked at: without input and output, and living on while all of their processes wait. */
final class InspectedProgram {
    private static final NostosCompiler COMPILER = Nostos.compiler();

    private InspectedProgram() {}

    /** On two workers. */
    static VirtualMachine start(String text) { return start(text, VmOptions.standard().withWorkers(2)); }

    static VirtualMachine start(String text, VmOptions options) {
        var compiled = COMPILER.compile(ProgramSource.single(new SourceFile("test.nos", text)));
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return compiled.program().orElseThrow(() -> new AssertionError(compiled.diagnostics()))
                .start(options.withStreams(InputStream.nullInputStream(), silent, silent).withDeadlockListener(report -> { }));
    }

    static void untilDead(Inspector inspector, long... pids) {
        for (long pid : pids) TestMachine.until(() -> !inspector.info(pid).orElseThrow().alive());
    }

    static void send(Inspector inspector, long pid, String message) { assertThat(inspector.send(pid, message).join().problem()).isNull(); }

    static ProcessSnapshot snapshot(Inspector inspector, long pid) { return inspector.snapshot(pid, 20, 20).join().orElseThrow(); }

    static void untilWaiting(Inspector inspector, long... pids) {
        for (long pid : pids) TestMachine.until(() -> inspector.info(pid).map(i -> i.status() == ProcessStatus.WAITING).orElse(false));
    }
}
