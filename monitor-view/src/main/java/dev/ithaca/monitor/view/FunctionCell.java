package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import javafx.beans.value.ObservableValue;

/** Where a process stands. In the row of a group it makes room for the name, which goes on here and tells the place as well. */
final class FunctionCell extends ProcessCell {
    FunctionCell(ObservableValue<Listing> shown) { super(Column.FUNCTION, shown); }

    @Override String text(Listing listing, int position) {
        return listing.group(position) != null && NameCell.goesOn(getTableView()) ? "" : super.text(listing, position);
    }
}
