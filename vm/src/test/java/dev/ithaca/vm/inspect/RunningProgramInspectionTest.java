package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What an observer sees of programs in Nostos. */
class RunningProgramInspectionTest {
    private static final NostosCompiler COMPILER = Nostos.compiler();

    private static VirtualMachine start(String text) {
        var program = COMPILER.compile(ProgramSource.single(new SourceFile("test.nos", text))).program();
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return program.orElseThrow().start(VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), silent, silent));
    }

    @Test
    void aDeadlockIsToldOnceAndTheProgramLivesOnUntilSomebodyHelps() {
        var compiled = COMPILER.compile(ProgramSource.single(new SourceFile("test.nos", """
                server() = receive { "stop" -> () }
                main() = {
                    (_, reference) = spawn_monitor(() => server())
                    receive { Down(_, _, _) -> "seen" }
                }
                """)));
        assertThat(compiled.diagnostics()).isEmpty();
        List<String> told = new CopyOnWriteArrayList<>();
        try (VirtualMachine vm = compiled.program().orElseThrow().start(VmOptions.standard().withWorkers(2).withDeadlockListener(told::add))) {
            TestMachine.until(() -> vm.inspector().deadlock().isPresent());
            assertThat(vm.inspector().deadlock().orElseThrow()).startsWith("all 2 processes wait and nothing can wake one\n")
                    .contains("<pid 2> server/ for a message (test.nos:1)");
            TestMachine.until(() -> told.size() == 1);
            assertThat(vm.outcome().isDone()).isFalse();
            vm.inspector().kill(2);
            assertThat(vm.outcome().join().result()).isEqualTo("\"seen\"");
            assertThat(vm.inspector().deadlock()).isEmpty();
            assertThat(told).hasSize(1);
        }
    }

    /** HotSpot does away with whole loops that only count; what it saves shows in the rates, which are higher than any processor's. */
    @Test
    void reductionsAreTheTurnsThatALoopHasMadeHoweverFast() {
        try (VirtualMachine vm = start("""
                spin(n: Int) -> Int = spin(n + 1)
                main() = {
                    spawn { spin(0) }
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            long seen = 0;
            for (int i = 0; i < 20; i++) {
                long before = seen;
                TestMachine.until(() -> inspector.info(2).map(info -> info.reductions() > before + 1_000_000).orElse(false));
                inspector.suspend(2);
                TestMachine.until(() -> inspector.info(2).orElseThrow().status() == ProcessStatus.SUSPENDED);
                seen = inspector.info(2).orElseThrow().reductions();
                long turns = Long.parseLong(inspector.snapshot(2, 1, 0).join().orElseThrow().frames().getFirst().variables().getFirst().value().text());
                assertThat(seen - turns).as("calls beside the turns").isBetween(1L, 5L);
                assertThat(vm.inspector().statistics().reductions() - seen).as("what main has spent").isBetween(1L, 100L);
                inspector.resume(2);
            }
        }
    }

    @Test
    void messagesTellWhichClauseWouldTakeThem() {
        try (VirtualMachine vm = start("""
                type Msg = Deposit(Int) | Withdraw(Int) | Close
                loop(balance: Int) -> Int = receive {
                    Deposit(n) when n > balance -> loop(balance + n)
                    Withdraw(100) -> loop(balance - 100)
                    "stop" -> balance
                }
                main() = {
                    p = spawn { loop(42) }
                    p <- Deposit(7)
                    p <- Withdraw(5)
                    p <- Close
                    p <- "start"
                    p <- 99
                    receive { "never" -> () after 1000000 -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.info(2).map(i -> i.status() == ProcessStatus.WAITING && i.mailboxLength() == 5).orElse(false));
            ProcessSnapshot s = inspector.snapshot(2, 10, 10).join().orElseThrow();
            assertThat(s.waitsFor()).containsExactly("Deposit(n) when n > balance", "Withdraw(100)", "\"stop\"");
            assertThat(s.mailbox()).extracting(m -> m.match().kind() + " " + m.match().pattern()).containsExactly(
                    "POSSIBLE Deposit(n) when n > balance", "NONE ", "NONE ", "NONE ", "NONE ");
            assertThat(s.mailbox().getFirst().match().line()).isEqualTo(3);
            Population all = inspector.population();
            assertThat(all.origin(all.rowOf(2)).file()).isEqualTo("test.nos");
            assertThat(all.origin(all.rowOf(2)).line()).isEqualTo(8);
        }
    }

    @Test
    void aKillTakesAlongWhatIsLinked() {
        try (VirtualMachine vm = start("""
                idle() = receive { "stop" -> () }
                nest() = {
                    spawn_link { idle() }
                    idle()
                }
                main() = {
                    spawn { nest() }
                    spawn { idle() }
                    sleep(1000000)
                }
                """)) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.population().alive() == 4
                    && inspector.processes().stream().allMatch(p -> p.status() == ProcessStatus.WAITING || p.status() == ProcessStatus.SLEEPING));
            long parent = inspector.processes().stream().filter(p -> p.childCount() == 1).findFirst().orElseThrow().pid();
            List<Long> children = inspector.children(parent);
            assertThat(inspector.previewKill(List.of(parent)).join().along()).isEqualTo(children);
            assertThat(inspector.previewKill(List.of(1L)).join()).isEqualTo(KillPreview.NOTHING);
            inspector.kill(children.getFirst());
            TestMachine.until(() -> inspector.population().alive() == 2);
            assertThat(inspector.info(parent).orElseThrow().exitReason()).contains("linked process");
        }
    }
}
