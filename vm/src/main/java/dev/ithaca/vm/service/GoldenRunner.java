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
     * @param problem null if it passed
     * @param tests how each of its test blocks did, in the order of the text; empty if there are none or they could not run
     */
    public record Result(GoldenProgram program, String problem, List<TestResult> tests) {
        Result(GoldenProgram program, String problem) { this(program, problem, List.of()); }

        public boolean passed() { return problem == null; }
    }

    /** How one test block did; problem is null if it passed. */
    public record TestResult(String title, String problem) {
        public boolean passed() { return problem == null; }
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

    /** Results in the order of the programs; each is also given to {@code observer} as soon as it and all before it are known. */
    public List<Result> run(List<GoldenProgram> programs, Consumer<Result> observer) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(parallelism)) {
            List<Future<Result>> pending = programs.stream().map(p -> pool.submit(() -> runOne(p))).toList();
            var results = new ArrayList<Result>();
            for (Future<Result> future : pending) {
                Result result = future.get();
                observer.accept(result);
                results.add(result);
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
            Compilation compiled = compilation.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (program.testsOnly() && !compiled.tests().isEmpty()) return withTests(program, compiled, deadline);
            if (!compiled.succeeded()) return judgeError(program, render(compiled.diagnostics()));
            return execute(program, compiled, deadline);
        } catch (TimeoutException e) {
            return new Result(program, "compiling took longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoadException load) return judgeError(program, load.getMessage());
            return new Result(program, "the compiler failed: " + describe(e.getCause()));
        }
    }

    /** Runs all test blocks in source order. */
    private Result withTests(GoldenProgram program, Compilation compiled, long deadline) throws InterruptedException {
        List<TestResult> tests = new ArrayList<>();
        for (Compilation.TestBlock test : compiled.tests()) tests.add(new TestResult(test.title(), problem(test, deadline)));
        return new Result(program, tests.stream().filter(t -> !t.passed()).findFirst().map(t -> "test \"" + t.title() + "\": " + t.problem()).orElse(null), tests);
    }

    /** Null if the test passes. */
    private String problem(Compilation.TestBlock test, long deadline) throws InterruptedException {
        VmOptions silent = options.withStreams(InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()));
        try (VirtualMachine machine = test.program().start(silent)) {
            Outcome outcome = machine.outcome().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (outcome.kind() == Outcome.Kind.FAILED) return firstLine(outcome.report());
            return "false".equals(outcome.result()) ? "is false" : null;
        } catch (TimeoutException e) {
            return "ran longer than " + limit.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "the machine failed: " + describe(e.getCause());
        }
    }

    private Result execute(GoldenProgram program, Compilation compiled, long deadline) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var output = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        try (VirtualMachine machine = compiled.program().orElseThrow().start(options.withStreams(InputStream.nullInputStream(), output, output))) {
            Outcome outcome = machine.outcome().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            output.flush();
            String printed = bytes.toString(StandardCharsets.UTF_8);
            return switch (outcome.kind()) {
                case FAILED -> judgeError(program, outcome.report());
                case STOPPED -> new Result(program, "was stopped");
                case COMPLETED -> judgeValue(program, lastLine(outcome.result() == null ? printed : outcome.result()));
            };
        } catch (TimeoutException e) {
            return new Result(program, "ran longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Result(program, "the machine failed: " + describe(e.getCause()));
        }
    }

    private static Result judgeValue(GoldenProgram program, String lastLine) {
        if (program.expectsError()) return new Result(program, "expected an error with " + program.errorTexts() + ", got " + lastLine);
        return program.accepts(lastLine) ? new Result(program, null)
                : new Result(program, "expected " + program.expected() + ", got " + lastLine);
    }

    private static Result judgeError(GoldenProgram program, String report) {
        if (!program.expectsError()) {
            String wanted = program.testsOnly() ? "tests to pass" : program.expected();
            return new Result(program, "expected " + wanted + ", got error: " + firstLine(report));
        }
        List<String> missing = program.errorTexts().stream().filter(t -> !report.contains(t)).toList();
        return missing.isEmpty() ? new Result(program, null)
                : new Result(program, "expected an error with " + missing + ", got error: " + firstLine(report));
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
