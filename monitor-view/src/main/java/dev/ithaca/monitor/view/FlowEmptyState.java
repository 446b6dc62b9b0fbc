package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowPicture;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in place of the message picture while there is no message: why, and the way out. */
final class FlowEmptyState extends VBox {
    private final MonitorModel monitor;
    private final Label text = new Label();
    private final Button trace = new Button();
    private final Button clear = new Button("Clear filter");

    FlowEmptyState(MonitorModel monitor, MonitorActions actions) {
        this.monitor = monitor;
        setId("flow-empty");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setMinSize(0, 0);
        text.setId("flow-empty-text");
        text.setWrapText(true);
        trace.setId("flow-trace");
        trace.getStyleClass().addAll("accent", "small");
        trace.setOnAction(press -> actions.trace.run());
        clear.setId("flow-clear");
        clear.getStyleClass().add("small");
        clear.setOnAction(press -> monitor.flow().filterProperty().set(""));
        getChildren().setAll(text, trace, clear);
    }

    /** {@code <7>}, or how many processes. */
    static String whose(Set<Long> pids) {
        return pids.size() == 1 ? Format.pid(pids.iterator().next()) : Format.plural(pids.size(), "process");
    }

    void show(FlowPicture picture) {
        Set<Long> pids = picture.request().pids();
        boolean known = !pids.isEmpty() && pids.equals(monitor.flow().pidsProperty().get());
        boolean filtered = known && picture.hidden() > 0;
        boolean traced = known && !picture.traced().isEmpty();
        boolean alive = monitor.selection().killableProperty().get();
        String who = whose(pids);
        text.setText(!known ? "" : filtered ? "None of " + Format.plural(picture.hidden(), "message") + " contains “" + picture.request().filter().strip() + "”"
                : traced ? alive ? "Traced: the messages of " + who + " are drawn here as they come and go" : "No message of " + who + " was noted"
                : alive ? "The messages of " + who + " are not traced. Tracing costs those who send some microseconds a message."
                : who + " was not traced while it lived: its messages are not known");
        trace.setText(pids.size() == 1 ? "Trace messages of this process" : "Trace messages of these processes");
        Controls.setShown(trace, known && !traced && !filtered && alive);
        Controls.setShown(clear, filtered);
    }
}
