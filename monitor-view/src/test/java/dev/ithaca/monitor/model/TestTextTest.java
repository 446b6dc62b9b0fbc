package dev.ithaca.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.FakeProcess;
import dev.ithaca.monitor.support.FakeValue;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import dev.ithaca.vm.service.GoldenProgram;
import dev.ithaca.vm.service.GoldenRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests written down from processes that really ran are run together with the program, and pass. */
class TestTextTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final String PROGRAM = """
            type Msg = Deposit(Int) | Withdraw{amount: Int, why: String}
            type Owner = {name: String, letter: Char}

            account(owner: Owner, balance: Int) = receive {
                Deposit(n) -> account(owner, balance + n)
                Withdraw(n, why) when n <= balance -> account(owner, balance - n)
                "close" -> balance
                "share" -> balance / (balance - 20)
                ("whose", asker) -> {
                    asker <- owner.name
                    account(owner, balance)
                }
                "stop" -> exit(Shutdown)
            }

            begin() = {
                me = self()
                owner = Owner("Ann \\"${me == me}\\" $" ++ "{x}", '\\'')
                var first = 0
                first = first + 1
                spawn { account(owner, first - 1) }
                spawn {
                    first = first + 1
                    account(owner, first)
                }
                spawn(() => account(owner, first))
            }

            main() = {
                receive { "start" -> begin() after 1000000000 -> self() }
                receive { "end" -> () after 1000000000 -> () }
            }
            """;

    @TempDir Path folder;
    private VirtualMachine vm;
    private Inspector machine;

    @AfterEach void close() {
        if (vm != null) vm.close();
    }

    private void start(boolean traced) {
        vm = new RealMachine().start(PROGRAM);
        machine = vm.inspector();
        machine.traceAll(traced);
        send(1, "\"start\"");
        waitUntil(() -> machine.info(4).isPresent());
    }

    private void send(long pid, String message) { assertThat(machine.send(pid, message).join().problem()).isNull(); }

    private ProcessSnapshot snapshot(long pid) { return machine.snapshot(pid, 1, 100).join().orElseThrow(); }

    private void waitForEnd(long pid) { waitUntil(() -> !machine.info(pid).map(ProcessInfo::alive).orElse(true)); }

    private static void waitUntil(BooleanSupplier condition) {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up").isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    private String written(long pid) { return TestText.of(snapshot(pid), machine.start(pid)); }

    /** What is wrong with the program that has the test as well; null if it passes. */
    private String problem(String test) throws Exception {
        Path file = Files.writeString(folder.resolve("with-test.nos"), PROGRAM + "\n" + test);
        List<GoldenProgram> programs = GoldenProgram.find(file).programs();
        var results = new GoldenRunner(Nostos.compiler(), 1, VmOptions.standard(), Duration.ofSeconds(60)).run(programs, result -> { });
        assertThat(results).hasSize(1).allSatisfy(result -> assertThat(result.checks()).isNotEmpty());
        return results.getFirst().problem();
    }

    @Test void theTestOfACrashCrashesInTheSameWay() throws Exception {
        start(true);
        send(2, "Withdraw(70, \"tea\\nand \\\"cake\\\"\")");
        send(2, "Deposit(20)");
        send(2, "\"share\"");
        waitForEnd(2);
        String test = written(2);
        assertThat(test).contains("# Belongs into main.nos, where <2> was started.", "p2 <- Withdraw(amount: 70, why: \"tea\\nand \\\"cake\\\"\")\n    p2 <- Deposit(20)\n    p2 <- \"share\"\n",
                "Error(\"Panic: Uncaught exception: (DivisionByZero, Division by zero)\")");
        assertThat(problem(test)).as(test).isNull();
        assertThat(problem(test.replace("Deposit(20)", "Deposit(22)"))).contains("Normal");
    }

    @Test void endsOfEveryKindAndLivesAreExpected() throws Exception {
        start(true);
        send(2, "\"stop\"");
        waitForEnd(2);
        send(3, "(\"whose\", <1>)");
        send(3, "\"close\"");
        waitForEnd(3);
        for (int pid = 2; pid <= 4; pid++) {
            String test = written(pid);
                assertThat(problem(test)).as(test).isNull();
        }
        assertThat(problem(written(4).replace("receive {\n", "p4 <- \"close\"\n    receive {\n"))).contains("it ended: Normal");
        machine.kill(4);
        waitForEnd(4);
        String test = written(4);
        assertThat(problem(test)).as(test).isNull();
    }

    @Test void whatCannotBeWrittenDownFailsTheTestWithAWordOnIt() throws Exception {
        var message = new MessageView(3, 0, new FakeValue("Function", "<function \"f\">", List.of()));
        var start = new ProcessStart("", "main.nos", "main()", List.of(), null);
        String test = TestText.of(FakeProcess.process(7).mailbox(message).snapshot(), start);
        assertThat(test).contains("    unknown2 = panic(\"write here: <function \\\"f\\\">\")\n", "    p7 <- unknown2\n");
        assertThat(problem(test)).contains("write here: <function \"f\">");
    }

    @Test void withoutItsStartThereIsNone() {
        start(false);
        assertThat(machine.start(2).problem()).isEqualTo("What <2> was started with is not known: no history was kept when it started");
        assertThat(machine.start(77).problem()).isEqualTo("<77> is no longer known");
    }

    @Test void messagesAreLinesThatSendThem() {
        start(true);
        machine.suspend(2);
        send(2, "(\"whose\", <3>)");
        send(2, "[Deposit(-1), Withdraw(2, \"\")]");
        waitUntil(() -> snapshot(2).mailbox().size() == 2);
        assertThat(SendText.of(snapshot(2))).isEqualTo("pid <- (\"whose\", p3)  # p3 is process <3>\npid <- [Deposit(-1), Withdraw(amount: 2, why: \"\")]");
    }
}
