package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.CallText;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.CallsModel;
import dev.ithaca.monitor.viewmodel.SourceModel;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.TracedCall;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The calls of a traced function. Enter goes to where one was called, P to the process that called. */
final class CallsPane extends BorderPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final TableView<TracedCall> table = new TableView<>();
    private final SourceModel source;

    CallsPane(CallsModel model, SourceModel source, MonitorActions actions, LongConsumer onPid) {
        this.source = source;
        setId("process-calls");
        getStyleClass().add("calls-pane");
        setMinSize(0, 0);
        var title = new Label();
        title.setId("calls-title");
        title.textProperty().bind(model.titleProperty());
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var stop = new Button("Stop");
        stop.setId("calls-stop");
        stop.getStyleClass().add("small");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(press -> model.stop());
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(model.runningProperty());
        var bar = new HBox(title, stop, Controls.button(actions.traceCalls));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("flow-toolbar");
        setTop(bar);
        table.setId("calls");
        table.getStyleClass().addAll("calls-table", "dense");
        table.setAccessibleText("calls of the traced function, oldest first");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        addColumn("#", 44, "number", call -> Integer.toString(call.number()));
        addColumn("At (s)", 66, "number", CallText::when);
        addColumn("Pid", 50, "number", call -> Format.pid(call.pid()));
        addColumn("Call", 220, "value-text", CallText::call);
        addColumn("Result", 110, "value-text", CallText::result);
        addColumn("Took", 66, "number", CallText::took);
        addColumn("Called at", 90, "place", call -> call.from() == null ? "" : Format.place(call.from().file(), call.from().line()));
        table.setRowFactory(t -> new TableRow<>() {
            @Override protected void updateItem(TracedCall call, boolean empty) {
                super.updateItem(call, empty);
                pseudoClassStateChanged(FAILED, call != null && call.outcome() == TracedCall.Outcome.FAILED);
            }
        });
        table.setPlaceholder(hint(model, actions));
        setCenter(table);
        model.callsProperty().addListener((o, before, now) -> show(now));
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            TracedCall selected = table.getSelectionModel().getSelectedItem();
            if (COPY.match(key)) MonitorActions.toClipboard(CallText.lines(table.getItems()));
            else if (selected != null && key.getCode() == KeyCode.ENTER) open();
            else if (selected != null && key.getCode() == KeyCode.P && !key.isShortcutDown()) onPid.accept(selected.pid());
            else return;
            key.consume();
        });
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) open();
        });
    }

    private static VBox hint(CallsModel model, MonitorActions actions) {
        var text = new Label();
        text.textProperty().bind(model.titleProperty().map(title -> title.isEmpty()
                ? "Trace a function to see its calls here, with arguments and results. It is as fast as before afterwards. Turns of a loop are no calls: a function that calls itself last is called once." : "No call yet"));
        text.setWrapText(true);
        var start = new Button("Trace the calls of a function…");
        start.setId("calls-start");
        start.getStyleClass().addAll("accent", "small");
        start.setOnAction(press -> actions.traceCalls.run());
        start.visibleProperty().bind(model.titleProperty().isEmpty());
        start.managedProperty().bind(start.visibleProperty());
        var box = new VBox(text, start);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void addColumn(String title, double width, String style, Function<TracedCall, String> text) {
        var column = new TableColumn<TracedCall, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    /** Calls come only at the end, and change only by ending. */
    private void show(List<TracedCall> calls) {
        List<TracedCall> shown = table.getItems();
        if (shown.size() > calls.size()) shown.clear();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).outcome() != calls.get(i).outcome() || shown.get(i).number() != calls.get(i).number()) shown.set(i, calls.get(i));
        }
        if (shown.size() < calls.size()) shown.addAll(calls.subList(shown.size(), calls.size()));
    }

    private void open() {
        TracedCall selected = table.getSelectionModel().getSelectedItem();
        if (selected == null) return;
        Place from = selected.from();
        source.open(from == null ? null : from.file(), from == null ? 0 : from.line());
    }

    void focus() { table.requestFocus(); }
}
