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
 * error while running, and the same result unwound at every safepoint.
 *
 * <p>More programs, from a seed of one's choice: {@code mvn -pl vm test -Dtest=GeneratedProgramsTest
 * -Dgenerated.programs=100000 -Dgenerated.seed=1}.
 */
class GeneratedProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("generated.programs", 200);
    private static final long FIRST_SEED = Long.getLong("generated.seed", 1);
    private static final int LIMIT_SECONDS = 120;

    private final NostosCompiler compiler = Nostos.compiler();

    @Test
    void whatChecksRuns() throws Exception {
        var problems = new ArrayList<String>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS && problems.size() < 10; seed++) {
            String text = ProgramGenerator.program(seed);
            String problem = problem(text);
            if (problem != null) problems.add("seed " + seed + ": " + problem + "\n" + text);
        }
        assertThat(problems).isEmpty();
    }

    private String problem(String text) throws Exception {
        Compilation compilation;
        try {
            compilation = compiler.compile(ProgramSource.single(new SourceFile("generated.nos", text)));
        } catch (RuntimeException | StackOverflowError e) {
            return "the compiler fails with " + e;
        }
        if (!compilation.succeeded()) return "rejected: " + firstError(compilation.diagnostics());
        String whole = run(compilation, VmOptions.DEFAULT_SLICE);
        if (isInternal(whole)) return whole;
        String unwound = run(compilation, 1);
        return whole.equals(unwound) ? null : "not the same when unwound: " + whole + " and " + unwound;
    }

    private static String firstError(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).map(d -> new DiagnosticRenderer(false).render(d)).findFirst().orElseThrow();
    }

    private static String run(Compilation compilation, int slice) throws Exception {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        VmOptions options = VmOptions.standard().withWorkers(1).withSlice(slice).withStreams(InputStream.nullInputStream(), nowhere, nowhere);
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
