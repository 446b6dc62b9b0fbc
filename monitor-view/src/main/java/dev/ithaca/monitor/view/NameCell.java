package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Branch;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessGroup;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Name, indented and with a disclosure arrow in the tree, where a closed branch has the number of processes below in front.
 * A registered name looks unlike a function's that stands in for it.
 */
final class NameCell extends ProcessCell {
    private static final PseudoClass ANONYMOUS = PseudoClass.getPseudoClass("anonymous");
    private static final PseudoClass SUPERVISOR = PseudoClass.getPseudoClass("supervisor");
    private static final PseudoClass EXPANDED = PseudoClass.getPseudoClass("expanded");
    /** In sizes of the font. */
    static final double INDENT = 0.9;
    private static final double ARROW_WIDTH = 1.1;
    /** Deeper levels are no longer moved to the right, or nothing would be left of the name. */
    private static final int DEEPEST_INDENT = 16;

    private final StackPane arrow = new StackPane(Icon.action("disclosure"));
    /** Arrow and number below; made for the first closed branch. */
    private HBox closed;
    private final Label below = new Label();
    private boolean ofGroup;

    NameCell(MonitorModel model, ObservableValue<Listing> shown) {
        super(Column.NAME, shown);
        getStyleClass().add("name");
        arrow.getStyleClass().add("disclosure-button");
        arrow.setOnMousePressed(press -> {
            Listing listing = listing();
            int position = getIndex();
            if (position >= 0 && position < listing.size()) {
                model.arrangement().setExpanded(listing.pid(position), !listing.isExpanded(position));
            }
            press.consume();
        });
    }

    /** The name of a group goes on over the next column if that is the one of functions. */
    static boolean goesOn(TableView<?> table) {
        int next = columnAt(table, Column.NAME) + 1;
        return next > 0 && next == columnAt(table, Column.FUNCTION);
    }

    private static int columnAt(TableView<?> table, Column column) {
        List<? extends TableColumn<?, ?>> shown = table.getVisibleLeafColumns();
        for (int i = 0; i < shown.size(); i++) if (shown.get(i).getUserData() == column) return i;
        return -1;
    }

    /** By the row, to the width of the column. */
    @Override public void resize(double width, double height) {
        boolean wide = ofGroup && goesOn(getTableView());
        super.resize(wide ? width + getTableView().getVisibleLeafColumns().get(columnAt(getTableView(), Column.FUNCTION)).getWidth() : width, height);
    }

    private void showGroup(boolean now) {
        if (now == ofGroup) return;
        ofGroup = now;
        if (getTableColumn() != null && getHeight() > 0) resize(getTableColumn().getWidth(), getHeight());
    }

    @Override String text(Listing listing, int position) {
        ProcessGroup group = listing.group(position);
        return group != null && goesOn(getTableView()) ? group.nameAndPlace() : super.text(listing, position);
    }

    @Override void clear() {
        showGroup(false);
        super.clear();
    }

    @Override void show(Listing listing, int position) {
        super.show(listing, position);
        ProcessGroup group = listing.group(position);
        showGroup(group != null);
        // the end of a place tells more than its beginning, and of a group there is a name at one end and a place at the other
        setTextOverrun(group != null ? OverrunStyle.CENTER_ELLIPSIS : listing.sample().isNamedByPlace(listing.row(position))
                ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
        pseudoClassStateChanged(ANONYMOUS, group == null && listing.sample().name(listing.row(position)) == null);
        pseudoClassStateChanged(SUPERVISOR, group == null && listing.sample().isSupervisor(listing.row(position)));
        if (!listing.isTree()) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean branch = listing.isBranch(position);
        boolean expanded = listing.isExpanded(position);
        arrow.setVisible(branch);
        arrow.pseudoClassStateChanged(EXPANDED, expanded);
        arrow.setAccessibleText((expanded ? "collapse " : "expand ") + (group == null ? Format.pid(listing.pid(position)) : group.place().function()));
        double em = getFont().getSize();
        double indent = em * INDENT * Math.min(DEEPEST_INDENT, listing.depth(position));
        if (arrow.getPadding().getLeft() != indent) arrow.setPadding(new Insets(0, 0, 0, indent));
        arrow.setMinWidth(indent + em * ARROW_WIDTH);
        Branch whole = listing.branch(position);
        if (whole == null) {
            if (getGraphic() != arrow) setGraphic(arrow);
        } else {
            showBelow(whole);
        }
        setAccessibleText(whole == null ? null : getText() + ", closed, " + Format.plural(whole.below(), "process") + " below");
    }

    private void showBelow(Branch whole) {
        if (closed == null) {
            below.getStyleClass().add("below-count");
            below.setMinWidth(USE_PREF_SIZE);
            closed = new HBox();
            closed.setAlignment(Pos.CENTER_LEFT);
        }
        below.setText("+" + Format.shortCount(whole.below()));
        if (getGraphic() == closed) return;
        setGraphic(closed);
        closed.getChildren().setAll(arrow, below);
    }
}
