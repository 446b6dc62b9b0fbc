package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.monitor.model.SortKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What of the population is listed, and how: filter, order, tree and groups, what is open. To be used on the JavaFX thread. */
public final class ArrangementModel {
    private final PopulationModel population;
    private final StringProperty filterText = new SimpleStringProperty(this, "filterText", "");
    private final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(this, "arrangement", Arrangement.LIST);
    private final BooleanProperty tree = new SimpleBooleanProperty(this, "tree");
    private final BooleanProperty showDead = new SimpleBooleanProperty(this, "showDead", true);
    private Set<Long> collapsed = Set.of();
    private Set<Long> opened = Set.of();

    ArrangementModel(PopulationModel population) {
        this.population = population;
        filterText.addListener((o, before, now) -> population.setQuery(population.query().withFilter(ProcessFilter.parse(now))));
        showDead.addListener((o, before, now) -> population.setQuery(population.query().withDead(now)));
        tree.addListener((o, before, now) -> {
            if (now) arrangement.set(Arrangement.TREE);
            else if (arrangement.get() == Arrangement.TREE) arrangement.set(Arrangement.LIST);
        });
        arrangement.addListener((o, before, now) -> {
            tree.set(now == Arrangement.TREE);
            population.setQuery(population.query().withArrangement(now));
        });
    }

    public StringProperty filterTextProperty() { return filterText; }

    /** List, tree or groups. */
    public ObjectProperty<Arrangement> arrangementProperty() { return arrangement; }

    /** Children under their parents instead of a flat list. */
    public BooleanProperty treeProperty() { return tree; }

    /** The recently dead are listed as well. */
    public BooleanProperty showDeadProperty() { return showDead; }

    public void sortBy(List<SortKey> keys) { population.setQuery(population.query().withSort(keys)); }

    /** From list or tree to groups by start, on to groups by function, and back to the list. */
    public void nextGrouping() {
        arrangement.set(switch (arrangement.get()) {
            case BY_ORIGIN -> Arrangement.BY_FUNCTION;
            case BY_FUNCTION -> Arrangement.LIST;
            default -> Arrangement.BY_ORIGIN;
        });
    }

    /** Shows or hides the children of a process in the tree, or the processes of a group. */
    public void setExpanded(long pid, boolean expanded) {
        if (pid < 0) open(changed(opened, pid, expanded));
        else collapse(changed(collapsed, pid, !expanded));
    }

    public void expandAll() {
        if (arrangement.get().grouped()) open(population.listing().groups());
        else collapse(Set.of());
    }

    /** Another machine: its pids mean other processes. */
    void forgetPids() {
        open(Set.of());
        collapse(Set.of());
    }

    private static Set<Long> changed(Set<Long> pids, long pid, boolean in) {
        var next = new HashSet<>(pids);
        if (in) next.add(pid);
        else next.remove(pid);
        return next;
    }

    private void open(Set<Long> groups) {
        opened = Set.copyOf(groups);
        population.setQuery(population.query().withOpened(opened));
    }

    private void collapse(Set<Long> pids) {
        collapsed = Set.copyOf(pids);
        population.setQuery(population.query().withCollapsed(collapsed));
    }
}
