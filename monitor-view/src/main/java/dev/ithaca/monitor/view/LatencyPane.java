package dev.ithaca.monitor.view;

import dev.ithaca.vm.inspect.Latencies;
import javafx.scene.layout.FlowPane;

/** How long the process looked into runs and waits, measured since it was chosen. */
final class LatencyPane extends FlowPane {
    private final LatencyCard runs = new LatencyCard("Runs at a stretch", "From when a worker takes the process up to when it waits or gives way");
    private final LatencyCard queueWaits = new LatencyCard("Waits for a worker", "From when the process is ready to run to when a worker takes it up");
    private final LatencyCard messageWaits = new LatencyCard("Messages lie for", "From when a message is sent to when a receive takes it");

    LatencyPane() {
        setId("process-latencies");
        getStyleClass().add("latencies");
        getChildren().setAll(runs, queueWaits, messageWaits);
        show(null);
    }

    /** @param measured null if nothing is */
    void show(Latencies measured) {
        runs.show(measured == null ? null : measured.runs());
        queueWaits.show(measured == null ? null : measured.queueWaits());
        messageWaits.show(measured == null ? null : measured.messageWaits());
    }
}
