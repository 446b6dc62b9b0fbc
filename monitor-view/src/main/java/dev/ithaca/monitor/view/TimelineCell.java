package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.Timeline;
import dev.ithaca.monitor.viewmodel.TimelineModel;
import dev.ithaca.vm.inspect.ProcessStatus;
import javafx.beans.value.ObservableValue;

/** What a process did over the last minute, as a small strip. */
final class TimelineCell extends ProcessCell {
    private static final long SPAN_NANOS = 60_000_000_000L;
    /** In sizes of the font. */
    private static final double WIDTH = 9;
    private static final double HEIGHT = 1.15;

    private final TimelineModel timelines;
    private final StateStrip strip = new StateStrip(false);

    TimelineCell(TimelineModel timelines, ObservableValue<Listing> shown) {
        super(Column.TIMELINE, shown);
        this.timelines = timelines;
        fontProperty().addListener((o, before, now) -> fit());
        fit();
    }

    private void fit() {
        double em = getFont().getSize();
        strip.setMinSize(Math.round(WIDTH * em), Math.round(HEIGHT * em));
        strip.setMaxSize(Math.round(WIDTH * em), Math.round(HEIGHT * em));
    }

    @Override void show(Listing listing, int position) {
        setText(null);
        Timeline timeline = listing.row(position) < 0 ? null : timelines.of(listing.pid(position));
        if (timeline == null) {
            setGraphic(null);
            return;
        }
        strip.show(timeline, timeline.lookedAt(), SPAN_NANOS, getFont());
        ProcessStatus now = listing.newest(position).status(listing.newestRow(position));
        setAccessibleText("timeline, " + now.label() + " " + timeline.permille(now) / 10 + " % of the last minutes");
        if (getGraphic() == null) setGraphic(strip);
    }
}
