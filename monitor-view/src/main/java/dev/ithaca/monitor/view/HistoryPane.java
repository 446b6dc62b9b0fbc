package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.HistoryModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How reductions, heap and mailbox of the process went since it was chosen. */
final class HistoryPane extends VBox {
    private final List<ChartCard> cards;

    HistoryPane(HistoryModel model) {
        setId("process-history");
        getStyleClass().add("history-pane");
        cards = List.of(new ChartCard("Reductions per second", model.rate(), n -> Format.shortCount(Math.round(n))),
                new ChartCard("Heap", model.heap(), n -> Format.bytes(Math.round(n))),
                new ChartCard("Mailbox", model.mailbox(), n -> Format.count(Math.round(n))));
        cards.forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        getChildren().setAll(cards);
        model.looksProperty().addListener((o, before, now) -> refresh());
        parentProperty().flatMap(Node::visibleProperty).addListener((o, before, now) -> refresh());
        cards.forEach(ChartCard::refresh);
    }

    /** Behind another tab it costs nothing. */
    private void refresh() {
        if (getParent() != null && getParent().isVisible()) cards.forEach(ChartCard::refresh);
    }
}
