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
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Programs of a size that nobody writes but programs write: every stage of the compiler takes them in about linear time,
 * and what the JVM has no place for is cut into pieces.
 */
class LargeProgramsTest {
    private static final NostosCompiler COMPILER = Nostos.compiler();

    private static String each(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }

    private static String run(String text) {
        Compilation compilation = COMPILER.compile(ProgramSource.single(new SourceFile("large.nos", text)));
        assertThat(compilation.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        VmOptions options = VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), nowhere, nowhere);
        try (VirtualMachine vm = compilation.program().orElseThrow().start(options)) {
            Outcome outcome = vm.outcome().join();
            return outcome.report() != null ? outcome.report() : outcome.result();
        }
    }

    private static String error(String text) {
        Compilation compilation = COMPILER.compile(ProgramSource.single(new SourceFile("large.nos", text)));
        return compilation.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElseThrow().message();
    }

    @Test
    void listOfIntegers() {
        String xs = each(100_000, ", ", i -> String.valueOf(i * 7L));
        assertThat(run("main() = { xs = [" + xs + "]\n (xs.length(), xs.get(99999)) }")).isEqualTo("(100000, 699993)");
    }

    @Test
    void listOfStrings() {
        assertThat(run("main() = { xs = [" + each(30_000, ", ", i -> "\"a" + i + "\"") + "]\n xs.get(29999) }")).isEqualTo("\"a29999\"");
    }

    @Test
    void listOfComputedTuples() {
        String text = "f(n) = n + 1\nmain() = { xs = [" + each(10_000, ", ", i -> "(f(" + i + "), \"" + i + "\", " + i + ".5)") + "]\n xs.get(9998) }";
        assertThat(run(text)).isEqualTo("(9999, \"9998\", 9998.5)");
    }

    @Test
    void mapAndSet() {
        assertThat(run("main() = { m = %{" + each(10_000, ", ", i -> "\"k" + i + "\": " + i) + "}\n (m.size(), m.get(\"k9999\")) }"))
                .isEqualTo("(10000, 9999)");
        assertThat(run("main() = { s = #{" + each(10_000, ", ", i -> String.valueOf(i * 100_000L)) + "}\n (s.size(), s.contains(999900000)) }"))
                .isEqualTo("(10000, true)");
    }

    @Test
    void interpolations() {
        assertThat(run("main() = { x = 7\n s = \"" + each(10_000, " ", i -> "${x}") + "\"\n s.length() }")).isEqualTo("19999");
    }

    @Test
    void matchOnManyConstructors() {
        assertThat(run("type T = " + each(3_000, " | ", i -> "C" + i) + "\nf(t) = match t {\n" + each(3_000, "\n", i -> "C" + i + " -> " + i)
                + "\n}\nmain() = f(C2998)")).isEqualTo("2998");
        assertThat(run("type T = " + each(3_000, " | ", i -> "C" + i + "(Int)") + "\nf(t) = match t {\n"
                + each(3_000, "\n", i -> "C" + i + "(n) -> n + " + i) + "\n}\nmain() = f(C2998(1))")).isEqualTo("2999");
    }

    @Test
    void manyClausesAndLiterals() {
        assertThat(run(each(3_000, "\n", i -> "f(" + i + ") = " + (i + 1)) + "\nf(x) = x\nmain() = (f(2999), f(3000))")).isEqualTo("(3000, 3000)");
    }

    @Test
    void manyStatementsAndLocals() {
        assertThat(run("main() = {\n" + each(5_000, "\n", i -> "x" + i + " = " + (i == 0 ? "1" : "x" + (i - 1) + " + 1")) + "\nx4999 }")).isEqualTo("5000");
    }

    @Test
    void unknownNames() {
        assertThat(error(each(1_000, "\n", i -> "f" + i + "() = unknown" + i + " + 1") + "\nmain() = 1")).isEqualTo("unknown variable `unknown0`");
    }

    @Test
    void deepNestingIsAnErrorWithAPlace() {
        assertThat(error("main() = " + "(".repeat(5_000) + "1" + ")".repeat(5_000))).isEqualTo("the program is nested too deeply here");
        assertThat(error("main() = " + each(20_000, " + ", String::valueOf))).isEqualTo("the program is nested too deeply here");
    }
}
