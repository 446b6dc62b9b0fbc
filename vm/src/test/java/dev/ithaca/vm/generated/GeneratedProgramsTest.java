package dev.ithaca.vm.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.DiagnosticRenderer;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Well-typed programs check, and what checks runs: no failure in lowering, code generation or verification, no internal
 * error while running, and the same result unwound at every safepoint and at random ones.
 *
 * <p>More programs, from a seed of one's choice: {@code mvn -pl vm test -Dtest=GeneratedProgramsTest
 * -Dgenerated.programs=100000 -Dgenerated.seed=1}.
 */
class GeneratedProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("generated.programs", 200);
    private static final long FIRST_SEED = Long.getLong("generated.seed", 1);
    private static final int LONGEST_SLICE = 64;
    private static final int LIMIT_SECONDS = 120;

    private final NostosCompiler compiler = Nostos.compiler();

    @Test
    void whatChecksRuns() throws Exception {
        var problems = new ArrayList<String>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS && problems.size() < 10; seed++) {
            String text = ProgramGenerator.program(seed);
            String problem = problem(text, seed);
            if (problem != null) problems.add("seed " + seed + ": " + problem + "\n" + text);
        }
        assertThat(problems).isEmpty();
    }

    private String problem(String text, long seed) throws Exception {
        Compilation compilation;
        try {
            compilation = compiler.compile(ProgramSource.single(new SourceFile("generated.nos", text)));
        } catch (RuntimeException | StackOverflowError e) {
            return "the compiler fails with " + e;
        }
        if (!compilation.succeeded()) return "rejected: " + firstError(compilation.diagnostics());
        VmOptions options = VmOptions.standard().withWorkers(1);
        String whole = run(compilation, options);
        if (isInternal(whole)) return whole;
        String unwound = run(compilation, options.withSlice(1));
        if (!whole.equals(unwound)) return "not the same when unwound: " + whole + " and " + unwound;
        String cut = run(compilation, options.withSlice(LONGEST_SLICE).withSliceSeed(seed + 1));
        return whole.equals(cut) ? null : "not the same when unwound at random: " + whole + " and " + cut;
    }

    private static String firstError(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).map(d -> new DiagnosticRenderer(false).render(d)).findFirst().orElseThrow();
    }

    private static String run(Compilation compilation, VmOptions slices) throws Exception {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        VmOptions options = slices.withStreams(InputStream.nullInputStream(), nowhere, nowhere);
        try (VirtualMachine machine = compilation.program().orElseThrow().start(options)) {
            Outcome outcome = machine.outcome().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return outcome.kind() + " " + (outcome.kind() == Outcome.Kind.FAILED ? outcome.report().lines().findFirst().orElse("")
                    : outcome.result());
        } catch (TimeoutException e) {
            return "FAILED internal error: no end in sight";
        }
    }

    /** A type error of a checked program is as wrong as a Java exception. */
    private static boolean isInternal(String outcome) {
        return outcome.startsWith("FAILED") && (outcome.contains("internal error") || outcome.contains("Type error"));
    }
}
