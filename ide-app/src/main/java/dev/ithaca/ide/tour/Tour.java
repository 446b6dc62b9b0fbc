package dev.ithaca.ide.tour;

import static dev.ithaca.ide.tour.TourThread.await;
import static dev.ithaca.ide.tour.TourThread.fx;
import static dev.ithaca.ide.tour.TourThread.onFx;
import static dev.ithaca.ide.tour.TourThread.pause;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.ide.project.Examples;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.ide.run.Session;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.window.MainWindow;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/**
 * Shows the application without a display: drives the real window through an example, from its text over an error to
 * its running processes, and writes a picture of each state.
 */
public final class Tour {
    private static final String EXAMPLE = "bank.nos";
    private static final String MAILBOX_EXAMPLE = "mailbox.nos";
    private static final String MISTAKE = "\nforgotten(amount) = amount + + 1\n";
    private static final long SETTLE_MILLIS = 1_200;
    private static final long FILL_MILLIS = 2_000;
    private static final int MAILBOX_TAB = 2;
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 860;

    private final Services services;
    private final MainWindow window;
    private final Stage stage;
    private final Path folder;

    public Tour(Services services, MainWindow window, Stage stage, Path folder) {
        this.services = services;
        this.window = window;
        this.stage = stage;
        this.folder = folder;
    }

    /** Starts the tour on a thread of its own; the application ends with it. */
    public void start() {
        size(WIDTH, HEIGHT);
        window.show();
        Thread.ofPlatform().name("tour").start(this::run);
    }

    private void run() {
        try {
            pictures();
            System.out.println("Pictures of the IDE are in " + folder.toAbsolutePath());
        } catch (IOException failed) {
            System.err.println("The tour ended early: " + failed.getMessage());
        } finally {
            Platform.exit();
        }
    }

    private void pictures() throws IOException {
        picture("welcome");
        open(EXAMPLE);
        picture("editor");
        editing();
        mistake();
        runProgram();
        picture("monitor-table");
        onFx(() -> window.monitorControl().treeProperty().set(true));
        picture("monitor-tree");
        onFx(() -> window.monitorControl().treeProperty().set(false));
        select(interesting());
        inBothThemes("variables");
        onFx(() -> size(1280, 720));
        picture("at-1280x720");
        Screenshot.write(fx(() -> Screenshot.take(stage.getScene(), 1920, 1080)), folder.resolve("at-1920x1080.png"));
        onFx(() -> size(WIDTH, HEIGHT));
        open(MAILBOX_EXAMPLE);
        onFx(() -> fire("run.stop"));
        await("the bank is closed", () -> !services.runner().stateProperty().get().active());
        runProgram();
        pause(FILL_MILLIS);
        select(interesting());
        await("its details are shown", () -> stage.getScene().lookup("#process-details .tab-pane") != null);
        onFx(() -> ((TabPane) stage.getScene().lookup("#process-details .tab-pane")).getSelectionModel().select(MAILBOX_TAB));
        inBothThemes("mailbox");
        onFx(() -> fire("run.stop"));
        onFx(() -> fire("help.commands"));
        picture("commands");
        onFx(() -> stage.getScene().lookup("#palette").setVisible(false));
        new MonitorTour(services, window, stage, folder.resolve("monitor")).pictures(this::runProgram);
    }

    private void open(String name) throws IOException {
        Examples.Example example = services.examples().stream().filter(candidate -> candidate.name().equals(name)).findFirst()
                .orElseThrow(() -> new IOException("this build has no example " + name));
        onFx(() -> window.openExample(example));
        await("the example is checked", () -> !services.analysis().checkingProperty().get());
    }

    /** A folded block, and a caret at each use of a name. */
    private void editing() throws IOException {
        onFx(() -> {
            EditorView editor = window.activeEditor().orElseThrow();
            editor.goTo(lineOf("customer(bank"), 1);
            editor.toggleFold();
            editor.goTo(lineOf("Deposit(amount)"), 15);
            editor.selectOccurrences();
        });
        picture("carets");
        onFx(() -> {
            EditorView editor = window.activeEditor().orElseThrow();
            editor.unfoldAll();
            editor.goTo(1, 1);
        });
    }

    /** 1-based, of the first line with a text in it. */
    private int lineOf(String text) {
        String all = services.documents().active().orElseThrow().text();
        return (int) all.substring(0, Math.max(0, all.indexOf(text))).lines().count() + 1;
    }

    private void mistake() throws IOException {
        Document document = fx(() -> services.documents().active().orElseThrow());
        String text = fx(document::text);
        int line = (int) text.lines().count() + 2;
        onFx(() -> document.replaceAll(text.stripTrailing() + "\n" + MISTAKE));
        await("the mistake is found", () -> !services.analysis().problems().isEmpty());
        onFx(() -> {
            window.activeEditor().ifPresent(editor -> editor.goTo(line, 1));
            fire("problem.next");
        });
        picture("editor-error");
        onFx(() -> {
            document.replaceAll(text);
            window.activeEditor().ifPresent(editor -> editor.goTo(1, 1));
        });
        await("the mistake is gone", () -> !services.analysis().checkingProperty().get());
    }

    private void runProgram() throws IOException {
        onFx(() -> fire("run.start"));
        await("the program runs", () -> services.runner().stateProperty().get() == RunState.RUNNING);
        await("its processes are listed", () -> window.monitorControl().processCountProperty().get() > 1);
    }

    private void inBothThemes(String name) throws IOException {
        onFx(() -> services.appearance().themeProperty().set(Theme.DARK));
        picture(name + "-dark");
        onFx(() -> services.appearance().themeProperty().set(Theme.LIGHT));
        picture(name);
    }

    private void select(ProcessInfo process) {
        if (process != null) onFx(() -> window.monitorControl().setSelectedPid(process.pid()));
    }

    /** The process that tells most: it waits, and messages wait for it. */
    private ProcessInfo interesting() {
        Session session = fx(() -> services.runner().sessionProperty().get());
        List<ProcessInfo> processes = session.machine().inspector().processes();
        return processes.stream().filter(process -> process.alive() && process.parent() != 0 && (process.status() == ProcessStatus.WAITING || process.mailboxLength() > 0))
                .max(Comparator.comparingInt(ProcessInfo::mailboxLength).thenComparingLong(ProcessInfo::reductions))
                .orElse(processes.isEmpty() ? null : processes.getLast());
    }

    private void fire(String action) { window.actions().get(action).fire(); }

    private void size(double width, double height) {
        stage.setMaximized(false);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private void picture(String name) throws IOException {
        pause(SETTLE_MILLIS);
        Screenshot.write(fx(() -> Screenshot.take(stage.getScene())), folder.resolve(name + ".png"));
    }
}
