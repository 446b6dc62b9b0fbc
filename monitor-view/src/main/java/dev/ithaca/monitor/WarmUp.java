package dev.ithaca.monitor;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.ListingQuery;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.Specimens;
import dev.ithaca.monitor.view.ProcessTable;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.vm.inspect.Inspector;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;

/**
 * Lays out a process list that nobody sees, in the background and before the first program runs. What the first real picture
 * would have to wait for is loaded and compiled then: cells, skins, style sheets, sorting. Nodes outside a window may be used
 * on any thread.
 */
final class WarmUp {
    /** The start of the application goes first. */
    private static final long DELAY_MILLIS = 1_000;
    private static final int ROWS = 30;
    /** What makes cells is compiled after some hundreds of them. */
    private static final int TABLES = 6;
    private static final int ROUNDS = 8;
    /** Enough for the loops that read and sort to be compiled. */
    private static final int LARGE = 20_000;
    private static final int LOOKS = 30;
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private final AtomicBoolean started = new AtomicBoolean();
    private final List<String> styleSheets;
    private final Runnable afterwards;
    private volatile boolean wanted = true;
    private volatile Practice practice = look -> {};

    /** @param afterwards run on the JavaFX thread when it is done */
    WarmUp(List<String> styleSheets, Runnable afterwards) {
        this.styleSheets = List.copyOf(styleSheets);
        this.afterwards = afterwards;
    }

    void setPractice(Practice machine) { practice = machine; }

    /** Once; later calls do nothing. */
    void start() {
        if (!started.compareAndSet(false, true)) return;
        Thread thread = Thread.ofPlatform().daemon().name("monitor-warm-up").unstarted(this::run);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** The monitor is shown no longer, or has a real machine to show; who wants to know when this has ended waits for its thread. */
    void stop() { wanted = false; }

    private void run() {
        try {
            Thread.sleep(DELAY_MILLIS);
        } catch (InterruptedException stopped) {
            return;
        }
        for (int i = 0; i < TABLES && wanted; i++) layOut();
        if (!wanted) return;
        practice.run(this::look);
        if (wanted) Platform.runLater(afterwards);
    }

    private void look(Inspector inspector) {
        ProcessSample last = ProcessSample.empty();
        var alerts = new Alerts();
        for (int round = 0; round < LOOKS && wanted; round++) {
            last = ProcessSample.take(inspector.population(), last);
            ListingQuery.all().run(last);
            alerts.look(last, inspector::population);
        }
    }

    private void layOut() {
        var model = new MonitorModel();
        var table = new ProcessTable(model, new SimpleObjectProperty<>(Font.getDefault()));
        var root = new StackPane(table);
        root.getStyleClass().add("process-monitor");
        root.pseudoClassStateChanged(ProcessMonitor.STANDALONE, true);
        root.getStylesheets().setAll(styleSheets);
        var scene = new Scene(root, WIDTH, HEIGHT);
        for (int round = 0; round < ROUNDS && wanted; round++) {
            model.population().show(Specimens.population(round, round == ROUNDS - 1 ? LARGE : ROWS));
            root.applyCss();
            root.layout();
        }
        scene.setRoot(new StackPane());
    }
}
