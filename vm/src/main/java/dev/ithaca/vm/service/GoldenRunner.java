package dev.ithaca.vm.service;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.project.ProgramLoader;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.DiagnosticRenderer;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs golden programs in this JVM, each on a machine of its own and for a limited time. */
public final class GoldenRunner {
    /**
     * How one program did.
     *
     * @param checks its expectation, if it states one, then its test blocks in the order of the text; one that failed if
     *               the program cannot be compiled
     */
    public record Result(GoldenProgram program, List<Check> checks) {
        public boolean passed() { return checks.stream().allMatch(Check::passed); }

        /** What is wrong first; null if it passed. */
        public String problem() { return checks.stream().filter(check -> !check.passed()).findFirst().map(Check::told).orElse(null); }
    }

    /**
     * How one test block, or what a program expects of itself, did.
     *
     * @param title of the test block; empty for what the program as a whole states
     * @param problem null if it passed
     */
    public record Check(String title, Location place, String problem) {
        public boolean passed() { return problem == null; }

        public boolean isBlock() { return !title.isEmpty(); }

        private String told() { return isBlock() ? "test \"" + title + "\": " + problem : problem; }
    }

    private final NostosCompiler compiler;
    private final int parallelism;
    private final VmOptions options;
    private final Duration limit;

    /** @param options how to run the programs; the streams do not matter */
    public GoldenRunner(NostosCompiler compiler, int parallelism, VmOptions options, Duration limit) {
        this.compiler = compiler;
        this.parallelism = parallelism;
        this.options = options;
        this.limit = limit;
    }

    /** Interrupted, it ends what runs. Results are in the order of the programs; each is also given to {@code observer} as soon as it and all before it are known. */
    public List<Result> run(List<GoldenProgram> programs, Consumer<Result> observer) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(parallelism)) {
            List<Future<Result>> pending = programs.stream().map(p -> pool.submit(() -> runOne(p))).toList();
            var results = new ArrayList<Result>();
            try {
                for (Future<Result> future : pending) {
                    Result result = future.get();
                    observer.accept(result);
                    results.add(result);
                }
            } catch (InterruptedException stopped) {
                pool.shutdownNow();
                throw stopped;
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Compiling has the same time limit as running: a compiler that hangs is a failure like any other. */
    private Result runOne(GoldenProgram program) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        var compilation = new FutureTask<>(() -> compiler.compile(new ProgramLoader().load(program.target(), Optional.empty()).source()));
        Thread.ofPlatform().daemon().name("golden-compile").start(compilation);
        try {
            return new Result(program, checks(program, compilation.get(limit.toNanos(), TimeUnit.NANOSECONDS), deadline));
        } catch (TimeoutException e) {
            return whole(program, "compiling took longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoadException load) return whole(program, judgeError(program, load.getMessage()));
            return whole(program, "the compiler failed: " + describe(e.getCause()));
        }
    }

    private static Result whole(GoldenProgram program, String problem) { return new Result(program, List.of(new Check("", program.stated(), problem))); }

    private List<Check> checks(GoldenProgram program, Compilation compiled, long deadline) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        boolean untestable = compiled.tests().isEmpty() && !compiled.succeeded();
        if (!program.testsOnly() || untestable) checks.add(new Check("", program.stated(), problem(program, compiled, deadline)));
        for (Compilation.TestBlock test : compiled.tests()) {
            Location place = new Location(test.file().name(), test.file().line(test.span().start()), test.file().column(test.span().start()));
            checks.add(new Check(test.title(), place, problem(test, deadline)));
        }
        return checks;
    }

    /** Null if the test passes. */
    private String problem(Compilation.TestBlock test, long deadline) throws InterruptedException {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        try (VirtualMachine machine = test.program().start(options.withStreams(InputStream.nullInputStream(), silent, silent))) {
            Outcome outcome = await(machine, deadline);
            if (outcome.kind() == Outcome.Kind.FAILED) return firstLine(outcome.report());
            return "false".equals(outcome.result()) ? "is false" : null;
        } catch (TimeoutException e) {
            return "ran longer than " + limit.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "the machine failed: " + describe(e.getCause());
        }
    }

    /** Null if what comes of the program is what it states. */
    private String problem(GoldenProgram program, Compilation compiled, long deadline) throws InterruptedException {
        if (!compiled.succeeded()) return judgeError(program, render(compiled.diagnostics()));
        var bytes = new ByteArrayOutputStream();
        var output = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        try (VirtualMachine machine = compiled.program().orElseThrow().start(options.withStreams(InputStream.nullInputStream(), output, output))) {
            Outcome outcome = await(machine, deadline);
            output.flush();
            String printed = bytes.toString(StandardCharsets.UTF_8);
            return switch (outcome.kind()) {
                case FAILED -> judgeError(program, outcome.report());
                case STOPPED -> "was stopped";
                case COMPLETED -> judgeValue(program, lastLine(outcome.result() == null ? printed : outcome.result()));
            };
        } catch (TimeoutException e) {
            return "ran longer than " + limit.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "the machine failed: " + describe(e.getCause());
        }
    }

    private static Outcome await(VirtualMachine machine, long deadline) throws InterruptedException, ExecutionException, TimeoutException {
        return machine.outcome().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private static String judgeValue(GoldenProgram program, String lastLine) {
        if (program.expectsError()) return "expected an error with " + program.errorTexts() + ", got " + lastLine;
        return program.accepts(lastLine) ? null : "expected " + program.expected() + ", got " + lastLine;
    }

    private static String judgeError(GoldenProgram program, String report) {
        if (!program.expectsError()) {
            String wanted = program.testsOnly() ? "tests to pass" : program.expected();
            return "expected " + wanted + ", got error: " + firstLine(report);
        }
        List<String> missing = program.errorTexts().stream().filter(t -> !report.contains(t)).toList();
        return missing.isEmpty() ? null : "expected an error with " + missing + ", got error: " + firstLine(report);
    }

    private static String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).map(d -> new DiagnosticRenderer(false).render(d))
                .collect(Collectors.joining("\n"));
    }

    private static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    private static String firstLine(String text) { return text.lines().findFirst().orElse("(no text)"); }

    /** A defect of ours, told in one line with its place. */
    private static String describe(Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        return defect + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
