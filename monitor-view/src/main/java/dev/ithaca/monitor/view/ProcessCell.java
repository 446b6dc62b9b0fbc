package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import javafx.scene.control.TableCell;

/**
 * A cell of the process list. Its value is the whole listing, the same object for all cells: a refresh reaches exactly the
 * cells on screen and makes no object for any of them.
 */
class ProcessCell extends TableCell<Long, Listing> {
    private final Column column;

    ProcessCell(Column column) {
        this.column = column;
        // lays itself out alone: else each new text would lay out and restyle the whole row
        setManaged(false);
        getStyleClass().add(column.numeric() ? "number" : "word");
    }

    final Column column() { return column; }

    /** The listing may be the same while the row stands for another process: always look again. */
    @Override protected final boolean isItemChanged(Listing before, Listing now) { return true; }

    @Override protected final void updateItem(Listing listing, boolean empty) {
        super.updateItem(listing, empty);
        int position = getIndex();
        if (empty || listing == null || position < 0 || position >= listing.size()) clear();
        else show(listing, position);
    }

    void show(Listing listing, int position) { setText(listing.text(column, position)); }

    void clear() {
        setText(null);
        setGraphic(null);
    }
}
