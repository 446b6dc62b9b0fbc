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

/** Every golden program, as it comes and unwound at every safepoint. */
class GoldenProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/golden");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> runAsWritten() throws Exception { return tests(VmOptions.DEFAULT_SLICE); }

    @TestFactory
    Stream<DynamicTest> runUnwoundAtEverySafepoint() throws Exception { return tests(1); }

    private static Stream<DynamicTest> tests(int slice) throws Exception {
        var runner = new GoldenRunner(Nostos.compiler(), 1, slice, LIMIT);
        return GoldenProgram.find(PROGRAMS).programs().stream().map(program ->
                dynamicTest(PROGRAMS.relativize(program.target()).toString(), () -> {
                    GoldenRunner.Result result = runner.run(List.of(program), _ -> {}).getFirst();
                    assertThat(result.problem()).isNull();
                }));
    }
}
