package dev.ithaca.vm.cli;

import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.service.GoldenProgram;
import dev.ithaca.vm.service.GoldenRunner;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code nostos test}: runs the test blocks and golden programs at or below a path, all in this JVM. */
final class TestCommand {
    private final NostosCompiler compiler;
    private final PrintStream out;

    TestCommand(NostosCompiler compiler, PrintStream out) {
        this.compiler = compiler;
        this.out = out;
    }

    int execute(Arguments arguments) throws LoadException, InterruptedException {
        Path root = arguments.target();
        GoldenProgram.Found found = GoldenProgram.find(root);
        VmOptions options = VmOptions.standard().withSlice(arguments.slice()).withSliceSeed(arguments.sliceSeed());
        var runner = new GoldenRunner(compiler, arguments.workers(), options, Duration.ofSeconds(arguments.seconds()));
        List<GoldenRunner.Result> results = runner.run(found.programs(), result -> report(root, result));
        long passed = results.stream().mapToLong(TestCommand::passed).sum();
        long failed = results.stream().mapToLong(TestCommand::all).sum() - passed;
        out.println(passed + " passed, " + failed + " failed, " + found.skipped() + " skipped");
        return failed == 0 ? 0 : 1;
    }

    /** Test blocks count each, other programs as one. */
    private static long all(GoldenRunner.Result result) { return Math.max(1, result.tests().size()); }

    private static long passed(GoldenRunner.Result result) {
        return result.tests().isEmpty() ? result.passed() ? 1 : 0 : result.tests().stream().filter(GoldenRunner.TestResult::passed).count();
    }

    /** A line for each test block, and for other programs that failed. */
    private void report(Path root, GoldenRunner.Result result) {
        Path target = result.program().target();
        Path shown = target.equals(root) ? target : root.relativize(target);
        for (GoldenRunner.TestResult test : result.tests()) {
            out.println((test.passed() ? "ok   " : "FAIL ") + shown + ": " + test.title() + (test.passed() ? "" : ": " + test.problem()));
        }
        if (result.tests().isEmpty() && !result.passed()) out.println("FAIL " + shown + ": " + result.problem());
        out.flush();
    }
}
