package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.vm.inspect.FlowEvent;
import dev.ithaca.vm.inspect.Place;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/** A cell of the message picture. */
final class FlowCell extends ListCell<FlowRow> {
    private static final PseudoClass MESSAGE = PseudoClass.getPseudoClass("message");
    private static final PseudoClass QUEUED = PseudoClass.getPseudoClass("queued");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass STARTED = PseudoClass.getPseudoClass("started");
    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");
    private static final PseudoClass CRASHED = PseudoClass.getPseudoClass("crashed");

    private final FlowArrow arrow;
    private FlowRow shown;

    FlowCell(FlowGeometry geometry) {
        arrow = new FlowArrow(geometry);
        getStyleClass().add("flow-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override protected void updateItem(FlowRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            mark(null, false);
            return;
        }
        if (row == shown) return;
        shown = row;
        mark(row.event().kind(), row.event().isMessage());
        arrow.show(row);
        if (getGraphic() == null) setGraphic(arrow);
        Place place = row.event().place();
        setAccessibleText(row.line() + ", at " + row.when() + " s" + (place == null || place.line() == 0 ? "" : ", line " + place.line()));
    }

    private void mark(FlowEvent.Kind kind, boolean message) {
        pseudoClassStateChanged(MESSAGE, message);
        pseudoClassStateChanged(QUEUED, kind == FlowEvent.Kind.QUEUED);
        pseudoClassStateChanged(FAILED, kind != null && FlowArrow.failed(kind));
        pseudoClassStateChanged(STARTED, kind == FlowEvent.Kind.SPAWNED);
        pseudoClassStateChanged(ENDED, kind == FlowEvent.Kind.EXITED);
        pseudoClassStateChanged(CRASHED, kind == FlowEvent.Kind.CRASHED);
    }

    /** Life lines have moved. */
    void layOutAnew() { arrow.requestLayout(); }

    @Override protected void layoutChildren() {
        super.layoutChildren();
        if (shown != null) arrow.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override protected double computePrefWidth(double height) { return 0; }
}
