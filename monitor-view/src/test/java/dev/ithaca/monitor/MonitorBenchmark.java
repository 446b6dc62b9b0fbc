package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Expansion;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ListingQuery;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.SortKey;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Inspector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Measures the monitor over programs that really run and prints its figures beside those of Erlang's observer (OTP 25.2.3 on
 * two cores, taken from the project's study of monitors). Not part of the suite; run it with
 * {@code mvn -pl vm,monitor-view test -Dtest=MonitorBenchmark -Dsurefire.failIfNoSpecifiedTests=false}. How soon the first
 * picture is there is measured by {@link FirstPaintBenchmark}.
 */
@ExtendWith(ApplicationExtension.class)
class MonitorBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ListingQuery BY_HEAP = ListingQuery.all().withSort(List.of(new SortKey(Column.HEAP, true)));
    private static final ListingQuery BY_RATE = ListingQuery.all().withSort(List.of(new SortKey(Column.RATE, true)));
    private static final int ROUNDS = 30;
    private static final int BUSY = 8;
    private static final int WATCHED_SECONDS = 10;

    private final RealMachine machines = new RealMachine();
    private Stage stage;

    @Start void start(Stage given) { stage = given; }

    @Test void printsItsFigures() throws Exception {
        print("%-52s %12s   %s", "", "here", "Erlang's observer");
        for (int busy : new int[] {0, BUSY}) {
            for (int size : new int[] {10_000, 100_000, 262_144}) sweep(size, busy);
        }
        sweep(1_000_000, 0);
        memory(100_000, Set.of());
        memory(100_000, Set.of(Figure.IN_STATE));
        memory(100_000, EnumSet.allOf(Figure.class));
        mailbox(1_000_000);
    }

    @Test void printsWhatTheTreeCosts() throws Exception { tree(100_000); }

    @Test void printsWhatTheWindowCosts() throws Exception { window(100_000); }

    @Test void printsWhatTheProgramPays() throws Exception { slowDown(100_000); }

    private VirtualMachine start(int idle, int busy) throws Exception {
        VirtualMachine vm = machines.start(RealMachine.population(idle, busy));
        until(() -> vm.inspector().statistics().alive() == idle + busy + 1);
        return vm;
    }

    private void sweep(int size, int busy) throws Exception {
        try (VirtualMachine vm = start(size, busy)) {
            Inspector inspector = vm.inspector();
            ProcessSample sample = null;
            double[] millis = new double[ROUNDS];
            double[] cpu = new double[ROUNDS];
            for (int i = -ROUNDS; i < ROUNDS; i++) {
                long startedCpu = THREADS.getCurrentThreadCpuTime();
                long started = System.nanoTime();
                sample = ProcessSample.take(inspector.population(), sample);
                Listing listing = BY_HEAP.run(sample);
                if (listing.size() != sample.size()) throw new AssertionError();
                if (i >= 0) millis[i] = (System.nanoTime() - started) / 1e6;
                if (i >= 0) cpu[i] = (THREADS.getCurrentThreadCpuTime() - startedCpu) / 1e6;
                Thread.sleep(20);
            }
            String observer = size == 100_000 ? busy == 0 ? "302 ms" : "3,800 ms, worst 40,000 ms" : size == 10_000 && busy > 0 ? "280 ms" : "";
            print("%-52s %9.1f ms   %s", String.format(Locale.ROOT, "sweep + sort, %,d processes, %d busy: median", size, busy), median(millis), observer);
            print("%-52s %9.1f ms", "    its processor time", median(cpu));
            if (size >= 262_144) filtering(sample);
        }
    }

    /** The tree with everything below main closed but for one branch, ordered by what branches add up to. */
    private void tree(int size) throws Exception {
        try (VirtualMachine vm = machines.start(RealMachine.crowdedBank(size / 2, size / 200, 100))) {
            until(() -> vm.inspector().statistics().alive() >= size);
            ListingQuery closed = BY_HEAP.withArrangement(Arrangement.TREE, Expansion.of(false).with(1, true));
            ProcessSample sample = null;
            for (ListingQuery query : List.of(closed, closed.withArrangement(Arrangement.TREE, Expansion.of(true)), closed.withSums(false), BY_HEAP)) {
                double[] millis = new double[ROUNDS];
                for (int i = -ROUNDS; i < ROUNDS; i++) {
                    long started = System.nanoTime();
                    sample = ProcessSample.take(vm.inspector().population(), sample);
                    if (query.run(sample).size() == 0) throw new AssertionError();
                    if (i >= 0) millis[i] = (System.nanoTime() - started) / 1e6;
                    Thread.sleep(20);
                }
                print("%-52s %9.1f ms", String.format(Locale.ROOT, "sweep + %s%s, %,d: median", query.arrangement().title(), query.sums() ? " with sums" : "", sample.size()), median(millis));
            }
        }
    }

    private void filtering(ProcessSample sample) {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long started = System.nanoTime();
            BY_RATE.withFilter(ProcessFilter.parse("fn:idle mbox<1 -state:dead 77")).run(sample);
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        print("%-52s %9.1f ms", "    filter by four words + sort: median", median(millis));
    }

    /** What one sample with its listing keeps alive. */
    private void memory(int size, Set<Figure> figures) throws Exception {
        try (VirtualMachine vm = start(size, 0)) {
            int copies = 20;
            ProcessSample first = ProcessSample.take(vm.inspector().population(figures), null);
            for (ListingQuery query : List.of(BY_HEAP, BY_HEAP.withArrangement(Arrangement.TREE, Expansion.of(true)))) {
                Listing[] kept = new Listing[copies];
                long before = used();
                for (int i = 0; i < copies; i++) kept[i] = query.run(ProcessSample.take(vm.inspector().population(figures), first));
                long bytes = (used() - before) / copies / size;
                print("%-52s %9d B    %s", "memory per row, " + query.arrangement().title() + (figures.isEmpty() ? "" : ", columns by choice: " + figures.size()), bytes, "about 1,000 B");
            }
        }
    }

    private void mailbox(int messages) throws Exception {
        String text = """
                deaf() = receive { "never" -> 0 }
                fill(p: Pid, n: Int) -> Int = if n == 0 then 0 else { p <- n; fill(p, n - 1) }
                main() = {
                    p = spawn { deaf() }
                    fill(p, %d)
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """.formatted(messages);
        try (VirtualMachine vm = machines.start(text)) {
            until(() -> vm.inspector().info(2).map(info -> info.mailboxLength() == messages).orElse(false));
            double[] millis = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long started = System.nanoTime();
                vm.inspector().snapshot(2, 100, 100).join();
                millis[i] = (System.nanoTime() - started) / 1e6;
            }
            print("%-52s %9.1f ms   %s", String.format(Locale.ROOT, "opening a mailbox of %,d messages: worst of %d", messages, ROUNDS),
                    Arrays.stream(millis).max().orElse(0), "4,000 ms for 50,000 messages");
        }
    }

    /** The control on screen, refreshed once a second. */
    private void window(int size) throws Exception {
        try (VirtualMachine vm = start(size, 0)) {
            ProcessMonitor monitor = get(() -> {
                var made = new ProcessMonitor();
                stage.setScene(new Scene(made, 900, 800));
                stage.show();
                // the caret of a focused text field blinks at the expense of the same thread
                made.focusTable();
                return made;
            });
            run(() -> monitor.setInspector(vm.inspector()));
            run(() -> monitor.refreshIntervalProperty().set(Duration.millis(100)));
            Thread.sleep(4_000);
            run(() -> monitor.refreshIntervalProperty().set(Duration.seconds(1)));
            Thread.sleep(2_000);
            long cpu = get(THREADS::getCurrentThreadCpuTime);
            Thread.sleep(WATCHED_SECONDS * 1_000L);
            double fxMillis = (get(THREADS::getCurrentThreadCpuTime) - cpu) / 1e6 / WATCHED_SECONDS;
            double share = get(() -> monitor.costShareProperty().get());
            print("%-52s %9.1f ms", "JavaFX thread per refresh (processor time, layout included)", fxMillis);
            print("%-52s %9.1f %%    %s", "processor at one refresh a second, of one core",
                    100 * share + fxMillis / 10, "40 to 64 %");
            run(() -> monitor.setInspector(null));
        }
    }

    /**
     * Seconds with and without a monitor that sweeps, in turns (without, with, without), and the same between the seconds
     * without it: what that is off 1 is the noise of the machine.
     */
    private void slowDown(int size) throws Exception {
        try (VirtualMachine vm = start(size, BUSY)) {
            Inspector inspector = vm.inspector();
            Thread.sleep(3_000);
            for (int i = 0; i < ROUNDS; i++) BY_HEAP.run(ProcessSample.take(inspector.population(), null));
            double[] with = new double[WATCHED_SECONDS];
            double[] first = new double[WATCHED_SECONDS];
            double[] second = new double[WATCHED_SECONDS];
            for (int i = 0; i < WATCHED_SECONDS; i++) {
                first[i] = work(inspector, false);
                with[i] = work(inspector, true);
                second[i] = work(inspector, false);
            }
            double without = (median(first) + median(second)) / 2;
            print("%-52s %10.3f     %s", "program slowed down by the factor", without / median(with), "1.21");
            print("%-52s %10.3f", "    the same without a monitor: noise", median(first) / median(second));
            long before = inspector.info(5).orElseThrow().reductions();
            for (int i = 0; i < 100; i++) inspector.population();
            print("%-52s %10d     %s", "reductions charged to a waiting process by 100 looks", inspector.info(5).orElseThrow().reductions() - before, "100 to 200");
        }
    }

    private double work(Inspector inspector, boolean watched) throws Exception {
        long reductions = inspector.statistics().reductions();
        long started = System.nanoTime();
        if (watched) BY_HEAP.run(ProcessSample.take(inspector.population(), null));
        Thread.sleep(Math.max(0, 1_000 - (System.nanoTime() - started) / 1_000_000));
        return (inspector.statistics().reductions() - reductions) / ((System.nanoTime() - started) / 1e9);
    }

    private static long used() {
        for (int i = 0; i < 4; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("the program did not come to the state to be measured");
            Thread.sleep(5);
        }
    }

    private static void print(String format, Object... arguments) { System.out.println(String.format(Locale.ROOT, format, arguments)); }
}
