package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.StateFilter;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/**
 * The legend of the states, with how many processes are in each when it is opened; each can be shown or not, which is written
 * into the filter. It stays open, so that several can be chosen.
 */
final class StatesMenu extends MenuButton {
    private final MonitorModel model;
    private final StringProperty filter;

    StatesMenu(MonitorModel model) {
        super(null, Icon.action("states"));
        this.model = model;
        filter = model.arrangement().filterTextProperty();
        setId("states-menu");
        getStyleClass().addAll("icon-button", "states", "flat");
        setAccessibleText("States shown");
        setAccessibleHelp("Which states are shown, and how many processes are in each");
        setTooltip(new Tooltip("States shown (Shift+S)"));
        filter.addListener((o, before, now) -> Controls.show(this, "on", StateFilter.shown(now).size() < ProcessStatus.values().length));
        setOnShowing(showing -> fill());
        // a menu without items does not open
        fill();
    }

    private void fill() {
        ProcessSample sample = model.population().listing().sample();
        getItems().clear();
        for (ProcessStatus status : ProcessStatus.values()) {
            long count = IntStream.range(0, sample.size()).filter(row -> sample.status(row) == status).count();
            var icon = Icon.status();
            icon.showStatus(status, false);
            var box = new CheckBox(Format.count(count) + " " + status.label());
            box.setGraphic(icon);
            box.setSelected(StateFilter.shown(filter.get()).contains(status));
            box.setMouseTransparent(true);
            box.setFocusTraversable(false);
            var item = new CustomMenuItem(box, false);
            item.setId("state-" + status.name().toLowerCase(Locale.ROOT));
            item.setOnAction(choice -> {
                filter.set(StateFilter.toggle(filter.get(), status));
                box.setSelected(StateFilter.shown(filter.get()).contains(status));
            });
            getItems().add(item);
        }
        var all = new MenuItem("Show all states");
        all.setOnAction(choice -> filter.set(StateFilter.all(filter.get())));
        getItems().addAll(new SeparatorMenuItem(), all);
    }
}
