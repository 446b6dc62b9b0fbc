package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Random spawns, links, monitors, kills and letters on four workers; the program itself keeps the books, while somebody stops
 * and looks at its processes. Run for longer
 * with {@code -Dithaca.stress.seconds=600}, again with {@code -Dithaca.stress.seed=N}.
 */
class ProcessStressTest {
    private static final Path PROGRAM = Path.of("src/test/resources/stress/processes.nos");
    /** A run takes a second; one that has not ended by then never will, on however busy a machine. */
    private static final int LIMIT_SECONDS = 600;
    private static final int[] SLICES = {4_000, 1, 37, 64};
    /** With this one, slices have random lengths. */
    private static final int RANDOM_SLICE = 64;

    private final NostosCompiler compiler = Nostos.compiler();

    @Test
    void nothingIsLostDoubledReorderedOrLeaked() throws Exception {
        String source = Files.readString(PROGRAM);
        Long only = Long.getLong("ithaca.stress.seed");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.getLong("ithaca.stress.seconds", 8));
        long seed = only != null ? only : System.nanoTime() & 0xFFFF_FFFFL;
        do {
            int slice = SLICES[(int) (seed % SLICES.length)];
            assertThat(run(source.replace("@SEED@", Long.toString(seed)), options(slice, seed), seed)).as("seed %d, slice %d", seed, slice).isEqualTo("[]");
            seed++;
        } while (only == null && System.nanoTime() < end);
    }

    /** Stops, looks at and lets go on processes at random until the program has ended; it must not notice. */
    private static void disturb(Inspector inspector, Random random, CompletableFuture<Outcome> end) {
        while (!end.isDone()) {
            List<ProcessInfo> all = inspector.processes();
            if (all.isEmpty()) continue;
            long pid = all.get(random.nextInt(all.size())).pid();
            inspector.suspend(pid);
            inspector.snapshot(all.get(random.nextInt(all.size())).pid(), 10, 10);
            inspector.resume(pid);
            LockSupport.parkNanos(random.nextInt(200_000));
        }
    }

    /** Slices of a length, or of random lengths. */
    private static VmOptions options(int slice, long seed) {
        return VmOptions.standard().withWorkers(4).withSlice(slice).withSliceSeed(slice == RANDOM_SLICE ? seed + 1 : 0);
    }

    private String run(String source, VmOptions slices, long seed) {
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Program program = compiler.compile(ProgramSource.single(new SourceFile("stress.nos", source))).program().orElseThrow();
        VmOptions options = slices.withStreams(InputStream.nullInputStream(), nowhere, nowhere);
        try (VirtualMachine machine = program.start(options)) {
            Map<Long, AtomicInteger> ends = new ConcurrentHashMap<>();
            machine.inspector().subscribe(event -> {
                if (event.kind() == ProcessEvent.Kind.EXITED || event.kind() == ProcessEvent.Kind.CRASHED) {
                    ends.computeIfAbsent(event.pid(), _ -> new AtomicInteger()).incrementAndGet();
                }
            });
            CompletableFuture<Outcome> end = machine.outcome().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
            disturb(machine.inspector(), new Random(seed), end);
            assertThat(end).as("seed %d, slice %d", seed, slices.sliceReductions()).isCompleted();
            Outcome outcome = end.join();
            assertThat(ends.values()).allMatch(n -> n.get() == 1);
            return outcome.result() == null ? outcome.kind() + ": " + outcome.report() : outcome.result();
        }
    }
}
