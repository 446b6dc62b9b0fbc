package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Trail;
import dev.ithaca.monitor.model.WatchValue;
import dev.ithaca.monitor.viewmodel.WatchModel;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Pinned variables of any processes; Delete unpins, Enter goes to the process. */
final class WatchTable extends TableView<WatchValue> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    WatchTable(WatchModel model, LongConsumer onPid) {
        setId("watches");
        getStyleClass().addAll("watch-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var hint = new Label("Press W on a variable to keep it in sight here, whichever process is selected; Shift+W for all processes started alike");
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        setPlaceholder(hint);
        addColumn("Variable", 120, value -> value.watch().title());
        addColumn("In", 90, value -> value.watch().function());
        addColumn("Type", 80, WatchValue::type);
        getColumns().add(trailColumn());
        addColumn("Value", 200, WatchValue::text);
        getColumns().getLast().getStyleClass().add("value-text");
        setRowFactory(table -> new TableRow<>() {
            @Override protected void updateItem(WatchValue value, boolean empty) {
                super.updateItem(value, empty);
                pseudoClassStateChanged(CHANGED, value != null && value.changed());
                pseudoClassStateChanged(UNKNOWN, value != null && !value.known());
            }
        });
        model.valuesProperty().addListener((o, before, now) -> show(now));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            WatchValue selected = getSelectionModel().getSelectedItem();
            if (selected == null) return;
            if (key.getCode() == KeyCode.DELETE) model.unpin(selected.watch());
            else if (key.getCode() == KeyCode.ENTER) onPid.accept(selected.watch().pid());
            else return;
            key.consume();
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            WatchValue selected = getSelectionModel().getSelectedItem();
            if (click.getClickCount() == 2 && selected != null) onPid.accept(selected.watch().pid());
        });
    }

    private static TableColumn<WatchValue, Trail> trailColumn() {
        var column = new TableColumn<WatchValue, Trail>("Trend");
        column.setPrefWidth(84);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().trail()));
        column.setCellFactory(ignored -> new TrailCell());
        return column;
    }

    /** How a watched number went. */
    private static final class TrailCell extends TableCell<WatchValue, Trail> {
        private static final double HEIGHT = 18;

        private final Sparkline line = new Sparkline(Trail.LENGTH, true);

        TrailCell() {
            line.setPrefHeight(HEIGHT);
            line.setMaxHeight(HEIGHT);
        }

        @Override protected void updateItem(Trail trail, boolean empty) {
            super.updateItem(trail, empty);
            boolean drawn = !empty && trail != null && trail.values().size() > 1;
            if (drawn) line.show(trail.values().stream().mapToDouble(Double::doubleValue).toArray());
            setGraphic(drawn ? line : null);
        }
    }

    private void addColumn(String title, double width, Function<WatchValue, String> text) {
        var column = new TableColumn<WatchValue, String>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setComparator(WatchTable::compare);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        getColumns().add(column);
    }

    /** Numbers by their size, before all other texts. */
    static int compare(String one, String other) {
        boolean number = NUMBER.matcher(one).matches();
        boolean otherNumber = NUMBER.matcher(other).matches();
        if (number && otherNumber) return Double.compare(Double.parseDouble(one), Double.parseDouble(other));
        return number != otherNumber ? (number ? -1 : 1) : one.compareTo(other);
    }

    /** Row by row, so that the selection stays; the order may be the user's. */
    private void show(List<WatchValue> values) {
        if (getItems().size() != values.size()) {
            getItems().setAll(values);
            sort();
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            WatchValue shown = getItems().get(i);
            WatchValue now = values.stream().filter(value -> value.watch().equals(shown.watch())).findFirst().orElse(shown);
            if (!now.equals(shown)) getItems().set(i, now);
        }
    }
}
