package dev.ithaca.ide.tour;

import static dev.ithaca.ide.tour.TourThread.await;
import static dev.ithaca.ide.tour.TourThread.fx;
import static dev.ithaca.ide.tour.TourThread.onFx;
import static dev.ithaca.ide.tour.TourThread.pause;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.window.MainWindow;
import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.recording.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Every view of the process monitor: beside the editor in a small window, and alone in two large ones, light and dark. */
final class MonitorTour {
    private static final Size SMALL = new Size(1280, 720, false);
    private static final Size MIDDLE = new Size(1920, 1080, true);
    private static final Size LARGE = new Size(2560, 1440, true);
    private static final long SETTLE_MILLIS = 250;
    private static final long RECORDED_MILLIS = 3_000;
    private static final long SEEN_MILLIS = 4_000;

    /** @param alone the monitor takes the whole window */
    private record Size(int width, int height, boolean alone) {}

    /** Starts the program in front. */
    interface Run {
        void start() throws IOException;
    }

    private final Services services;
    private final MainWindow window;
    private final Stage stage;
    private final Path folder;
    private final ProcessMonitor monitor;
    /** JavaFX thread. */
    private boolean alone;

    MonitorTour(Services services, MainWindow window, Stage stage, Path folder) {
        this.services = services;
        this.window = window;
        this.stage = stage;
        this.folder = folder;
        monitor = window.monitorControl();
    }

    /** On the thread of the tour, with a program in front whose mailbox grows. */
    void pictures(Run run) throws IOException {
        onFx(() -> {
            stage.setWidth(SMALL.width());
            stage.setHeight(SMALL.height());
        });
        start(run);
        onFx(() -> monitor.setSelectedPid(null));
        views("list");
        onFx(() -> monitor.filterTextProperty().set("fn:nobody"));
        views("nothing-matches");
        onFx(() -> monitor.filterTextProperty().set(""));
        for (Arrangement arrangement : List.of(Arrangement.TREE, Arrangement.BY_ORIGIN)) {
            onFx(() -> monitor.arrangementProperty().set(arrangement));
            views(arrangement == Arrangement.TREE ? "tree" : "groups");
        }
        onFx(() -> monitor.arrangementProperty().set(Arrangement.LIST));
        start(run);
        details();
        start(run);
        select();
        questions();
        onFx(() -> action("overview"));
        await("the mailbox that grows is reported", () -> !monitor.alertsProperty().get().isEmpty());
        views("overview-and-alerts");
        onFx(() -> action("overview"));
        select();
        Inspector machine = fx(monitor::getInspector);
        Path recording = record(machine);
        machine.kill(fx(monitor::getSelectedPid));
        await("what is left of it is shown", () -> tab("tab-end"));
        views("end");
        onFx(() -> monitor.openRecording(recording));
        await("the recording is open", () -> monitor.recordingProperty().get() != null);
        views("recording");
        onFx(() -> action("close-recording"));
        Files.delete(recording);
    }

    private void details() throws IOException {
        select();
        for (String name : new String[] {"variables", "stack", "mailbox", "links", "waits", "history", "watches", "info"}) {
            onFx(() -> tab("tab-" + name));
            views(name);
        }
        onFx(() -> tab("tab-messages"));
        views("messages-untraced");
        onFx(() -> action("trace"));
        await("messages are drawn", () -> stage.getScene().lookup("#flow-messages") instanceof ListView<?> list && list.getItems().size() > 20);
        views("messages");
        onFx(() -> action("trace"));
        onFx(() -> {
            action("trace-calls");
            ((TextField) stage.getScene().lookup("#prompt-field")).setText("consumer 40");
            ((Button) stage.getScene().lookup("#prompt-confirm")).fire();
        });
        pause(SEEN_MILLIS / 2);
        views("calls");
        onFx(() -> tab("tab-variables"));
    }

    /** Anew: the program ends by itself after a minute. */
    private void start(Run run) throws IOException {
        onFx(() -> window.actions().get("run.stop").fire());
        await("the program before is gone", () -> !services.runner().stateProperty().get().active());
        run.start();
        pause(SEEN_MILLIS);
    }

    private void select() throws IOException {
        onFx(() -> monitor.setSelectedPid(monitor.sampleProperty().get().pid(busiest())));
        await("its details are shown", () -> stage.getScene().lookup("#process-details .tab-pane") != null);
    }

    /** Where the longest mailbox is. */
    private int busiest() {
        var sample = monitor.sampleProperty().get();
        int longest = 0;
        for (int row = 1; row < sample.size(); row++) if (sample.mailboxLength(row) > sample.mailboxLength(longest)) longest = row;
        return longest;
    }

    private void questions() throws IOException {
        onFx(() -> action("send"));
        views("send");
        onFx(() -> ((Button) stage.getScene().lookup("#prompt-cancel")).fire());
        // the program would end with its first process: it asks
        onFx(() -> monitor.setSelectedPid(1L));
        await("it can be killed", () -> monitor.actions().stream().anyMatch(action -> action.id().equals("kill") && action.enabled().get()));
        onFx(() -> action("kill"));
        views("kill");
        onFx(() -> ((Button) stage.getScene().lookup("#cancel-kill")).fire());
        onFx(() -> action("help"));
        views("keys");
        onFx(() -> action("help"));
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            onFx(() -> services.appearance().themeProperty().set(theme));
            onFx(() -> action("states"));
            pause(SETTLE_MILLIS);
            for (Window popup : fx(() -> List.copyOf(Window.getWindows()))) {
                if (popup instanceof PopupWindow) Screenshot.write(fx(() -> Screenshot.take(popup.getScene())), folder.resolve("legend" + suffix(theme) + ".png"));
            }
            onFx(() -> List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide));
        }
    }

    private Path record(Inspector machine) throws IOException {
        Path file = Files.createTempFile("tour", ".nosdump");
        Recorder recorder = Recorder.start(machine, file, "mailbox.nos", Duration.ofMillis(200), Set::of, status -> {});
        pause(RECORDED_MILLIS);
        recorder.stop();
        return file;
    }

    private boolean tab(String id) {
        if (!(stage.getScene().lookup("#process-details .tab-pane") instanceof TabPane tabs)) return false;
        return tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).findFirst().map(tab -> {
            tabs.getSelectionModel().select(tab);
            return true;
        }).orElse(false);
    }

    private void action(String id) { monitor.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow().run(); }

    private static String suffix(Theme theme) { return theme == Theme.DARK ? "-dark" : ""; }

    /** Light in the smallest and the largest window, dark in the smallest and the one between. */
    private void views(String name) throws IOException {
        shoot(name, Theme.LIGHT, SMALL, LARGE);
        shoot(name, Theme.DARK, SMALL, MIDDLE);
    }

    private void shoot(String name, Theme theme, Size... sizes) throws IOException {
        onFx(() -> services.appearance().themeProperty().set(theme));
        for (Size size : sizes) {
            onFx(() -> {
                if (size.alone() != alone) window.actions().get("view.monitorOnly").fire();
                alone = size.alone();
            });
            pause(SETTLE_MILLIS);
            Screenshot.write(fx(() -> Screenshot.take(stage.getScene(), size.width(), size.height())),
                    folder.resolve(name + "-" + size.width() + "x" + size.height() + suffix(theme) + ".png"));
        }
    }
}
