package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.Ticker;
import java.time.Duration;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The process list with what stands in its place while it is empty. The rows are made before there is anything to show in
 * them, one by one while the application rests, and stand there unseen until there is; those still missing are made while a
 * machine is read for the first time.
 */
public final class ProcessList extends StackPane {
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final ProcessTable table;
    private final Ticker ticker = new Ticker(PAUSE, this::prepareRow);
    private double preparedHeight;
    /** Rows that stand ready. */
    private int ready;

    public ProcessList(MonitorModel model, ProcessTable table) {
        this.table = table;
        var empty = new EmptyState(model);
        // the table's own would come and go with the rows that are made ahead
        table.setPlaceholder(new Region());
        setAlignment(Pos.TOP_CENTER);
        setMinHeight(0);
        getChildren().setAll(table, empty);
        empty.setPickOnBounds(false);
        model.population().listingProperty().addListener((o, before, now) -> {
            empty.setVisible(now.size() == 0);
            ready = 0;
            ticker.stop();
            table.setMaxHeight(Double.MAX_VALUE);
            if (now.size() > 0) return;
            table.prepare(0);
            if (model.inspectorProperty().get() == null) Platform.runLater(this::prepareAll);
        });
        model.inspectorProperty().addListener((o, before, now) -> {
            if (now != null && rowsWanted() != ready) prepareAll();
        });
    }

    /** Begins to make the rows, unless there is something to show already. */
    public void prepare() {
        if (table.listing().size() == 0) ticker.start();
    }

    /** The table is as high as its rows made so far, so that each step adds one. */
    private void prepareRow() {
        if (preparedHeight >= getHeight()) {
            prepareAll();
            return;
        }
        preparedHeight = Math.max(preparedHeight, 2 * table.getFixedCellSize()) + table.getFixedCellSize();
        table.setMaxHeight(preparedHeight);
        table.prepare((int) (preparedHeight / table.getFixedCellSize()));
    }

    private int rowsWanted() { return (int) Math.ceil(getHeight() / table.getFixedCellSize()); }

    /** While a machine is being read, that goes on meanwhile, on another thread, and takes as long. */
    private void prepareAll() {
        ticker.stop();
        table.setMaxHeight(Double.MAX_VALUE);
        if (table.listing().size() > 0) return;
        ready = rowsWanted();
        table.prepare(ready);
    }
}
