package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.LineMarks;
import dev.ithaca.ide.monitor.MonitorDock;
import dev.ithaca.ide.monitor.ProcessPlaces;
import dev.ithaca.ide.monitor.SelectedProcess;

/**
 * Makes one instrument of the texts and the monitor: counts of processes beside the lines, the line and the variables of the
 * selected one, and the ways from a text to the processes it is about.
 */
final class ProcessLinks {
    private final Services services;
    private final EditorTabs tabs;
    private final Navigation navigation;
    private final MonitorDock monitor;
    private final Columns columns;
    private ProcessPlaces.Places places = ProcessPlaces.Places.NONE;

    ProcessLinks(Services services, EditorTabs tabs, Navigation navigation, MonitorDock monitor, Columns columns) {
        this.services = services;
        this.tabs = tabs;
        this.navigation = navigation;
        this.monitor = monitor;
        this.columns = columns;
        ProcessPlaces watched = new ProcessPlaces(services.background(), monitor.control(), this::mark);
        services.runner().sessionProperty().addListener((property, old, now) -> {
            monitor.watch(now);
            watched.watch(now);
        });
        monitor.setActive(columns.monitorShown().get());
        columns.monitorShown().addListener((property, old, now) -> monitor.setActive(now));
    }

    private void mark(ProcessPlaces.Places now) {
        if (now.equals(places)) return;
        places = now;
        for (Document document : services.documents().open()) {
            LineMarks marks = navigation.sourceName(document).map(now::in).orElse(LineMarks.NONE);
            tabs.editor(document).ifPresent(editor -> editor.setMarks(marks));
        }
    }

    /** The process selected in the monitor, as it was when last looked at. */
    SelectedProcess selected() { return places.selected(); }

    void showProcess(long pid) {
        columns.monitorShown().set(true);
        monitor.select(pid);
    }

    /** Shows the processes at a line of a text that runs. */
    void showAt(Document document, int line) {
        navigation.sourceName(document).ifPresent(name -> {
            columns.monitorShown().set(true);
            monitor.showAt(name, line);
        });
    }

    /** Shows the processes in a function of a source file, as the program knows it. */
    void showIn(String file, String function) {
        columns.monitorShown().set(true);
        monitor.showIn(file, function);
    }
}
