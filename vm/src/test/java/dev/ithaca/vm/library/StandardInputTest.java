package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The machine's input, which programs know as a file. */
class StandardInputTest {
    /** What main returns. */
    private static String run(String body, String typed) {
        var program = Nostos.compiler().compile(ProgramSource.single(new SourceFile("input.nos", "main() = {\n" + body + "\n}\n"))).program().orElseThrow();
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        VmOptions options = VmOptions.standard().withStreams(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), nowhere, nowhere);
        try (VirtualMachine machine = program.start(options)) {
            Outcome outcome = machine.outcome().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(outcome.report()).isNull();
            return outcome.result();
        }
    }

    @Test void is_read_by_lines() {
        assertThat(run("input = File.open(\"/dev/stdin\", \"r\")\n[File.readLine(input), File.read(input, 3), File.readLine(input), File.readLine(input)]", "één\nzwei"))
                .isEqualTo("[\"één\n\", \"zwe\", \"i\", \"eof\"]");
    }

    @Test void is_read_as_a_whole() {
        assertThat(run("File.readAll(\"/dev/stdin\").lines()", "a\nb\n")).isEqualTo("[\"a\", \"b\"]");
    }

    @Test void cannot_be_written_to() {
        assertThat(run("input = File.open(\"/dev/stdin\", \"r\")\ntry { File.write(input, \"x\"); \"written\" } catch { (kind, what) -> what }", ""))
                .isEqualTo("\"IO error: Bad file descriptor (os error 9)\"");
    }
}
