package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.Evaluation;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Expressions typed by a user, evaluated with the variables of a process that runs. */
class FrameExpressionsTest {
    private static final String BANK = """
            pub type Entry = { text: String, amount: Int }

            pub total(entries: List[Entry]) -> Int = entries.map(e => e.amount).sum()

            secret(n: Int) -> Int = n * 1000

            pub account(owner: String, entries: List[Entry], other: Pid, tell: (Int) -> Int) -> Int = {
                var seen = 3
                rates = %{"a": 1.5, "b": 2.5}
                receive {
                    "stop" -> seen + tell(length(entries)) + length(rates.keys())
                }
            }
            """;
    private static final String MAIN = """
            use bank.*

            mvar limit: Int = 10

            spin(n: Int) -> Int = spin(n + 1)

            outer(k: Int) -> Int = 1 + account("Ada", [Entry("rent", k), Entry("food", 20)], self(), x => x + 1)

            main() = {
                limit = 77
                spawn { outer(300) }
                spawn { spin(0) }
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;
    private static VirtualMachine vm;

    @BeforeAll static void start() {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        var source = new ProgramSource(List.of(new ProgramSource.Unit("main", new SourceFile("main.nos", MAIN)),
                new ProgramSource.Unit("bank", new SourceFile("bank.nos", BANK))), "main.main");
        Compilation compiled = Nostos.compiler().compile(source);
        vm = compiled.program().orElseThrow(() -> new AssertionError(compiled.diagnostics()))
                .start(VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), silent, silent));
        TestMachine.until(() -> vm.inspector().info(2).map(p -> p.status() == ProcessStatus.WAITING).orElse(false));
    }

    @AfterAll static void stop() { vm.close(); }

    private static Evaluation evaluate(long pid, String function, String expression) { return vm.inspector().evaluate(pid, function, expression).join(); }

    private static String value(long pid, String function, String expression) {
        Evaluation made = evaluate(pid, function, expression);
        assertThat(made.problem()).isNull();
        return made.value().text();
    }

    private static String here(String expression) { return value(2, null, expression); }

    @Test void variablesHaveTheirValuesAndTypes() {
        assertThat(here("owner ++ \"!\"")).isEqualTo("\"Ada!\"");
        assertThat(here("length(entries)")).isEqualTo("2");
        assertThat(here("seen * 2")).isEqualTo("6");
        assertThat(here("rates.get(\"b\")")).contains("2.5");
        assertThat(here("other")).isEqualTo("<pid 2>");
        assertThat(here("entries[0].amount + 1")).isEqualTo("301");
        assertThat(here("1 + 1")).isEqualTo("2");
    }

    @Test void whatTheModuleOfTheFrameKnowsCanBeUsed() {
        assertThat(here("secret(total(entries))")).isEqualTo("320000");
        assertThat(here("Entry(owner, 5)")).contains("Ada").contains("5");
        assertThat(here("entries.filter(e => e.amount > 100)")).contains("rent").doesNotContain("food");
    }

    @Test void anOuterCallHasItsOwnVariables() {
        assertThat(value(2, "main.outer", "k + 1")).isEqualTo("301");
        assertThat(evaluate(2, "main.outer", "owner").problem()).contains("owner");
        assertThat(evaluate(2, "nowhere", "k").problem()).isEqualTo("<2> is no longer in nowhere");
    }

    @Test void moduleVariablesAreAsTheyAreInTheProgram() { assertThat(value(2, "main.outer", "limit + k")).isEqualTo("377"); }

    @Test void aProcessThatRunsGoesOn() {
        long first = Long.parseLong(value(3, null, "n"));
        assertThat(Long.parseLong(value(3, null, "n"))).isGreaterThan(first);
        assertThat(vm.inspector().info(3).orElseThrow().alive()).isTrue();
    }

    @Test void whatCannotBeEvaluatedIsToldInOneSentence() {
        assertThat(evaluate(2, null, "tell(1)").problem()).isEqualTo("tell cannot be used here: A function cannot be taken out of its process");
        assertThat(evaluate(2, null, "owner + 1").problem()).isNotBlank();
        assertThat(evaluate(2, null, "nobody").problem()).contains("nobody");
        assertThat(evaluate(2, null, "length(entries) / 0").problem()).contains("DivisionByZero");
        assertThat(evaluate(2, null, "  ").problem()).isEqualTo("Type an expression with its variables");
        assertThat(evaluate(99, null, "1").problem()).isEqualTo("<99> is no longer known");
        assertThat(evaluate(2, null, ")(").problem()).isNotBlank();
    }
}
