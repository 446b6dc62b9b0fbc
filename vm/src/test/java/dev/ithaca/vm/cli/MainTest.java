package dev.ithaca.vm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.recording.RecordedInspector;
import dev.ithaca.vm.recording.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir Path folder;

    private int run(Object... words) {
        try (var o = new PrintStream(out, false, StandardCharsets.UTF_8); var e = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            return Main.run(List.of(words).stream().map(Object::toString).toList(), o, e);
        }
    }

    private Path program(String text) throws IOException { return Files.writeString(folder.resolve("p.nos"), text); }

    @Test void profileIsToldAtTheEnd() throws IOException {
        assertEquals(0, run("run", "--profile", program("main() = 5")), err::toString);
        assertEquals("5\n", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("FUNCTION PROFILING SUMMARY"), err::toString);
    }

    private Path dump() { return folder.resolve("last.nosdump"); }

    @Test void theLastStateOfAProgramThatCrashesIsWritten() throws IOException {
        assertEquals(1, run("run", "--dump", dump(), program("""
                broken(n: Int) -> Int = 100 / n
                main() = broken(0) + 1
                """)));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("The last state of 1 process is in " + dump()), err::toString);
        var inspector = new RecordedInspector(Recording.open(dump()));
        assertTrue(inspector.info(1).orElseThrow().exitReason().contains("Division by zero"), () -> inspector.info(1).toString());
        FrameView frame = inspector.snapshot(1, 10, 10).join().orElseThrow().frames().getFirst();
        assertEquals("broken", frame.function());
        assertEquals(1, frame.line());
        assertEquals(folder.resolve("p.nos").toString(), inspector.recording().program());
    }

    @Test void theLastStateOfADeadlockIsWritten() throws IOException {
        assertEquals(1, run(program("""
                server(n: Int) -> Int = receive { "stop" -> n }
                main() = {
                    p = spawn { server(7) }
                    p <- "what"
                    receive { "never" -> 1 }
                }
                """), "--dump", dump()));
        var inspector = new RecordedInspector(Recording.open(dump()));
        ProcessSnapshot server = inspector.snapshot(2, 10, 10).join().orElseThrow();
        assertEquals("7", server.frames().getFirst().variables().getFirst().value().text());
        assertEquals("\"what\"", server.mailbox().getFirst().value().text());
        assertEquals(List.of("\"stop\""), server.waitsFor());
    }

    @Test void aProgramThatSucceedsLeavesNoStateBehind() throws IOException {
        assertEquals(0, run("run", "--dump", dump(), program("main() = 5")));
        assertTrue(Files.notExists(dump()));
    }

    @Test void aStateThatCannotBeWrittenIsTold() throws IOException {
        assertEquals(1, run("run", "--dump", folder.resolve("no/where"), program("main() = 1 / 0")));
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("No state was written: there is no folder for " + folder.resolve("no/where") + "\n"), err::toString);
    }

    @Test void programsPrintNoProfileUnlessAsked() throws IOException {
        assertEquals(0, run("run", program("main() = 5")));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test void machineCodeIsTheLaunchersAffair() throws IOException {
        assertEquals(0, run("--no-jit", program("main() = 5")));
        assertEquals("5\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test void extensionsAreRefusedByName() throws IOException {
        assertEquals(1, run("--extension", "x.so", program("main() = 5")));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("nostos: --extension: native extensions cannot be loaded"), err::toString);
    }

    @Test void initBeginsAProjectThatRuns() {
        Path project = folder.resolve("bakery");
        assertEquals(0, run("init", project));
        assertEquals(0, run("run", project), err::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("Hello from bakery\n"), out::toString);
    }

    @Test void initKeepsWhatThereIs() throws IOException {
        Path main = Files.writeString(folder.resolve("main.nos"), "main() = \"mine\"");
        assertEquals(0, run("init", folder));
        assertEquals("main() = \"mine\"", Files.readString(main));
        assertTrue(Files.exists(folder.resolve("nostos.toml")));
    }

    @Test void anUncaughtErrorOfTheSystemIsShownWithoutQuotesUnlikeAThrownPair() throws IOException {
        assertEquals(1, run("run", program("main() = File.readAll(\"/no/such\")")));
        assertEquals(1, run("run", program("main() = throw((\"io_error\", \"mine\"))")));
        List<String> headlines = err.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("Runtime")).toList();
        assertEquals(List.of("Runtime error: Panic: Uncaught exception: (io_error, File not found: /no/such)",
                "Runtime error: Panic: Uncaught exception: (\"io_error\", \"mine\")"), headlines);
    }

    @Test void optionsStandBeforeTheProgramOrRightBehindIt() throws IOException {
        Path program = program("main() = (Env.args().drop(1), Program.args())");
        assertEquals(0, run("run", "--slice", "100", program, "--no-jit", "a", "--check"), err::toString);
        assertEquals(0, run(program, "--", "--check"), err::toString);
        assertEquals(0, run(program, "--check"), err::toString);
        assertEquals(List.of("([\"--slice\", \"100\", \"" + program + "\", \"--no-jit\", \"a\", \"--check\"], [\"a\", \"--check\"])",
                "([\"" + program + "\", \"--\", \"--check\"], [\"--check\"])"), out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
