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
record TestCommand(NostosCompiler compiler, PrintStream out) {
    int execute(Arguments arguments) throws LoadException, InterruptedException {
        Path root = arguments.target();
        GoldenProgram.Found found = GoldenProgram.find(root);
        VmOptions options = VmOptions.standard().withSlice(arguments.slice()).withSliceSeed(arguments.sliceSeed());
        var runner = new GoldenRunner(compiler, arguments.workers(), options, Duration.ofSeconds(arguments.seconds()));
        List<GoldenRunner.Result> results = runner.run(found.programs(), result -> report(root, result));
        List<GoldenRunner.Check> checks = results.stream().flatMap(result -> result.checks().stream()).toList();
        long passed = checks.stream().filter(GoldenRunner.Check::passed).count();
        long failed = checks.size() - passed;
        out.println(passed + " passed, " + failed + " failed, " + found.skipped() + " skipped");
        return failed == 0 ? 0 : 1;
    }

    /** A line for each test block, and for programs whose expectation failed. */
    private void report(Path root, GoldenRunner.Result result) {
        for (GoldenRunner.Check check : result.checks()) {
            Path file = Path.of(check.place().file());
            Path shown = file.startsWith(root) && !file.equals(root) ? root.relativize(file) : file;
            String what = check.isBlock() ? shown + ": " + check.title() : shown.toString();
            if (!check.passed()) out.println("FAIL " + what + ": " + check.problem());
            else if (check.isBlock()) out.println("ok   " + what);
        }
        out.flush();
    }
}
