package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Branch;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/**
 * A cell of the process list. It draws the listing that is shown now and looks at it anew with each refresh by itself: a
 * refresh reaches exactly the cells there are, makes no object for any of them, and lays out only those whose text changes.
 * (If the listing were the item of the cell, JavaFX would lay all of them out, several times a second.)
 */
class ProcessCell extends TableCell<Long, Listing> {
    /** Shows what a closed branch adds up to, not the figure of its root alone. */
    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");

    private final Column column;
    private final ObservableValue<Listing> shown;
    /** Kept here because the listing holds it weakly. */
    private final InvalidationListener onRefresh = o -> refresh();
    private boolean sum;

    ProcessCell(Column column, ObservableValue<Listing> shown) {
        this.column = column;
        this.shown = shown;
        // lays itself out alone: else each new text would lay out and restyle the whole row
        setManaged(false);
        getStyleClass().add(column.numeric() ? "number" : "word");
        shown.addListener(new WeakInvalidationListener(onRefresh));
    }

    final Listing listing() { return shown.getValue(); }

    /** The item is always the same while the row stands for another process: always look again. */
    @Override protected final boolean isItemChanged(Listing before, Listing now) { return true; }

    @Override protected final void updateItem(Listing item, boolean empty) {
        super.updateItem(item, empty);
        refresh();
    }

    private void refresh() {
        Listing listing = listing();
        int position = getIndex();
        if (isEmpty() || position < 0 || position >= listing.size()) clear();
        else show(listing, position);
    }

    /** What the cell reads. */
    String text(Listing listing, int position) { return listing.text(column, position); }

    void show(Listing listing, int position) {
        setText(text(listing, position));
        Branch branch = Branch.sums(column) ? listing.branch(position) : null;
        showSum(branch != null);
        // a screen reader hears the text else
        if (sum) setAccessibleText(getText() + ", " + (column == Column.OLDEST ? "highest" : "sum") + " of "
                + Format.plural(branch.below() + 1, "process"));
    }

    private void showSum(boolean now) {
        if (now == sum) return;
        sum = now;
        pseudoClassStateChanged(SUM, now);
        if (!now) setAccessibleText(null);
    }

    void clear() {
        showSum(false);
        setText(null);
        setGraphic(null);
    }
}
