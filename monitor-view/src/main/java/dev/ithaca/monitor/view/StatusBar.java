package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line under the list: what is chosen, how fresh the picture is, and what the monitor itself costs. */
public final class StatusBar extends HBox {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** From this width on, in sizes of the font, the time of a look is told too. */
    private static final double WIDE = 45;
    /** More than between two looks at the usual rate. */
    private static final long WORTH_TELLING_SECONDS = 2;

    private final MonitorModel model;
    private final BooleanProperty paused;
    private final SteadyLabel left = new SteadyLabel("status-selection", Pos.CENTER_LEFT);
    private final SteadyLabel age = new SteadyLabel("sample-age", Pos.CENTER_RIGHT);
    private final SteadyLabel cost = new SteadyLabel("monitor-cost", Pos.CENTER_RIGHT);
    /** Of the picture that is paused. */
    private LocalTime pausedAt = LocalTime.now();

    public StatusBar(MonitorModel model, BooleanProperty paused) {
        this.model = model;
        this.paused = paused;
        setId("monitor-status");
        getStyleClass().add("monitor-status");
        setAlignment(Pos.CENTER_LEFT);
        age.setTooltip(new Tooltip("When all processes were looked at last; those in sight are looked at more often"));
        cost.setTooltip(new Tooltip("What watching costs: processor time of sampling, filtering, sorting and handing over,\n"
                + "as a share of one core. Processes are read in place: none is charged a reduction."));
        HBox.setHgrow(left, Priority.ALWAYS);
        // it takes what the figures leave, and does not push them aside with what it said once
        left.setPrefWidth(0);
        getChildren().setAll(left, age, cost);
        model.population().listingProperty().addListener((o, before, now) -> show());
        model.overview().looksProperty().addListener((o, before, now) -> show());
        model.selection().selectedProperty().addListener((o, before, now) -> show());
        model.selection().taggedProperty().addListener((o, before, now) -> show());
        widthProperty().addListener((o, before, now) -> show());
        paused.addListener((o, before, now) -> {
            pausedAt = LocalTime.now();
            show();
        });
        show();
    }

    /** Time goes on also while the picture stays the same. A picture of just now need not say so. */
    public void showAge() {
        long seconds = (System.nanoTime() - model.population().listing().sample().population().takenNanos()) / 1_000_000_000;
        boolean standsStill = paused.get() || model.replay().shownProperty().get() != null;
        age.setText(standsStill || model.population().isUnread() || seconds < WORTH_TELLING_SECONDS ? "" : seconds + " s ago");
    }

    /** A program that starts processes without end has more by now than were there to be looked at. */
    private String newcomers(int listed) {
        long now = Math.round(model.overview().processes().last());
        return now > listed ? " listed, " + Format.count(now - listed) + " more since the look" : "";
    }

    private static String dead(Listing listing) {
        int dead = listing.sample().size() - listing.sample().alive();
        return dead == 0 ? "" : ", " + Format.count(dead) + " dead";
    }

    private void show() {
        Listing listing = model.population().listing();
        Set<Long> chosen = model.selection().selectedProperty().get();
        int tagged = model.selection().taggedProperty().get().size();
        String shown = listing.matching() == listing.sample().size() ? "" : Format.count(listing.matching()) + " match · ";
        left.setText(model.population().isUnread() ? ""
                : paused.get() ? "paused at " + pausedAt.format(TO_THE_SECOND) + ": the picture stands still"
                : tagged > 0 ? shown + Format.count(tagged) + " tagged, Esc takes tags off"
                : chosen.size() > 1 ? shown + Format.count(chosen.size()) + " selected"
                : shown + Format.plural(listing.sample().alive(), "process") + newcomers(listing.sample().alive()) + dead(listing));
        // in a narrow dock what is said at the left needs the room
        boolean wide = getWidth() > WIDE * cost.em();
        cost.setText(String.format(Locale.ROOT, wide ? "monitor %.1f %% · %.1f ms a look" : "monitor %.1f %%",
                100 * model.population().costShareProperty().get(), model.population().costMillisProperty().get()));
        showAge();
        setVisible(model.inspectorProperty().get() != null);
    }
}
