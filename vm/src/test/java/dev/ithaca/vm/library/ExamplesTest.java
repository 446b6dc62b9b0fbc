package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.code.Lowering;
import dev.ithaca.vm.jvm.Linker;
import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.MachineConfig;
import dev.ithaca.vm.runtime.SystemMessages;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.ProgramChecker;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples in the library's documentation: {@code expression => value}, {@code expression => throws value}. */
class ExamplesTest {
    private static final String THROWS = "throws ";

    private final Library library = new Library();
    private final Checker checker = new ProgramChecker(library);

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
        var main = new StringBuilder("main() = {\n    var failed = [0 - 1]\n");
        for (int i = 0; i < examples.size(); i++) {
            program.append("example%d() = %s\n".formatted(i, condition(examples.get(i))));
            main.append("    if example%d() then () else { failed = [%d | failed] }\n".formatted(i, i));
        }
        program.append(main).append("    failed\n}\n");
        SourceFile file = new SourceFile("examples.nos", program.toString());
        CheckedProgram checked = checker.check(List.of(new Checker.Unit("", Parser.parse(file).module())));
        if (checked.hasErrors()) {
            return checked.diagnostics().stream().filter(Diagnostic::isError)
                    .map(d -> d.message() + " in: " + file.lineText(file.line(d.span().start()))).toList();
        }
        List<String> failed = new ArrayList<>();
        for (Object index : run(checked)) if ((Long) index >= 0) failed.add(examples.get((int) (long) index));
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

    private static ListValue run(CheckedProgram program) {
        Linker linker = new Linker(new Lowering()::lower, List.of());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Machine machine = new Machine(new MachineConfig(1, 1000, 1_000_000, List.of(), InputStream.nullInputStream(), nowhere, nowhere,
                List.of(), linker, SystemMessages.tuples(), false, false));
        machine.start(List.of(), linker.closure(program.entry("main").orElseThrow()));
        Completion end = machine.completion().orTimeout(60, TimeUnit.SECONDS).join();
        machine.stop();
        if (end.kind() != Completion.Kind.RETURNED) throw new AssertionError(end.report());
        return (ListValue) end.value();
    }
}
