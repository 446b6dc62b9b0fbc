package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessSample;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/** Marks a row as chosen, new, just dead, dead, or shown only for the sake of its children. */
final class ProcessRow extends TableRow<Long> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BORN = PseudoClass.getPseudoClass("born");
    private static final PseudoClass DIED = PseudoClass.getPseudoClass("died");
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final PseudoClass CONTEXT = PseudoClass.getPseudoClass("context");

    private final ObservableValue<Listing> shown;
    private final ObservableValue<Set<Long>> selection;
    /** Kept here because the values hold it weakly. */
    private final InvalidationListener onRefresh = o -> mark();

    ProcessRow(ObservableValue<Listing> shown, ObservableValue<Set<Long>> selection) {
        this.shown = shown;
        this.selection = selection;
        getStyleClass().add("process-row");
        var weakly = new WeakInvalidationListener(onRefresh);
        shown.addListener(weakly);
        selection.addListener(weakly);
    }

    @Override protected void updateItem(Long pid, boolean empty) {
        super.updateItem(pid, empty);
        mark();
    }

    private void mark() {
        Listing listing = shown.getValue();
        int position = getIndex();
        boolean filled = !isEmpty() && position >= 0 && position < listing.size();
        ProcessSample sample = listing.sample();
        int row = filled ? listing.row(position) : -1;
        ProcessSample.Mark mark = filled ? sample.mark(row) : ProcessSample.Mark.NONE;
        pseudoClassStateChanged(CHOSEN, filled && selection.getValue().contains(listing.pid(position)));
        pseudoClassStateChanged(BORN, mark == ProcessSample.Mark.BORN);
        pseudoClassStateChanged(DIED, mark == ProcessSample.Mark.DIED);
        pseudoClassStateChanged(DEAD, filled && !sample.isAlive(row));
        pseudoClassStateChanged(CONTEXT, filled && listing.isContext(position));
    }
}
