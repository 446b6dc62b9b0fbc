package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.VariableView;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Functions that call one another in tail position share their code; nobody who looks at a process can tell. */
class TailCyclesTest {
    private static final String PROGRAM = """
            open(count, log) = receive {
                "close" -> closed(log, count + 1)
                "stop" -> count
            }

            closed(entries, times) = receive {
                "open" -> {
                    note = "opened ${times}"
                    open(times, [note | entries])
                }
                "break" -> throw("broken")
            }

            main() = {
                door = spawn { open(0, []) }
                door <- "close"
                door <- "open"
                door <- "close"
                receive { "break" -> door <- "break" after 1000000000 -> () }
                receive { "stop" -> () after 1000000000 -> () }
            }
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("condition never held");
            Thread.sleep(1);
        }
    }

    @Test void aStateIsShownUnderItsOwnNameWithItsOwnVariables() throws Exception {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        VmOptions options = VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), out, out);
        Program program = Nostos.compiler().compile(ProgramSource.single(new SourceFile("door.nos", PROGRAM))).program().orElseThrow();
        try (VirtualMachine vm = program.start(options)) {
            Inspector inspector = vm.inspector();
            until(() -> inspector.info(2).map(p -> p.status() == ProcessStatus.WAITING && p.mailboxLength() == 0).orElse(false));

            FrameView frame = inspector.snapshot(2, 10, 10).join().orElseThrow().frames().getFirst();
            assertThat(frame.function()).isEqualTo("closed");
            assertThat(frame.line()).isEqualTo(6);
            assertThat(frame.variables()).extracting(VariableView::name).containsExactly("entries", "times");
            assertThat(frame.variables().getFirst().value().text()).isEqualTo("[\"opened 1\"]");

            inspector.send(1, "\"break\"").join();
            until(() -> inspector.info(2).map(p -> !p.alive()).orElse(false));
            until(() -> printed.toString(StandardCharsets.UTF_8).contains("Stack trace"));
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("  1. closed/_,_ (door.nos:11)").doesNotContain("open/");
        }
    }
}
