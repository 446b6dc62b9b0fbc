package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessGroup;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;

/** Status by shape, colour and word. */
final class StatusCell extends ProcessCell {
    /** Of the column when it shows marks alone, in pixels at the usual size of the text. */
    static final double MARK_WIDTH = 30;
    /** In sizes of the font: narrower, nothing of the word could be read. */
    private static final double LEAST_FOR_WORD = 4;

    private final Icon icon = Icon.status();

    StatusCell(ObservableValue<Listing> shown) {
        super(Column.STATUS, shown);
        getStyleClass().add("status-cell");
    }

    @Override public void resize(double width, double height) {
        super.resize(width, height);
        setContentDisplay(width < LEAST_FOR_WORD * getFont().getSize() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    @Override void show(Listing listing, int position) {
        super.show(listing, position);
        ProcessGroup group = listing.group(position);
        if (group != null) icon.showStatus(group.mainStatus(), false);
        else icon.showStatus(listing.newest(position).status(listing.newestRow(position)), listing.newest(position).isFailed(listing.newestRow(position)));
        if (getGraphic() == null) setGraphic(icon);
    }
}
