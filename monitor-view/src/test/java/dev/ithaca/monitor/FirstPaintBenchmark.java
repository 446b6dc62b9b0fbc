package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;

import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.inspect.Inspector;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Measures how long it takes from the moment the monitor is given a machine with 100,000 processes until they are painted.
 * Not part of the suite. What ran before in the same virtual machine of Java counts, so that each of the two is to be run by
 * itself: {@code mvn -pl vm,monitor-view test -Dtest=FirstPaintBenchmark#ofAControlJustMade
 * -Dsurefire.failIfNoSpecifiedTests=false}, and the same with {@code #ofAControlShownBefore}.
 */
@ExtendWith(ApplicationExtension.class)
class FirstPaintBenchmark {
    private static final int SIZE = 100_000;
    private static final int RUNS = 3;
    /** What lies between the start of an application and the first run in it, at least. */
    private static final long BEFORE_FIRST_RUN_MILLIS = 6_000;
    private static final int DRAWN_BEFORE = 60;
    private static final int PRACTICE = 5_000;

    private final RealMachine machines = new RealMachine();
    private Stage stage;

    @Start void start(Stage given) { stage = given; }

    /** The application's window has been there for some seconds, as when a program is run in it for the first time. */
    @Test void ofAControlShownBefore() throws Exception {
        try (VirtualMachine vm = start(SIZE)) {
            ProcessMonitor monitor = get(() -> {
                var made = new ProcessMonitor();
                made.setPractice(this::practise);
                stage.setScene(new Scene(made, 900, 800));
                stage.show();
                return made;
            });
            for (int i = 0; i < DRAWN_BEFORE; i++) {
                boolean odd = i % 2 == 1;
                run(() -> monitor.darkProperty().set(odd));
                Thread.sleep(BEFORE_FIRST_RUN_MILLIS / DRAWN_BEFORE);
            }
            loadWhatTellsOfPainting();
            for (int i = 1; i <= RUNS; i++) {
                run(() -> monitor.setInspector(null));
                Thread.sleep(300);
                measure("control shown before, run " + i, () -> tellWhenPainted(monitor, vm.inspector()));
            }
        }
    }

    /** The toolkit runs and has shown a text; the control is made, shown and given its machine at once, with nothing made ready. */
    @Test void ofAControlJustMade() throws Exception {
        try (VirtualMachine vm = start(SIZE)) {
            run(() -> {
                stage.setScene(new Scene(new VBox(new Text("to be replaced")), 900, 800));
                stage.show();
            });
            loadWhatTellsOfPainting();
            for (int i = 1; i <= RUNS; i++) {
                measure("control just made, run " + i, () -> {
                    var monitor = new ProcessMonitor();
                    stage.getScene().setRoot(monitor);
                    return tellWhenPainted(monitor, vm.inspector());
                });
                run(() -> stage.getScene().setRoot(new Group()));
            }
        }
    }

    private VirtualMachine start(int size) throws Exception {
        VirtualMachine vm = machines.start(RealMachine.population(size, 0));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (vm.inspector().statistics().alive() != size + 1) {
            if (System.nanoTime() > end) throw new AssertionError("the program did not come to the state to be measured");
            Thread.sleep(5);
        }
        return vm;
    }

    /** As an application does with a small program while it starts. */
    private void practise(Consumer<Inspector> look) {
        try (VirtualMachine vm = start(PRACTICE)) {
            look.accept(vm.inspector());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private interface Opening {
        CompletableFuture<Long> open();
    }

    private static void measure(String what, Opening opening) throws Exception {
        long started = System.nanoTime();
        double millis = (get(opening::open).get(30, TimeUnit.SECONDS) - started) / 1e6;
        System.out.println(String.format(Locale.ROOT, "first paint of %,d processes, %-30s %9.1f ms", SIZE, what, millis));
    }

    /**
     * Gives the monitor its machine. Completes with the time at which the first picture with processes is in the window: its
     * layout is followed by its painting, on a thread of its own, in order, so that a picture of one dot taken after the
     * pulse comes after it.
     */
    private CompletableFuture<Long> tellWhenPainted(ProcessMonitor monitor, Inspector machine) {
        var painted = new CompletableFuture<Long>();
        Runnable afterLayout = new Runnable() {
            @Override public void run() {
                if (monitor.processCountProperty().get() == 0) return;
                stage.getScene().removePostLayoutPulseListener(this);
                Platform.runLater(() -> photographDot(() -> painted.complete(System.nanoTime())));
            }
        };
        stage.getScene().addPostLayoutPulseListener(afterLayout);
        monitor.setInspector(machine);
        return painted;
    }

    /** The measuring itself is not to be measured. */
    private static void loadWhatTellsOfPainting() throws Exception {
        var loaded = new CountDownLatch(1);
        run(() -> photographDot(loaded::countDown));
        loaded.await();
    }

    private static void photographDot(Runnable afterwards) {
        Node dot = new Rectangle(1, 1);
        dot.snapshot(picture -> {
            Platform.runLater(afterwards);
            return null;
        }, null, null);
    }
}
