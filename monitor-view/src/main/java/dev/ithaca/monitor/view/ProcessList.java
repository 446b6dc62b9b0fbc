package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.Ticker;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The process list with what stands in its place while it is empty. The rows are made before there is anything to show in
 * them: one by one while the application rests, and those still missing while a machine is read for the first time.
 */
public final class ProcessList extends StackPane {
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final ProcessTable table;
    private final Ticker ticker = new Ticker(PAUSE, this::prepareRow);
    private double preparedHeight;

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
            endPreparation();
        });
        model.inspectorProperty().addListener((o, before, now) -> {
            if (now != null) prepareAll();
        });
    }

    /** Begins to make the rows, unless there is something to show already. */
    public void prepare() {
        if (table.listing().size() == 0) ticker.start();
    }

    /** The table is as high as its rows made so far, so that each step adds one. */
    private void prepareRow() {
        if (preparedHeight >= getHeight()) {
            endPreparation();
            return;
        }
        preparedHeight = Math.max(preparedHeight, 2 * table.getFixedCellSize()) + table.getFixedCellSize();
        table.setMaxHeight(preparedHeight);
        table.prepare((int) (preparedHeight / table.getFixedCellSize()));
    }

    /** The look at the machine goes on meanwhile, on another thread, and takes as long. */
    private void prepareAll() {
        ticker.stop();
        table.setMaxHeight(Double.MAX_VALUE);
        table.prepare((int) Math.ceil(getHeight() / table.getFixedCellSize()));
    }

    private void endPreparation() {
        ticker.stop();
        table.setMaxHeight(Double.MAX_VALUE);
        table.prepare(0);
    }
}
