package dev.ithaca.ide.monitor;

import dev.ithaca.ide.analysis.CompileService;
import dev.ithaca.ide.analysis.SourceText;
import dev.ithaca.ide.task.Background;
import dev.ithaca.monitor.Practice;
import dev.ithaca.vm.Program;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.Inspector;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs a small program that nobody sees soon after the start, so that the user's first one finds everything loaded. */
public record PracticeMachine(CompileService compiler, Background background) implements Practice {
    private static final int PROCESSES = 5_000;
    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final String PROGRAM = """
            idle(n: Int) = receive { "stop" -> n }
            start(n: Int) -> Int = if n == 0 then 0 else { spawn { idle(n) }; start(n - 1) }
            main() = {
                start(%d)
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """.formatted(PROCESSES);

    @Override public void run(Consumer<Inspector> look) {
        CompletableFuture.supplyAsync(() -> compiler.compile(new SourceText("practice.nos", null, PROGRAM), Map.of()), background.compiler())
                .join().compilation().program().ifPresent(program -> run(program, look));
    }

    private static void run(Program program, Consumer<Inspector> look) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        VmOptions options = VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), silent, silent);
        try (VirtualMachine machine = program.start(options)) {
            while (machine.inspector().statistics().spawned() <= PROCESSES && !machine.outcome().isDone()) Thread.sleep(LOOK_AGAIN_MILLIS);
            look.accept(machine.inspector());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
