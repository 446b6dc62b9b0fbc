package dev.ithaca.vm.runtime;

import dev.ithaca.vm.code.Lowering;
import dev.ithaca.vm.jvm.Linker;
import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.ProgramChecker;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A machine with one worker that runs functions of a Nostos program again and again, so that benchmarks measure compiled
 * code on the real engine. Handing a run to the worker and back takes some 50 µs: let one run take milliseconds.
 */
public final class BenchMachine implements AutoCloseable {
    private final CheckedProgram program;
    private final Linker linker = new Linker(new Lowering()::lower, List.of());
    private final Machine machine;

    /** @param source a single-file program without module variables */
    public BenchMachine(String source, int slice) {
        ParseResult parsed = Parser.parse(new SourceFile("bench.nos", source));
        program = new ProgramChecker(new Library()).check(List.of(new Checker.Unit("", parsed.module())));
        if (!parsed.diagnostics().isEmpty() || !program.diagnostics().isEmpty()) {
            throw new IllegalArgumentException(parsed.diagnostics() + " " + program.diagnostics());
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        machine = new Machine(new MachineConfig(1, slice, 10_000_000, List.of(), InputStream.nullInputStream(), nowhere, nowhere,
                List.of(), linker, SystemMessages.tuples(), false, false));
        machine.start(List.of(), new Runner.Waiting());
    }

    /** A function without parameters. */
    public Closure function(String name) { return linker.closure(program.entry(name).orElseThrow()); }

    /** Runs a function in a process of its own and waits for its result, boxed. */
    public Object run(Closure function) {
        var result = new CompletableFuture<Object>();
        machine.launch(machine.prepare(machine.main(), new Runner(function, result).start()), null);
        return result.join();
    }

    @Override public void close() { machine.stop(); }

    /** Calls a closure and completes a future with what it returns. */
    private static final class Runner extends CompiledCode {
        private final Closure function;
        private final CompletableFuture<Object> result;

        private Runner(Closure function, CompletableFuture<Object> result) {
            this.function = function;
            this.result = result;
        }

        private abstract static class Start extends Closure {
            @Override public int arity() { return 0; }

            @Override public String name() { return "bench"; }

            @Override public String signature() { return "bench/"; }
        }

        /** The main process: the machine ends with it. */
        private static final class Waiting extends Start {
            @Override public Object call(Process p) {
                p.mailboxWait(p.mailboxStart(), Long.MAX_VALUE);
                p.save(new Mark(new Runner(null, null)));
                return null;
            }
        }

        private static final class Mark extends Frame {
            private Mark(Runner code) { super(code, 0); }

            @Override public long bits(int i) { throw new IndexOutOfBoundsException(i); }

            @Override public Object ref(int i) { throw new IndexOutOfBoundsException(i); }
        }

        private Closure start() {
            return new Start() {
                @Override public Object call(Process p) {
                    Object value = null;
                    try {
                        value = function.call(p);
                    } catch (NostosException e) {
                        result.completeExceptionally(e);
                    }
                    if (p.unwinding) p.save(new Mark(Runner.this));
                    else result.complete(value);
                    return null;
                }
            };
        }

        @Override public void resume(Process p, Frame frame) {
            NostosException error = p.pending;
            if (error != null) result.completeExceptionally(error);
            p.checkPending();
            result.complete(p.takeRef());
            p.returnRef(null);
        }

        @Override public boolean catches(int site) { return true; }

        @Override public CodeLocation location(int site) { return null; }

        @Override public List<FrameVariable> variables(Frame frame) { return List.of(); }

        @Override public CodeLocation locationOfLine(int javaLine) { return null; }
    }
}
