package dev.ithaca.vm;

import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs functions that are added to the source of a program on a machine of their own, so that they may use everything that the
 * program may use and cannot disturb it.
 */
final class Aside {
    private static final long PATIENCE_SECONDS = 5;

    /**
     * @param problem why there is no value, in one sentence; else null
     * @param compiled whether it came as far as being run
     */
    record Result(Object value, String problem, boolean compiled) {
        static Result refused(String problem) { return new Result(null, problem, true); }
    }

    /** Does something to the machine once its first process runs. */
    interface Preparation {
        Preparation NONE = machine -> { };

        /** @throws ForeignValues.Unfit if nothing is to come of it */
        void prepare(Machine machine) throws InterruptedException;
    }

    private final ProgramSource source;
    private final NostosCompiler compiler;

    Aside(ProgramSource source, NostosCompiler compiler) {
        this.source = source;
        this.compiler = compiler;
    }

    /** The module of the entry function. */
    String entryModule() {
        int dot = source.entry().lastIndexOf('.');
        return dot < 0 ? "" : source.entry().substring(0, dot);
    }

    /** The module written in a file; that of the entry function if there is none. */
    String moduleOf(String file) {
        return source.units().stream().filter(unit -> unit.file().name().equals(file)).map(ProgramSource.Unit::module).findFirst()
                .orElseGet(this::entryModule);
    }

    /**
     * Adds code to a module, calls a function of it without arguments, and waits for its value.
     *
     * @param function its name within the module
     */
    Result run(String module, String code, String function, Preparation preparation) {
        Compilation compilation = compiler.compile(with(module, code, function));
        if (compilation.program().isEmpty()) return new Result(null, problem(compilation.diagnostics()), false);
        Completion end;
        try (var running = (RunningProgram) compilation.program().get().start(options())) {
            preparation.prepare(running.machine());
            end = running.completion().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ForeignValues.Unfit unfit) {
            return Result.refused(unfit.getMessage());
        } catch (TimeoutException endless) {
            return Result.refused("The expression was not evaluated within " + PATIENCE_SECONDS + " seconds");
        } catch (ExecutionException failed) {
            return Result.refused(String.valueOf(failed.getCause().getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.refused("Interrupted");
        }
        if (end.kind() == Completion.Kind.RETURNED) return new Result(end.value(), null, true);
        return Result.refused(end.report() == null ? "The expression gave no value" : end.report().strip().lines().findFirst().orElse(""));
    }

    private ProgramSource with(String module, String code, String function) {
        var units = new ArrayList<ProgramSource.Unit>();
        for (ProgramSource.Unit unit : source.units()) {
            boolean extended = unit.module().equals(module);
            units.add(!extended ? unit : new ProgramSource.Unit(module, new SourceFile(unit.file().name(), unit.file().text() + code)));
        }
        return new ProgramSource(units, module.isEmpty() ? function : module + "." + function);
    }

    private static VmOptions options() {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), silent, silent).withCrashStops(true);
    }

    private static String problem(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).findFirst()
                .map(error -> error.message() + (error.help() == null ? "" : " (" + error.help() + ")")).orElse("No value");
    }
}
