package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.ArmMatch;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.SentMessage;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages typed by a user, sent to a program that runs. */
class MessageExpressionsTest {
    private static final String PROGRAM = """
            type Msg = Deposit(Int) | Ask(Pid) | Note(Entry)
            type Entry = { text: String, tags: List[String] }

            double(n: Int) -> Int = 2 * n

            account(balance: Int, last: String) -> Int = receive {
                Deposit(n) -> account(balance + n, last)
                Note(entry) -> account(balance, entry.text ++ " " ++ show(length(entry.tags)))
                Ask(from) -> {
                    from <- ("balance", balance)
                    account(balance, last)
                }
                "stop" -> balance
            }

            asker(got: Int) -> Int = receive { ("balance", n) -> asker(n) }

            main() = {
                spawn { account(0, "") }
                spawn { asker(0) }
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;
    private static VirtualMachine vm;

    @BeforeAll static void start() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        vm = Nostos.compiler().compile(ProgramSource.single(new SourceFile("main.nos", PROGRAM))).program().orElseThrow()
                .start(VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), silent, silent));
        until(() -> vm.inspector().info(3).map(p -> p.status() == ProcessStatus.WAITING).orElse(false));
    }

    @AfterAll static void stop() { vm.close(); }

    private static SentMessage send(long pid, String expression) { return vm.inspector().send(pid, expression).join(); }

    @Test void constructorsAndFunctionsOfTheProgramMakeMessagesThatItTakes() throws Exception {
        SentMessage sent = send(2, "Deposit(double(20) + 2)");
        assertThat(sent.problem()).isNull();
        assertThat(sent.text()).isEqualTo("Deposit(42)");
        assertThat(sent.match().kind()).isEqualTo(ArmMatch.Kind.CERTAIN);
        assertThat(sent.match().pattern()).isEqualTo("Deposit(n)");
        until(() -> variable(2, "balance").equals("42"));
    }

    @Test void recordsAndListsAreRebuilt() throws Exception {
        assertThat(send(2, "Note(Entry(text: \"hello\", tags: [\"a\", \"b\"]))").problem()).isNull();
        until(() -> variable(2, "last").equals("\"hello 2\""));
    }

    @Test void processesAreNamedAsTheMonitorShowsThem() throws Exception {
        assertThat(send(2, "Ask(<3>)").text()).isEqualTo("Ask(<pid 3>)");
        until(() -> {
            Population all = vm.inspector().population();
            return all.received(all.rowOf(3)) == 1 && all.mailboxLength(all.rowOf(3)) == 0;
        });
    }

    @Test void whatNoClauseTakesIsSentAndSaidSo() {
        SentMessage sent = send(2, "42");
        assertThat(sent.done()).isTrue();
        assertThat(sent.match().kind()).isEqualTo(ArmMatch.Kind.NONE);
    }

    @Test void mistakesAreExplainedAndNothingIsSent() {
        assertThat(send(2, "Deposit(\"much\")").problem()).contains("Int").contains("String");
        assertThat(send(2, "Deposti(1)").problem()).contains("Deposti");
        assertThat(send(2, "Deposit(").problem()).isNotBlank();
        assertThat(send(2, " ").problem()).startsWith("Type an expression");
        assertThat(send(2, "n => n").problem()).isNotBlank();
        assertThat(send(2, "self()").problem()).contains("write <7>");
        assertThat(send(2, "1 / 0").problem()).containsIgnoringCase("zero");
        assertThat(send(99, "1").problem()).contains("dead");
    }

    private static String variable(long pid, String name) {
        Inspector inspector = vm.inspector();
        return inspector.snapshot(pid, 5, 0).join().orElseThrow().frames().stream().flatMap(f -> f.variables().stream())
                .filter(v -> v.name().equals(name)).findFirst().map(v -> v.value().text()).orElse("");
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
