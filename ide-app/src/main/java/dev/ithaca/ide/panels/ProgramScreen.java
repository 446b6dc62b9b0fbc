package dev.ithaca.ide.panels;

import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.inspect.InspectedValue;
import dev.ithaca.vm.inspect.PanelView;
import dev.ithaca.vm.inspect.ProgramDisplay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the program that runs, or ran last, shows. However often it changes something, the JavaFX thread sees only how it is then. */
public final class ProgramScreen {
    private static final int MOST_VALUES = 10;

    private final ObservableList<InspectedValue> values = FXCollections.observableArrayList();
    private final ObservableList<PanelView> panels = FXCollections.observableArrayList();
    private final Set<String> hotkeys = new LinkedHashSet<>();
    private Receiver current;

    /** Inspected values, the newest name first. JavaFX thread. */
    public ObservableList<InspectedValue> values() { return values; }

    /** The panels that are to be seen. JavaFX thread. */
    public ObservableList<PanelView> panels() { return panels; }

    public boolean isHotkey(String key) { return hotkeys.contains(key); }

    /** Forgets the program before. JavaFX thread. @return what the next one shows its things to */
    public ProgramDisplay clear() {
        current = new Receiver();
        values.clear();
        panels.clear();
        hotkeys.clear();
        return current;
    }

    /** The user is done with a value. */
    public void close(String label) {
        values.removeIf(value -> value.label().equals(label));
        if (current != null) current.forget(label);
    }

    /** Collects what one program shows until the JavaFX thread comes for it. */
    private final class Receiver implements ProgramDisplay {
        private final Map<String, InspectedValue> inspected = new LinkedHashMap<>();
        private final Map<Long, PanelView> made = new LinkedHashMap<>();
        private final Set<String> keys = new LinkedHashSet<>();
        private boolean announced;

        @Override public synchronized void inspected(InspectedValue value) {
            boolean known = inspected.put(value.label(), value) != null;
            if (!known && inspected.size() > MOST_VALUES) inspected.remove(inspected.keySet().iterator().next());
            announce();
        }

        @Override public synchronized void panelChanged(PanelView panel) {
            made.put(panel.id(), panel);
            announce();
        }

        @Override public synchronized void hotkeyRegistered(String key) {
            keys.add(key);
            announce();
        }

        private synchronized void forget(String label) { inspected.remove(label); }

        private void announce() {
            if (announced) return;
            announced = true;
            FxThread.later(this::publish);
        }

        private void publish() {
            List<InspectedValue> newValues;
            List<PanelView> newPanels;
            synchronized (this) {
                announced = false;
                newValues = new ArrayList<>(inspected.values()).reversed();
                newPanels = made.values().stream().filter(PanelView::shown).toList();
                if (this == current) hotkeys.addAll(keys);
            }
            if (this != current) return;
            if (!values.equals(newValues)) values.setAll(newValues);
            if (!panels.equals(newPanels)) panels.setAll(newPanels);
        }
    }
}
