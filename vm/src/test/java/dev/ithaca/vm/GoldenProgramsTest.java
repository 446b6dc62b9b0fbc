package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ithaca.vm.service.GoldenProgram;
import dev.ithaca.vm.service.GoldenRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every golden program: as it comes, unwound at every safepoint, and unwound at random ones. Other random ones with
 * {@code -Dgolden.seed=N}.
 */
class GoldenProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/golden");
    private static final long SEED = Long.getLong("golden.seed", 1);
    private static final int LONGEST = 64;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> runAsWritten() throws Exception { return tests(VmOptions.standard(), ""); }

    @TestFactory
    Stream<DynamicTest> runUnwoundAtEverySafepoint() throws Exception { return tests(VmOptions.standard().withSlice(1), ""); }

    @TestFactory
    Stream<DynamicTest> runUnwoundAtRandom() throws Exception {
        return tests(VmOptions.standard().withSlice(LONGEST).withSliceSeed(SEED), " with seed " + SEED);
    }

    private static Stream<DynamicTest> tests(VmOptions options, String how) throws Exception {
        var runner = new GoldenRunner(Nostos.compiler(), 1, options, LIMIT);
        return GoldenProgram.find(PROGRAMS).programs().stream().map(program ->
                dynamicTest(PROGRAMS.relativize(program.target()) + how, () -> {
                    GoldenRunner.Result result = runner.run(List.of(program), _ -> {}).getFirst();
                    assertThat(result.problem()).isNull();
                }));
    }
}
