package dev.ithaca.vm.recording;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what recordings cost and prints it. Not part of the suite; run it with
 * {@code mvn -pl vm test -Dtest=RecordingBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class RecordingBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PROCESSES = 100_000;
    private static final int TICKS = 40;

    @TempDir Path folder;

    @Test void printsItsFigures() throws Exception {
        measure("at rest", 0, 0);
        measure("8 busy, 1,000 that exchange messages", 8, 1_000);
    }

    private void measure(String what, int busy, int chatty) throws Exception {
        String text = """
                idle(n: Int) = receive { "stop" -> n }
                spin(n: Int) -> Int = spin(n + 1)
                chat(n: Int) -> Int = receive { "go" -> chat(n + 1) after 100 -> chat(n + 1) }
                start(n: Int) -> Int = if n == 0 then 0 else { spawn { idle(n) }; start(n - 1) }
                busy(n: Int) -> Int = if n == 0 then 0 else { spawn { spin(0) }; busy(n - 1) }
                chatty(n: Int) -> Int = if n == 0 then 0 else { spawn { chat(0) }; chatty(n - 1) }
                main() = {
                    start(%d)
                    chatty(%d)
                    busy(%d)
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """.formatted(PROCESSES - busy - chatty - 1, chatty, busy);
        var silent = new PrintStream(OutputStream.nullOutputStream());
        try (VirtualMachine vm = Nostos.compiler().compile(ProgramSource.single(new SourceFile("main.nos", text))).program().orElseThrow()
                .start(VmOptions.standard().withWorkers(2).withStreams(InputStream.nullInputStream(), silent, silent))) {
            TestMachine.until(() -> vm.inspector().statistics().alive() == PROCESSES);
            print("%,d processes, %s", PROCESSES, what);
            save(vm.inspector());
            Path file = record(vm.inspector());
            open(file);
        }
    }

    private void save(Inspector machine) throws Exception {
        Path file = folder.resolve("state.nosdump");
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            StateSaver.Saved saved = StateSaver.save(machine, file, "main.nos", Set.of(), (done, of) -> true);
            print("    state saved: %.0f ms, %,d in full, %,d bytes", (System.nanoTime() - start) / 1e6, saved.snapshots(), saved.bytes());
        }
        long start = System.nanoTime();
        Recording recording = Recording.open(file);
        recording.population(0);
        print("    opened: %.0f ms", (System.nanoTime() - start) / 1e6);
    }

    private Path record(Inspector machine) throws Exception {
        Path file = folder.resolve("run.nosdump");
        double[] whole = new double[TICKS];
        double[] sweep = new double[TICKS];
        long bytes = 0;
        try (var out = new RecordingWriter(file, "main.nos")) {
            for (int i = -TICKS; i < TICKS; i++) {
                if (i == 0) bytes = out.bytes();
                long start = THREADS.getCurrentThreadCpuTime();
                Population population = machine.population(EnumSet.allOf(Figure.class));
                long swept = THREADS.getCurrentThreadCpuTime();
                out.add(new Moment(System.currentTimeMillis(), machine.statistics(), null, List.of(), 0), population);
                if (i >= 0) whole[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
                if (i >= 0) sweep[i] = (swept - start) / 1e6;
                Thread.sleep(250);
            }
            print("    a moment recorded: %.1f ms of processor time, of which %.1f ms for looking, worst %.1f ms; %,d bytes on average", median(whole), median(sweep),
                    Arrays.stream(whole).max().orElse(0), (out.bytes() - bytes) / TICKS);
            out.finish();
        }
        return file;
    }

    private static void open(Path file) throws Exception {
        long start = System.nanoTime();
        Recording recording = Recording.open(file);
        print("    recording of %d moments, %,d bytes, opened: %.1f ms", recording.size(), Files.size(file), (System.nanoTime() - start) / 1e6);
        for (int round = 0; round < 3; round++) {
            start = System.nanoTime();
            recording.population(recording.size() - 1);
            double last = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            recording.population(recording.size() / 2 - 1);
            print("    moment far away: %.1f ms, %.1f ms", last, (System.nanoTime() - start) / 1e6);
            start = System.nanoTime();
            for (int i = 0; i < 10; i++) recording.population(i);
            print("    next moment: %.1f ms", (System.nanoTime() - start) / 1e7);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String format, Object... arguments) { System.out.println(String.format(Locale.ROOT, format, arguments)); }
}
