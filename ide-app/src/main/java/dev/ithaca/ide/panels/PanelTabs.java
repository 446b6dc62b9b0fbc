package dev.ithaca.ide.panels;

import dev.ithaca.vm.inspect.PanelView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** A tab for each panel of the program, behind the other tabs; one that was just shown comes to the front. */
public final class PanelTabs {
    private final TabPane tabs;
    private final BiConsumer<Long, String> onKey;
    private final Map<Long, Tab> tabOf = new HashMap<>();

    /** @param onKey told the number of a panel and the key typed in it */
    public PanelTabs(TabPane tabs, ObservableList<PanelView> panels, BiConsumer<Long, String> onKey) {
        this.tabs = tabs;
        this.onKey = onKey;
        panels.addListener((ListChangeListener<PanelView>) change -> follow(panels));
    }

    private void follow(List<PanelView> panels) {
        tabOf.entrySet().removeIf(entry -> {
            boolean gone = panels.stream().noneMatch(panel -> panel.id() == entry.getKey());
            if (gone) tabs.getTabs().remove(entry.getValue());
            return gone;
        });
        for (PanelView panel : panels) {
            Tab known = tabOf.get(panel.id());
            if (known == null) add(panel);
            else ((PanelPane) known.getContent()).show(panel);
        }
    }

    private void add(PanelView panel) {
        Tab tab = new Tab(panel.title(), new PanelPane(panel, onKey));
        tabOf.put(panel.id(), tab);
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }
}
