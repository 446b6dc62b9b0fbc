package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Branch;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessGroup;
import dev.ithaca.monitor.model.ProcessSample;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;

/** Marks a row as chosen, new, just dead, dead, or shown only for the sake of its children. */
final class ProcessRow extends TableRow<Long> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass TAGGED = PseudoClass.getPseudoClass("tagged");
    private static final PseudoClass LIBRARY = PseudoClass.getPseudoClass("library");
    private static final PseudoClass BORN = PseudoClass.getPseudoClass("born");
    private static final PseudoClass DIED = PseudoClass.getPseudoClass("died");
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass CONTEXT = PseudoClass.getPseudoClass("context");

    private final ObservableValue<Listing> shown;
    private final ObservableValue<Set<Long>> selection;
    private final ObservableValue<Set<Long>> tagged;
    /** One for all rows: it tells of the row that the pointer came to last. */
    private final Tooltip tooltip;
    /** Kept here because the values hold it weakly. */
    private final InvalidationListener onRefresh = o -> mark();
    /** Its cells lay themselves out alone, so that it would not hear of it from them. */
    private final ChangeListener<Number> onWidths = (o, before, now) -> requestLayout();

    /** @param widths changes whenever a column has got another width */
    ProcessRow(ObservableValue<Listing> shown, ObservableValue<Set<Long>> selection, ObservableValue<Set<Long>> tagged, ObservableValue<Number> widths,
               Tooltip tooltip) {
        this.shown = shown;
        this.tooltip = tooltip;
        this.selection = selection;
        this.tagged = tagged;
        getStyleClass().add("process-row");
        var weakly = new WeakInvalidationListener(onRefresh);
        shown.addListener(weakly);
        selection.addListener(weakly);
        tagged.addListener(weakly);
        widths.addListener(new WeakChangeListener<>(onWidths));
        setOnMouseEntered(enter -> describe());
    }

    @Override protected void updateItem(Long pid, boolean empty) {
        super.updateItem(pid, empty);
        setTooltip(empty ? null : tooltip);
        mark();
    }

    private void describe() {
        Listing listing = shown.getValue();
        if (isEmpty() || getIndex() >= listing.size()) return;
        ProcessGroup group = listing.group(getIndex());
        if (group != null) {
            describe(group);
            return;
        }
        ProcessSample sample = listing.newest(getIndex());
        int row = listing.newestRow(getIndex());
        String name = sample.name(row) == null ? "" : " " + sample.name(row);
        String parent = sample.parent(row) == 0 ? "" : " by " + Format.pid(sample.parent(row));
        String reason = sample.isAlive(row) ? "" : ": " + sample.exitReason(row);
        tooltip.setText(Format.pid(sample.pid(row)) + name + ", " + sample.status(row).label() + lasting(sample, row) + reason
                + "\nin " + sample.function(row) + "  " + Format.place(sample.file(row), sample.line(row))
                + "\nstarted with " + sample.initialFunction(row) + "  " + Format.place(sample.origin(row).file(), sample.origin(row).line()) + parent
                + "\n" + Format.count(sample.reductions(row)) + " reductions, " + Format.bytes(sample.heapBytes(row))
                + ", " + Format.plural(sample.mailboxLength(row), "message") + describe(listing.branch(getIndex())));
    }

    /** The figures above are the root's own. */
    private static String describe(Branch branch) {
        if (branch == null) return "";
        String oldest = branch.text(Column.OLDEST).isEmpty() ? "" : ", the oldest for " + branch.text(Column.OLDEST);
        String cpu = branch.text(Column.CPU).isEmpty() ? "0" : branch.text(Column.CPU);
        return "\nWith the " + Format.count(branch.below()) + " below" + (branch.dead() == 0 ? "" : ", " + Format.count(branch.dead()) + " of all dead")
                + ": CPU " + cpu + " %, " + branch.text(Column.RATE) + " reds/s, " + branch.text(Column.HEAP)
                + ", mailboxes " + branch.text(Column.MAILBOX) + oldest + "; → opens the branch";
    }

    private static String lasting(ProcessSample sample, int row) {
        long millis = sample.waitingMillis(row);
        return millis < 0 ? "" : " for " + Format.duration(millis);
    }

    private void describe(ProcessGroup group) {
        tooltip.setText(Format.count(group.count()) + " processes of " + group.place().function() + "  "
                + Format.place(group.place().file(), group.place().line()) + "\n" + group.statusText()
                + "\nSums, and for ages the highest; → opens the group");
    }

    private void mark() {
        Listing listing = shown.getValue();
        int position = getIndex();
        boolean filled = !isEmpty() && position >= 0 && position < listing.size();
        ProcessSample sample = listing.sample();
        int row = filled ? listing.row(position) : -1;
        pseudoClassStateChanged(GROUP, filled && row < 0);
        // a group has none of the marks of a process
        filled &= row >= 0;
        ProcessSample.Mark mark = filled ? sample.mark(row) : ProcessSample.Mark.NONE;
        pseudoClassStateChanged(CHOSEN, filled && selection.getValue().contains(listing.pid(position)));
        pseudoClassStateChanged(TAGGED, filled && tagged.getValue().contains(listing.pid(position)));
        pseudoClassStateChanged(LIBRARY, filled && sample.isLibrary(row));
        pseudoClassStateChanged(BORN, mark == ProcessSample.Mark.BORN);
        pseudoClassStateChanged(DIED, mark == ProcessSample.Mark.DIED);
        pseudoClassStateChanged(DEAD, filled && !sample.isAlive(row));
        pseudoClassStateChanged(CHANGED, filled && sample.isChanged(row));
        pseudoClassStateChanged(CONTEXT, filled && listing.isContext(position));
    }
}
