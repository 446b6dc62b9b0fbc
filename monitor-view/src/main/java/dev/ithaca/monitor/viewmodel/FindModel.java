package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessFilter;
import java.util.OptionalInt;
import javafx.application.Platform;

/** Steps through the processes shown that match something, without hiding the others. To be used on the JavaFX thread. */
public final class FindModel {
    private final PopulationModel population;
    private final SelectionModel selection;
    private final NoticeModel notices;
    private ProcessFilter wanted = ProcessFilter.NONE;
    private boolean searching;

    FindModel(PopulationModel population, SelectionModel selection, NoticeModel notices) {
        this.population = population;
        this.selection = selection;
        this.notices = notices;
    }

    /** What is looked for, in the language of the filter. */
    void setWanted(ProcessFilter filter) { wanted = filter; }

    boolean isSet() { return !wanted.acceptsAll(); }

    /** Selects the next match after the process looked into, or the one before it; from the end it goes on at the beginning. */
    void step(boolean forward) {
        if (searching || !isSet()) return;
        searching = true;
        Listing listing = population.listing();
        Long from = selection.primaryProperty().get();
        ProcessFilter filter = wanted;
        Thread.ofVirtual().name("monitor-find").start(() -> {
            int start = from == null ? (forward ? -1 : 0) : listing.positionOf(from);
            OptionalInt found = listing.find(filter, start, forward);
            Platform.runLater(() -> {
                searching = false;
                if (found.isPresent()) selection.select(listing.pid(found.getAsInt()));
                else notices.tell("No process shown here matches “" + filter.text() + "”");
            });
        });
    }
}
