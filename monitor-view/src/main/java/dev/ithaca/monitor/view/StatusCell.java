package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessGroup;
import javafx.beans.value.ObservableValue;

/** Status by shape, colour and word. */
final class StatusCell extends ProcessCell {
    private final Icon icon = Icon.status();

    StatusCell(ObservableValue<Listing> shown) {
        super(Column.STATUS, shown);
        getStyleClass().add("status-cell");
    }

    @Override void show(Listing listing, int position) {
        super.show(listing, position);
        ProcessGroup group = listing.group(position);
        if (group != null) icon.showStatus(group.mainStatus(), false);
        else icon.showStatus(listing.newest(position).status(listing.newestRow(position)), listing.newest(position).isFailed(listing.newestRow(position)));
        if (getGraphic() == null) setGraphic(icon);
    }
}
