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

/** Every figure of a process, and its relatives as links. */
final class InfoPane extends ScrollPane {
    /** Relatives shown; a supervisor can have a hundred thousand. */
    private static final int MOST_PIDS = 60;

    /** In sizes of the font: as wide as two, and three, figures with their names. */
    private static final double TWO = 24;
    private static final double THREE = 48;
    private static final double WIDEST = 18;
    private static final double FONT_SIZE = 13;

    /** A figure or relatives under their name. */
    private record Line(Label key, Node value) {}

    private final GridPane grid = new GridPane();
    private final LongConsumer onPid;
    private final Node latencies;
    private final Label name = new Label();
    private final Label started = new Label();
    private final Label standing = new Label();
    private final Label reason = new Label();
    private final Label supervisor = new Label();
    private final Label reductions = new Label();
    private final Label heap = new Label();
    private final Label mailbox = new Label();
    private final Label stack = new Label();
    private final Label worker = new Label();
    private final Label uptime = new Label();
    private final Pids parent = new Pids();
    private final Pids children = new Pids();
    private final Pids links = new Pids();
    private final Pids monitors = new Pids();
    private final Pids monitoredBy = new Pids();
    private final List<Line> texts = List.of(line("Name", name), line("Start", started), line("Now in", standing), line("Exit reason", reason),
            line("Supervisor", supervisor));
    private final List<Line> figures = List.of(line("Reductions", reductions), line("Heap", heap), line("Mailbox", mailbox), line("Stack depth", stack),
            line("Worker", worker), line("Uptime", uptime));
    private final List<Line> relatives = List.of(line("Parent", parent), line("Children", children), line("Links", links), line("Monitors", monitors),
            line("Monitored by", monitoredBy));
    /** As the grid is laid out now. */
    private List<Line> shown = List.of();
    private int beside;

    /** @param latencies shown below the figures */
    InfoPane(LongConsumer onPid, Node latencies) {
        this.onPid = onPid;
        this.latencies = latencies;
        setId("process-info");
        getStyleClass().add("info-pane");
        grid.getStyleClass().add("info-grid");
        setContent(grid);
        setFitToWidth(true);
        widthProperty().addListener((o, before, now) -> layOut());
        layOut();
    }

    void show(ProcessSnapshot snapshot) {
        ProcessInfo info = snapshot.info();
        name.setText(info.name() == null ? "" : info.name());
        started.setText(Format.function(info.initialFunction()));
        String place = Format.place(info.file(), info.line());
        standing.setText(place.isEmpty() ? info.function() : info.function() + "  " + place);
        reductions.setText(Format.count(info.reductions()));
        heap.setText(Format.bytes(info.heapBytes()));
        mailbox.setText(Format.plural(info.mailboxLength(), "message"));
        stack.setText(Format.plural(snapshot.frameCount(), "frame"));
        worker.setText(Integer.toString(info.worker()));
        uptime.setText(Format.duration(info.uptimeMillis()));
        reason.setText(info.exitReason() == null ? "" : info.exitReason());
        supervisor.setText(snapshot.supervisor().map(SupervisorText::of).orElse(""));
        parent.show(info.parent() == 0 ? List.of() : List.of(info.parent()));
        children.show(snapshot.children());
        links.show(snapshot.links());
        monitors.show(snapshot.monitors());
        monitoredBy.show(snapshot.monitoredBy());
        // the dead neither run nor wait
        Controls.setShown(latencies, info.alive());
        layOut();
    }

    private static Line line(String key, Node value) {
        var label = new Label(key);
        label.getStyleClass().add("info-key");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(value);
        GridPane.setValignment(label, VPos.TOP);
        if (value instanceof Label text) {
            text.setWrapText(true);
            text.getStyleClass().add("info-value");
        }
        return new Line(label, value);
    }

    /** Figures beside each other as far as there is room, so that all is in sight; of the texts only those that say something. */
    private void layOut() {
        double em = name.getFont() == null ? FONT_SIZE : name.getFont().getSize();
        int now = getWidth() >= THREE * em ? 3 : getWidth() >= TWO * em ? 2 : 1;
        List<Line> said = texts.stream().filter(line -> !((Label) line.value()).getText().isEmpty()).toList();
        if (now == beside && said.equals(shown)) return;
        beside = now;
        shown = said;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < beside; i++) {
            var values = new ColumnConstraints();
            values.setHgrow(Priority.ALWAYS);
            // not so far from each other that the eye loses the line
            values.setMaxWidth(WIDEST * em);
            grid.getColumnConstraints().addAll(new ColumnConstraints(), values);
        }
        int row = addWhole(said, 0);
        for (int i = 0; i < figures.size(); i++) {
            grid.add(figures.get(i).key(), 2 * (i % beside), row + i / beside);
            grid.add(figures.get(i).value(), 2 * (i % beside) + 1, row + i / beside);
        }
        row += Math.ceilDiv(figures.size(), beside);
        grid.add(latencies, 0, row++, 2 * beside, 1);
        addWhole(relatives, row);
    }

    /** @return the next row */
    private int addWhole(List<Line> lines, int first) {
        int row = first;
        for (Line line : lines) {
            grid.add(line.key(), 0, row);
            grid.add(line.value(), 1, row++, 2 * beside - 1, 1);
        }
        return row;
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
