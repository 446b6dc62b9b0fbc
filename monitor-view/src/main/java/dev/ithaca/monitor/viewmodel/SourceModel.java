package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessInfo;

/** The ways from processes to their source. To be used on the JavaFX thread. */
public final class SourceModel {
    private final PopulationModel population;
    private final SelectionModel selection;
    private final DetailsModel details;
    private final NoticeModel notices;
    private SourceOpener opener = (file, line) -> {};

    SourceModel(PopulationModel population, SelectionModel selection, DetailsModel details, NoticeModel notices) {
        this.population = population;
        this.selection = selection;
        this.details = details;
        this.notices = notices;
    }

    public void setOpener(SourceOpener newOpener) { opener = newOpener; }

    /** Opens a place, if there is source for it. */
    public void open(String file, int line) {
        if (file != null) opener.open(file, line);
        else notices.tell("There is no source here: this is library code");
    }

    /** Opens the line where the process looked into stands. */
    public void goToPlace() {
        Long pid = selection.primaryProperty().get();
        if (pid == null) return;
        ProcessSample sample = population.listing().sample();
        int row = sample.rowOf(pid);
        if (row >= 0) open(sample.file(row), sample.line(row));
        else if (details.detailsProperty().get() != null && details.pid() == pid) {
            ProcessInfo info = details.detailsProperty().get().snapshot().info();
            open(info.file(), info.line());
        }
    }

    /** Opens the place where the function that it was started with is written. */
    public void goToStart() {
        int row = selection.primaryRow();
        if (row < 0) return;
        Place origin = population.listing().sample().origin(row);
        open(origin.file(), origin.line());
    }
}
