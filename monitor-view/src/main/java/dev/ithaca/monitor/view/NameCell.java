package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessGroup;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.layout.StackPane;

/** Name, indented and with a disclosure arrow in the tree. A registered name looks unlike a function's that stands in for it. */
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

    @Override void show(Listing listing, int position) {
        super.show(listing, position);
        ProcessGroup group = listing.group(position);
        pseudoClassStateChanged(ANONYMOUS, group == null && listing.sample().name(listing.row(position)) == null);
        pseudoClassStateChanged(SUPERVISOR, group == null && listing.sample().isSupervisor(listing.row(position)));
        if (!listing.isTree()) {
            setGraphic(null);
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
        if (getGraphic() == null) setGraphic(arrow);
    }
}
