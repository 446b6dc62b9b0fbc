package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every figure of a process, and its relatives as links. */
final class InfoPane extends ScrollPane {
    /** Relatives shown; a supervisor can have a hundred thousand. */
    private static final int MOST_PIDS = 60;

    private final GridPane grid = new GridPane();
    private final LongConsumer onPid;
    private final Label name = line("Name");
    private final Label started = line("Started with");
    private final Label standing = line("Now in");
    private final Label reductions = line("Reductions");
    private final Label heap = line("Heap");
    private final Label mailbox = line("Mailbox");
    private final Label stack = line("Stack depth");
    private final Label worker = line("Worker");
    private final Label uptime = line("Uptime");
    private final Label reason = line("Exit reason");
    private final Label supervisor = line("Supervisor");
    private final Pids parent = pids("Parent");
    private final Pids children = pids("Children");
    private final Pids links = pids("Links");
    private final Pids monitors = pids("Monitors");
    private final Pids monitoredBy = pids("Monitored by");

    /** @param latencies shown below the figures */
    InfoPane(LongConsumer onPid, Node latencies) {
        this.onPid = onPid;
        setId("process-info");
        getStyleClass().add("info-pane");
        grid.getStyleClass().add("info-grid");
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(keys, values);
        setContent(new VBox(grid, latencies));
        setFitToWidth(true);
    }

    void show(ProcessSnapshot snapshot) {
        ProcessInfo info = snapshot.info();
        name.setText(info.name() == null ? "—" : info.name());
        started.setText(info.initialFunction());
        String place = Format.place(info.file(), info.line());
        standing.setText(place.isEmpty() ? info.function() : info.function() + "  " + place);
        reductions.setText(Format.count(info.reductions()));
        heap.setText(Format.bytes(info.heapBytes()));
        mailbox.setText(Format.plural(info.mailboxLength(), "message"));
        stack.setText(Format.plural(snapshot.frameCount(), "frame"));
        worker.setText(Integer.toString(info.worker()));
        uptime.setText(Format.duration(info.uptimeMillis()));
        reason.setText(info.exitReason() == null ? "—" : info.exitReason());
        supervisor.setText(snapshot.supervisor().map(SupervisorText::of).orElse("—"));
        parent.show(info.parent() == 0 ? List.of() : List.of(info.parent()));
        children.show(snapshot.children());
        links.show(snapshot.links());
        monitors.show(snapshot.monitors());
        monitoredBy.show(snapshot.monitoredBy());
    }

    private Label line(String key) {
        var value = new Label();
        value.setWrapText(true);
        value.getStyleClass().add("info-value");
        addRow(key, value);
        return value;
    }

    private Pids pids(String key) {
        var value = new Pids();
        addRow(key, value);
        return value;
    }

    private void addRow(String key, Node value) {
        var label = new Label(key);
        label.getStyleClass().add("info-key");
        label.setLabelFor(value);
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(grid.getRowCount(), label, value);
    }

    /** Pids to follow with a click. */
    private final class Pids extends FlowPane {
        private List<Long> shown;

        void show(List<Long> pids) {
            if (pids.equals(shown)) return;
            shown = pids;
            getChildren().clear();
            for (long pid : pids.subList(0, Math.min(MOST_PIDS, pids.size()))) {
                var link = new Hyperlink(Format.pid(pid));
                link.getStyleClass().add("pid-link");
                link.setOnAction(click -> onPid.accept(pid));
                getChildren().add(link);
            }
            if (pids.isEmpty()) getChildren().add(new Label("—"));
            if (pids.size() > MOST_PIDS) {
                getChildren().add(new Label("… " + Format.count(pids.size() - MOST_PIDS) + " more"));
            }
        }
    }
}
