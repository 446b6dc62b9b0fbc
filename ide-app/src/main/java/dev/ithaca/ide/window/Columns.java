package dev.ithaca.ide.window;

import dev.ithaca.ide.layout.FoldingSplit;
import dev.ithaca.ide.settings.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.stage.Screen;

/** The window's three columns and the strip below the first two; each folds, the monitor can take everything. */
final class Columns {
    private final Settings settings;
    private final Node project;
    private final Node strip;
    private final Node monitor;
    private final FoldingSplit upper = new FoldingSplit(Orientation.HORIZONTAL);
    private final FoldingSplit left = new FoldingSplit(Orientation.VERTICAL);
    private final FoldingSplit all = new FoldingSplit(Orientation.HORIZONTAL);
    private final BooleanProperty monitorOnly = new SimpleBooleanProperty();

    Columns(Settings settings, Node project, Node editor, Node strip, Node monitor) {
        this.settings = settings;
        this.project = project;
        this.strip = strip;
        this.monitor = monitor;
        upper.with(project, settings.number("width.project", 200)).with(editor, 0);
        left.with(upper, 0).with(strip, settings.number("height.strip", 190));
        all.with(left, 0).with(monitor, settings.number("width.monitor", monitorWidth()));
        projectShown().set(settings.flag("show.project", true));
        stripShown().set(settings.flag("show.strip", true));
        monitorShown().set(settings.flag("show.monitor", true));
        monitorOnly.addListener((property, old, now) -> {
            if (now) monitorShown().set(true);
            all.shownProperty(left).set(!now);
        });
    }

    /** A third of the screen, as far as the columns of the process table need it. */
    private static double monitorWidth() { return Math.clamp(Screen.getPrimary().getVisualBounds().getWidth() / 3, 480, 720); }

    Node node() { return all; }

    BooleanProperty projectShown() { return upper.shownProperty(project); }

    BooleanProperty stripShown() { return left.shownProperty(strip); }

    BooleanProperty monitorShown() { return all.shownProperty(monitor); }

    /** Whether the monitor takes the whole window. */
    BooleanProperty monitorOnly() { return monitorOnly; }

    void remember() {
        settings.put("width.project", upper.size(project));
        settings.put("height.strip", left.size(strip));
        if (!monitorOnly.get()) settings.put("width.monitor", all.size(monitor));
        settings.put("show.project", projectShown().get());
        settings.put("show.strip", stripShown().get());
        settings.put("show.monitor", monitorShown().get());
    }
}
