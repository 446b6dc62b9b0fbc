package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.Program;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples in the library's documentation: {@code expression => value}, {@code expression => throws value}. */
class ExamplesTest {
    private static final String THROWS = "throws ";

    /** Where examples that write files do so. */
    @TempDir
    private static Path folder;

    private final Library library = new Library();
    private final NostosCompiler compiler = Nostos.compiler();

    @Test
    void examplesOfJavaFunctionsHold() {
        List<String> examples = new ArrayList<>();
        library.examples().values().forEach(examples::addAll);
        assertThat(failing("", examples)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> examplesOfModulesHold() {
        return library.modules().entrySet().stream().map(module -> DynamicTest.dynamicTest(module.getKey(), () -> {
            List<String> examples = module.getValue().text().lines().filter(line -> line.startsWith("# Example: "))
                    .map(line -> line.substring("# Example: ".length())).toList();
            assertThat(failing("use " + module.getKey() + ".*\n", examples)).isEmpty();
        }));
    }

    /** The examples that do not hold, or what the compiler says about them. */
    private List<String> failing(String imports, List<String> examples) {
        var program = new StringBuilder(imports);
        var main = new StringBuilder("main() = {\n    Env.setCwd(\"%s\")\n    var failed = [0 - 1]\n".formatted(folder));
        for (int i = 0; i < examples.size(); i++) {
            program.append("example%d() = %s\n".formatted(i, condition(examples.get(i))));
            main.append("    if example%d() then () else { failed = [%d | failed] }\n".formatted(i, i));
        }
        program.append(main).append("    failed\n}\n");
        SourceFile file = new SourceFile("examples.nos", program.toString());
        Compilation compiled = compiler.compile(ProgramSource.single(file));
        if (!compiled.succeeded()) {
            return compiled.diagnostics().stream().filter(Diagnostic::isError)
                    .map(d -> d.message() + " in: " + file.lineText(file.line(d.span().start()))).toList();
        }
        List<String> failed = new ArrayList<>();
        for (int index : run(compiled.program().orElseThrow())) if (index >= 0) failed.add(examples.get(index));
        return failed;
    }

    private static String condition(String example) {
        int arrow = example.lastIndexOf(" => ");
        String expression = example.substring(0, arrow);
        String value = example.substring(arrow + 4);
        return value.startsWith(THROWS)
                ? "try { %s; false } catch { e -> show(e) == show(%s) }".formatted(expression, value.substring(THROWS.length()))
                : "try { (%s) == (%s) } catch { _ -> false }".formatted(expression, value);
    }

    /** The list of numbers that main returns. */
    private static int[] run(Program program) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        VmOptions options = VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), nowhere, nowhere);
        try (VirtualMachine machine = program.start(options)) {
            Outcome outcome = machine.outcome().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(outcome.report()).isNull();
            return Pattern.compile("-?[0-9]+").matcher(outcome.result()).results().mapToInt(m -> Integer.parseInt(m.group())).toArray();
        }
    }
}
