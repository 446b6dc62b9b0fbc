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

/** {@code nostos test}: runs the golden programs at or below a path, all in this JVM. */
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
        long passed = results.stream().filter(GoldenRunner.Result::passed).count();
        long failed = results.size() - passed;
        out.println(passed + " passed, " + failed + " failed, " + found.skipped() + " skipped");
        return failed == 0 ? 0 : 1;
    }

    private void report(Path root, GoldenRunner.Result result) {
        if (result.passed()) return;
        Path target = result.program().target();
        Path shown = target.equals(root) ? target : root.relativize(target);
        out.println("FAIL " + shown + ": " + result.problem());
        out.flush();
    }
}
