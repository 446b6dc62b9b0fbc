package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowPicture;
import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.monitor.viewmodel.FlowModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The messages, time going down. It keeps to the newest until the user selects one or scrolls up, which holds the picture:
 * nothing moves away under the eyes.
 */
final class FlowList extends ListView<FlowRow> {
    private final FlowModel model;
    private final FlowGeometry geometry;
    private final List<FlowCell> cells = new ArrayList<>();

    FlowList(FlowModel model, FlowGeometry geometry) {
        this.model = model;
        this.geometry = geometry;
        setId("flow-messages");
        getStyleClass().add("flow-list");
        setMinSize(0, 0);
        setCellFactory(list -> {
            var cell = new FlowCell(geometry);
            cells.add(cell);
            return cell;
        });
        getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) model.heldProperty().set(true);
        });
        addEventFilter(ScrollEvent.SCROLL, scroll -> {
            if (scroll.getDeltaY() > 0 && !isAtTop()) model.heldProperty().set(true);
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            for (var node = press.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
                if (node instanceof ScrollBar) model.heldProperty().set(true);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // its value opens below
        heightProperty().addListener((o, before, now) -> keepInSight(now.doubleValue()));
    }

    private void keepInSight(double height) {
        int selected = getSelectionModel().getSelectedIndex();
        if (selected < 0 || !(lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getFirstVisibleCell() == null) return;
        int rows = (int) (height / geometry.rowHeight());
        int first = flow.getFirstVisibleCell().getIndex();
        if (selected < first || selected >= first + rows - 1) scrollTo(Math.max(0, selected - rows / 2));
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) return;
        KeyCode code = key.getCode();
        boolean moves = code == KeyCode.UP || code == KeyCode.DOWN || code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN;
        if (code == KeyCode.ESCAPE && (model.heldProperty().get() || !getSelectionModel().isEmpty()) || code == KeyCode.END) {
            goOn();
        } else if (moves && getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().selectLast();
            getFocusModel().focus(getItems().size() - 1);
            scrollTo(getItems().size() - 1);
        } else {
            return;
        }
        key.consume();
    }

    /** Back to the newest, and on with the picture. */
    void goOn() {
        getSelectionModel().clearSelection();
        model.heldProperty().set(false);
        scrollToEnd();
    }

    private boolean isAtTop() {
        for (var node : lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) return !bar.isVisible();
        }
        return true;
    }

    void show(FlowPicture picture) {
        FlowRow selected = getSelectionModel().getSelectedItem();
        if (!getItems().equals(picture.rows())) getItems().setAll(picture.rows());
        if (selected != null) {
            int at = indexOf(picture.rows(), selected);
            if (at >= 0) getSelectionModel().select(at);
            else getSelectionModel().clearSelection();
        }
        if (!model.heldProperty().get()) scrollToEnd();
    }

    private static int indexOf(List<FlowRow> rows, FlowRow wanted) {
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).isSameAs(wanted)) return i;
        return -1;
    }

    private void scrollToEnd() {
        if (!getItems().isEmpty()) scrollTo(getItems().size() - 1);
    }

    /** Life lines have moved. */
    void layOutAnew() {
        if (getFixedCellSize() != geometry.rowHeight()) setFixedCellSize(geometry.rowHeight());
        cells.forEach(FlowCell::layOutAnew);
    }

    @Override protected double computePrefWidth(double height) { return 0; }
}
