package dev.ithaca.monitor.view;

import dev.ithaca.vm.inspect.Latencies;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/** How long the process looked into runs and waits, measured since it was chosen: as many beside each other as fit, all of one width. */
final class LatencyPane extends Pane {
    private static final double GAP = 8;

    private final LatencyCard runs = new LatencyCard("Runs at a stretch", "From when a worker takes the process up to when it waits or gives way");
    private final LatencyCard queueWaits = new LatencyCard("Waits for a worker", "From when the process is ready to run to when a worker takes it up");
    private final LatencyCard messageWaits = new LatencyCard("Messages lie for", "From when a message is sent to when a receive takes it");
    private final List<LatencyCard> cards = List.of(runs, queueWaits, messageWaits);

    LatencyPane() {
        setId("process-latencies");
        getStyleClass().add("latencies");
        getChildren().setAll(cards);
        show(null);
    }

    /** @param measured null if nothing is */
    void show(Latencies measured) {
        runs.show(measured == null ? null : measured.runs());
        queueWaits.show(measured == null ? null : measured.queueWaits());
        messageWaits.show(measured == null ? null : measured.messageWaits());
    }

    @Override public Orientation getContentBias() { return Orientation.HORIZONTAL; }

    private double inner(double width) { return width - snappedLeftInset() - snappedRightInset(); }

    private int beside(double width) { return Math.clamp((int) ((inner(width) + GAP) / (runs.minWidth(-1) + GAP)), 1, cards.size()); }

    @Override protected double computeMinWidth(double height) { return snappedLeftInset() + runs.minWidth(-1) + snappedRightInset(); }

    @Override protected double computePrefWidth(double height) {
        return snappedLeftInset() + cards.size() * (runs.prefWidth(-1) + GAP) - GAP + snappedRightInset();
    }

    @Override protected double computePrefHeight(double width) {
        int rows = Math.ceilDiv(cards.size(), beside(width < 0 ? getWidth() : width));
        return snappedTopInset() + rows * (runs.prefHeight(-1) + GAP) - GAP + snappedBottomInset();
    }

    @Override protected void layoutChildren() {
        int beside = beside(getWidth());
        double width = Math.min(runs.prefWidth(-1), Math.floor((inner(getWidth()) + GAP) / beside) - GAP);
        double height = runs.prefHeight(-1);
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).resizeRelocate(snappedLeftInset() + i % beside * (width + GAP), snappedTopInset() + i / beside * (height + GAP), width, height);
        }
    }
}
