package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;

/** Status by shape, colour and word. */
final class StatusCell extends ProcessCell {
    private final Icon icon = Icon.status();

    StatusCell() { super(Column.STATUS); }

    @Override void show(Listing listing, int position) {
        super.show(listing, position);
        int row = listing.row(position);
        icon.showStatus(listing.sample().status(row), listing.sample().isFailed(row));
        if (getGraphic() == null) setGraphic(icon);
    }
}
