package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.service.GoldenRunner.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenRunnerTest {
    @TempDir Path folder;

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<GoldenRunner.Result> run() throws Exception {
        return new GoldenRunner(Nostos.compiler(), 1, VmOptions.standard(), Duration.ofSeconds(60)).run(GoldenProgram.find(folder).programs(), _ -> { });
    }

    @Test void an_expectation_and_the_test_blocks_of_one_program_are_all_checked() throws Exception {
        write("both.nos", "add(a, b) = a + b\ntest \"right\" = assert(add(1, 2) == 3)\ntest \"wrong\" = assert(add(1, 2) == 4)\n# expect: 3\nmain() = add(1, 2)\n");
        GoldenRunner.Result result = run().getFirst();
        assertThat(result.checks()).extracting(Check::title, check -> check.place().line(), Check::passed)
                .containsExactly(tuple("", 4, true), tuple("right", 2, true), tuple("wrong", 3, false));
        assertThat(result.problem()).startsWith("test \"wrong\": ");
    }

    @Test void tests_of_a_project_see_its_modules() throws Exception {
        write("main.nos", "use util.*\nmain() = double(2)\n");
        write("util.nos", "use sub.base.*\npub double(n) = add(n, n)\n\ntest \"double\" = assert(double(2) == 4)\n");
        write("sub/base.nos", "pub add(a, b) = a + b\n\ntest \"add\" = assert(add(2, 1) == 3)\n");
        List<GoldenRunner.Result> results = run();
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().checks()).extracting(Check::title, check -> folder.relativize(Path.of(check.place().file())).toString(), check -> check.place().line(), Check::problem)
                .containsExactly(tuple("add", Path.of("sub", "base.nos").toString(), 3, null), tuple("double", "util.nos", 4, null));
    }

    @Test void a_text_that_only_looks_as_if_it_had_tests_has_nothing_to_check() throws Exception {
        write("quoted.nos", "main() = \"one\n test 'two' three\"\n");
        assertThat(run().getFirst().checks()).isEmpty();
    }
}
