package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.OverviewModel;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** The machine as a whole: what is amiss, and charts of its figures. */
public final class OverviewPane extends ScrollPane {
    private static final double CARD_WIDTH = 164;
    private static final double GAP = 8;
    /** Of the height of the monitor: more would leave too little for the list. */
    private static final double MOST = 0.3;

    private final MonitorModel model;
    private static final double WAITS_HEIGHT = 130;

    private final VBox alerts = new VBox();
    private final WaitsPane waits;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final List<ChartCard> cards;

    public OverviewPane(MonitorModel model) {
        this.model = model;
        OverviewModel overview = model.overview();
        setId("overview");
        getStyleClass().add("overview-pane");
        setFitToWidth(true);
        cards = List.of(new ChartCard("Processes", overview.processes(), n -> Format.count(Math.round(n))),
                new ChartCard("Reds/s", overview.reductions(), n -> Format.shortCount(Math.round(n))),
                new ChartCard("Messages/s", overview.messages(), n -> Format.shortCount(Math.round(n))),
                new ChartCard("Run queue", overview.runQueue(), n -> Format.count(Math.round(n))),
                new ChartCard("Queue wait", overview.queueWait(), n -> n < 1 ? "0" : Format.nanos(Math.round(n))),
                new ChartCard("Memory", overview.memory(), n -> Format.bytes(Math.round(n))),
                new ChartCard("GC", overview.collection(), n -> String.format(Locale.ROOT, "%.1f %%", n)));
        tiles.setPrefColumns(1);
        tiles.getChildren().setAll(cards);
        tiles.getStyleClass().add("overview-cards");
        // as many columns as fit, all of one width that fills the pane
        tiles.widthProperty().addListener((o, before, now) -> {
            double room = now.doubleValue() - tiles.getInsets().getLeft() - tiles.getInsets().getRight();
            int columns = (int) Math.max(1, Math.min(cards.size(), Math.floor((room + GAP) / (CARD_WIDTH + GAP))));
            tiles.setPrefTileWidth(Math.floor((room - GAP * (columns - 1)) / columns));
        });
        alerts.getStyleClass().add("alerts");
        alerts.setId("alerts");
        waits = new WaitsPane("overview-waits", model.selection()::select);
        waits.setMinHeight(WAITS_HEIGHT);
        waits.setPrefHeight(WAITS_HEIGHT);
        model.standstill().graphProperty().addListener((o, before, now) -> waits.show(now));
        setContent(new VBox(alerts, waits, tiles));
        overview.looksProperty().addListener((o, before, now) -> refresh());
        visibleProperty().addListener((o, before, now) -> refresh());
        parentProperty().flatMap(Node::layoutBoundsProperty).addListener((o, before, now) -> requestLayout());
        overview.alertsProperty().addListener((o, before, now) -> show(now));
        cards.forEach(ChartCard::refresh);
        show(overview.alertsProperty().get());
    }

    /** Alerts, and as many whole rows of charts as leave enough for the list: none is cut. */
    @Override protected double computePrefHeight(double width) {
        if (!(getParent() instanceof Region around)) return 0;
        double inner = around.getWidth();
        double above = heightOf(alerts, inner) + heightOf(waits, inner);
        double row = cards.stream().mapToDouble(card -> card.prefHeight(-1)).max().orElse(0) + GAP;
        double pads = tiles.getInsets().getTop() + tiles.getInsets().getBottom() - GAP;
        int columns = (int) Math.max(1, Math.floor((inner - 2 * GAP + GAP) / (CARD_WIDTH + GAP)));
        int rows = Math.ceilDiv(cards.size(), Math.min(columns, cards.size()));
        double room = MOST * around.getHeight() - above - pads;
        return Math.ceil(above + pads + row * Math.clamp((int) (room / row), 1, rows)) + snappedTopInset() + snappedBottomInset();
    }

    @Override protected double computeMinHeight(double width) { return computePrefHeight(width); }

    private static double heightOf(Region part, double width) { return part.isManaged() ? part.prefHeight(width) : 0; }

    /** Out of sight it costs nothing. */
    private void refresh() {
        if (!isVisible()) return;
        cards.forEach(ChartCard::refresh);
        standstill(model.overview().alertsProperty().get()).ifPresent(pid -> model.standstill().look(model.inspectorProperty().get(), pid));
    }

    private static OptionalLong standstill(List<Alerts.Alert> found) {
        return found.stream().mapToLong(Alerts.Alert::waitsFrom).filter(pid -> pid != 0).findFirst();
    }

    private void show(List<Alerts.Alert> found) {
        alerts.getChildren().setAll(found.stream().map(this::line).toList());
        Controls.setShown(alerts, !found.isEmpty());
        boolean still = standstill(found).isPresent();
        Controls.setShown(waits, still);
    }

    private HBox line(Alerts.Alert alert) {
        var text = new Label(alert.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        var show = new Hyperlink("Show");
        show.getStyleClass().add("pid-link");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(click -> {
            if (alert.pid() != 0) model.selection().select(alert.pid());
            else model.arrangement().filterTextProperty().set(alert.filter());
        });
        var line = new HBox(Icon.action("alert"), text, show);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("alert");
        return line;
    }
}
