package dev.ithaca.vm.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings and saved states of programs that run. */
class RecorderTest {
    private static final NostosCompiler COMPILER = Nostos.compiler();
    private static final String BANK = """
            account(owner: String, balance: Int) -> Int = receive {
                ("deposit", n) -> account(owner, balance + n)
                "crash" -> panic("broke")
            }
            main() = {
                a = spawn { account("Ada", 100) }
                Process.register("ada", a)
                a <- ("deposit", 20)
                a <- ("withdraw", 5)
                receive { "stop" -> () after 1000000000 -> () }
            }
            """;

    @TempDir Path folder;

    private static VirtualMachine start(String text) {
        var compiled = COMPILER.compile(ProgramSource.single(new SourceFile("bank.nos", text)));
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return compiled.program().orElseThrow(() -> new AssertionError(compiled.diagnostics().toString()))
                .start(VmOptions.standard().withWorkers(2).withStreams(InputStream.nullInputStream(), silent, silent));
    }

    private static String variable(ProcessSnapshot snapshot, String name) {
        return snapshot.frames().stream().flatMap(frame -> frame.variables().stream()).filter(v -> v.name().equals(name)).findFirst().orElseThrow()
                .value().text();
    }

    @Test void aSavedStateShowsTheProcessesAsTheyWere() throws Exception {
        Path file = folder.resolve("bank.nosdump");
        try (VirtualMachine vm = start(BANK)) {
            TestMachine.until(() -> vm.inspector().info(2).map(info -> info.mailboxLength() == 1 && "ada".equals(info.name())).orElse(false));
            vm.inspector().trace(2, true);
            StateSaver.Saved saved = StateSaver.save(vm.inspector(), file, "bank.nos", Set.of(2L), (done, of) -> true);
            assertThat(saved.processes()).isEqualTo(2);
            assertThat(saved.snapshots()).isEqualTo(2);
            assertThat(saved.bytes()).isEqualTo(Files.size(file));
        }
        var inspector = new RecordedInspector(Recording.open(file));
        assertThat(inspector.recording().remark()).isEmpty();
        assertThat(inspector.info(2)).hasValueSatisfying(info -> {
            assertThat(info.name()).isEqualTo("ada");
            assertThat(info.function()).isEqualTo("account");
            assertThat(info.line()).isEqualTo(1);
        });
        ProcessSnapshot account = inspector.snapshot(2, 10, 10).join().orElseThrow();
        assertThat(variable(account, "balance")).isEqualTo("120");
        assertThat(variable(account, "owner")).isEqualTo("\"Ada\"");
        assertThat(account.mailbox()).singleElement().satisfies(message -> {
            assertThat(message.sender()).isEqualTo(1);
            assertThat(message.value().text()).isEqualTo("(\"withdraw\", 5)");
            assertThat(message.value().children(1, 2)).singleElement().satisfies(child -> assertThat(child.value().text()).isEqualTo("5"));
        });
        assertThat(account.waitsFor()).contains("\"crash\"");
        assertThat(account.trace()).isPresent();
        assertThat(inspector.children(1)).containsExactly(2L);
    }

    @Test void savingThatIsGivenUpLeavesNoFile() throws Exception {
        Path file = folder.resolve("bank.nosdump");
        try (VirtualMachine vm = start(BANK)) {
            assertThatThrownBy(() -> StateSaver.save(vm.inspector(), file, "", Set.of(), (done, of) -> false)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> StateSaver.save(vm.inspector(), folder.resolve("no/such/folder"), "", Set.of(), (done, of) -> true))
                    .isInstanceOf(IOException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test void aRecordingGoesBackToWhatWasBeforeTheCrash() throws Exception {
        Path file = folder.resolve("run.nosdump");
        List<Recorder.Status> told = new CopyOnWriteArrayList<>();
        try (VirtualMachine vm = start(BANK)) {
            TestMachine.until(() -> vm.inspector().info(2).map(info -> info.mailboxLength() == 1).orElse(false));
            Recorder recorder = Recorder.start(vm.inspector(), file, "bank.nos", Duration.ofMillis(20), () -> Set.of(2L), told::add);
            TestMachine.until(() -> told.size() >= 3);
            vm.inspector().exit(2, "broke");
            TestMachine.until(() -> vm.inspector().info(2).map(info -> !info.alive()).orElse(false));
            int then = told.size();
            TestMachine.until(() -> told.size() >= then + 2);
            recorder.stop();
            TestMachine.until(() -> told.getLast().end() != null);
        }
        assertThat(told.getLast().end()).isEqualTo("The recording was stopped");
        assertThat(told.getLast().bytes()).isEqualTo(Files.size(file));
        Recording recording = Recording.open(file);
        assertThat(recording.size()).isEqualTo(told.getLast().moments());
        assertThat(recording.remark()).isEmpty();
        var inspector = new RecordedInspector(recording);
        assertThat(inspector.info(2).orElseThrow().exitReason()).contains("broke");
        assertThat(variable(inspector.snapshot(2, 10, 10).join().orElseThrow(), "balance")).isEqualTo("120");
        inspector.show(0);
        assertThat(inspector.info(2).orElseThrow().alive()).isTrue();
        assertThat(variable(inspector.snapshot(2, 10, 10).join().orElseThrow(), "balance")).isEqualTo("120");
        assertThat(variable(inspector.snapshot(2, 10, 10).join().orElseThrow(), "owner")).isEqualTo("\"Ada\"");
        assertThat(crashes(recording)).isEqualTo(1);
    }

    private static int crashes(Recording recording) {
        int crashes = 0;
        for (int i = 0; i < recording.size(); i++) crashes += recording.moment(i).count(ProcessEvent.Kind.CRASHED);
        return crashes;
    }

    @Test void aRecordingEndsWithTheProgram() throws Exception {
        List<Recorder.Status> told = new CopyOnWriteArrayList<>();
        Path file = folder.resolve("run.nosdump");
        try (VirtualMachine vm = start("main() = { sleep(100)\n 7 }")) {
            Recorder.start(vm.inspector(), file, "", Duration.ofMillis(20), Set::of, told::add);
            TestMachine.until(() -> !told.isEmpty() && told.getLast().end() != null);
        }
        assertThat(told.getLast().end()).startsWith("The program has ended");
        Population last = Recording.open(file).population(told.getLast().moments() - 1);
        assertThat(last.alive()).isZero();
    }

    @Test void whatCannotBeWrittenIsTold() {
        try (VirtualMachine vm = start(BANK)) {
            assertThatThrownBy(() -> Recorder.start(vm.inspector(), folder.resolve("no/folder"), "", Duration.ofMillis(20), Set::of, status -> { }))
                    .isInstanceOf(IOException.class);
        }
    }
}
