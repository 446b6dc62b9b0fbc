package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.HistoryModel;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the selected processes did, and how reductions, heap and mailbox of the one looked into went since it was chosen. */
final class HistoryPane extends ScrollPane {
    private final TimelineView timeline;
    private final List<ChartCard> cards;

    HistoryPane(MonitorModel model) {
        setId("process-history");
        getStyleClass().add("history-pane");
        HistoryModel history = model.history();
        timeline = new TimelineView(model);
        cards = List.of(new ChartCard("Reductions per second", history.rate(), n -> Format.shortCount(Math.round(n))),
                new ChartCard("Heap", history.heap(), n -> Format.bytes(Math.round(n))),
                new ChartCard("Mailbox", history.mailbox(), n -> Format.count(Math.round(n))));
        cards.forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        var content = new VBox(timeline);
        content.getChildren().addAll(cards);
        content.getStyleClass().add("history-content");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        history.looksProperty().addListener((o, before, now) -> {
            if (isInFront()) cards.forEach(ChartCard::refresh);
        });
        model.timelines().looksProperty().addListener((o, before, now) -> {
            if (isInFront()) timeline.refresh();
        });
        parentProperty().flatMap(Node::visibleProperty).addListener((o, before, now) -> refresh());
        cards.forEach(ChartCard::refresh);
    }

    /** Behind another tab it costs nothing. */
    private boolean isInFront() { return getParent() != null && getParent().isVisible(); }

    private void refresh() {
        if (!isInFront()) return;
        cards.forEach(ChartCard::refresh);
        timeline.refresh();
    }
}
