package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;

import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.vm.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Measures what the message picture costs the JavaFX thread, and tracing the program, while two processes send each other
 * messages as fast as they can. Not part of the suite; run it with
 * {@code mvn -pl vm,monitor-view test -Dtest=MessagesBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(ApplicationExtension.class)
class MessagesBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SECONDS = 8;
    private static final String PAIR = """
            pong(n: Int) -> Int = receive { ("ping", from, k) -> {
                from <- ("pong", k)
                pong(n + 1)
            } }
            ping(to: Pid, k: Int) -> Int = {
                to <- ("ping", self(), k)
                receive { ("pong", n) -> ping(to, n + 1) }
            }
            main() = {
                b = spawn { pong(0) }
                a = spawn { ping(b, 0) }
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;

    private final RealMachine machines = new RealMachine();
    private Stage stage;

    @Start void start(Stage given) { stage = given; }

    @Test void printsWhatThePictureCosts() throws Exception {
        try (VirtualMachine vm = machines.start(PAIR)) {
            ProcessMonitor monitor = get(() -> {
                var made = new ProcessMonitor();
                stage.setScene(new Scene(made, 900, 800));
                stage.show();
                made.setInspector(vm.inspector());
                made.focusTable();
                return made;
            });
            waitUntil(() -> monitor.sampleProperty().get().alive() == 3);
            run(() -> monitor.setSelectedPid(3L));
            waitUntil(() -> monitor.lookup(".details-tabs") != null);
            select(monitor, "links");
            print("links in front", vm);
            select(monitor, "mailbox");
            print("mailbox in front", vm);
            vm.inspector().trace(3, true);
            print("mailbox in front, one of two traced", vm);
            select(monitor, "messages");
            print("messages in front, one of two traced", vm);
            run(() -> monitor.actions().stream().filter(action -> action.id().equals("hold-flow")).findFirst().orElseThrow().run());
            print("messages in front, held", vm);
            vm.inspector().trace(3, false);
            print("messages in front, no longer traced", vm);
            long started = System.nanoTime();
            vm.inspector().trace(3, true);
            Thread.sleep(1_000);
            for (int i = 0; i < 200; i++) vm.inspector().flow(Set.of(2L, 3L), 1_000);
            started = System.nanoTime();
            for (int i = 0; i < 200; i++) vm.inspector().flow(Set.of(2L, 3L), 1_000);
            System.out.printf(Locale.ROOT, "%-42s %9.2f ms%n", "to read a thousand messages", (System.nanoTime() - started) / 200 / 1e6);
        }
    }

    private static void select(ProcessMonitor monitor, String tab) throws Exception {
        run(() -> {
            TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
            tabs.getSelectionModel().select(tabs.getTabs().stream().filter(t -> t.getId().equals("tab-" + tab)).findFirst().orElseThrow());
        });
    }

    private static void print(String what, VirtualMachine vm) throws Exception {
        Thread.sleep(3_000);
        long messages = vm.inspector().statistics().messages();
        long cpu = get(THREADS::getCurrentThreadCpuTime);
        Thread.sleep(SECONDS * 1_000L);
        System.out.printf(Locale.ROOT, "%-42s %9.1f ms/s on the JavaFX thread   %,12d messages/s%n", what,
                (get(THREADS::getCurrentThreadCpuTime) - cpu) / 1e6 / SECONDS, (vm.inspector().statistics().messages() - messages) / SECONDS);
    }
}
