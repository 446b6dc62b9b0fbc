package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Expansion;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.monitor.model.SortKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final BooleanProperty showLibrary = new SimpleBooleanProperty(this, "showLibrary");
    private final BooleanProperty branchSums = new SimpleBooleanProperty(this, "branchSums", true);
    private final BooleanProperty markNew = new SimpleBooleanProperty(this, "markNew", true);
    private final BooleanProperty markDead = new SimpleBooleanProperty(this, "markDead", true);
    /** What is open in each way to lay the processes out; those not here stand as at first. */
    private final Map<Arrangement, Expansion> expansions = new EnumMap<>(Arrangement.class);

    ArrangementModel(PopulationModel population) {
        this.population = population;
        filterText.addListener((o, before, now) -> population.setQuery(population.query().withFilter(ProcessFilter.parse(now))));
        showDead.addListener((o, before, now) -> population.setQuery(population.query().withDead(now)));
        population.setQuery(population.query().withLibrary(false));
        showLibrary.addListener((o, before, now) -> population.setQuery(population.query().withLibrary(now)));
        branchSums.addListener((o, before, now) -> population.setQuery(population.query().withSums(now)));
        tree.addListener((o, before, now) -> {
            if (now) arrangement.set(Arrangement.TREE);
            else if (arrangement.get() == Arrangement.TREE) arrangement.set(Arrangement.LIST);
        });
        arrangement.addListener((o, before, now) -> {
            tree.set(now == Arrangement.TREE);
            layOut();
        });
    }

    public StringProperty filterTextProperty() { return filterText; }

    /** List, tree or groups. */
    public ObjectProperty<Arrangement> arrangementProperty() { return arrangement; }

    /** Children under their parents instead of a flat list. */
    public BooleanProperty treeProperty() { return tree; }

    /** The recently dead are listed as well. */
    public BooleanProperty showDeadProperty() { return showDead; }

    /** What the library has started for its own ends is listed as well. */
    public BooleanProperty showLibraryProperty() { return showLibrary; }

    /** Closed branches of the tree show what they add up to, and all branches are ordered by that. */
    public BooleanProperty branchSumsProperty() { return branchSums; }

    /** New processes stand out for a moment. */
    public BooleanProperty markNewProperty() { return markNew; }

    /** Processes that have just died stand out for a moment. */
    public BooleanProperty markDeadProperty() { return markDead; }

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
    public void setExpanded(long id, boolean expanded) { expand(expansion().with(id, expanded)); }

    public void expandAll() { expand(Expansion.of(true)); }

    /** Closes everything, but in the tree shows what the first processes have started: else one row would be left. */
    public void collapseAll() {
        Listing listing = population.listing();
        Set<Long> open = new HashSet<>();
        for (int at = 0; arrangement.get() == Arrangement.TREE && at < listing.size(); at++) {
            if (listing.depth(at) == 0 && listing.isBranch(at)) open.add(listing.pid(at));
        }
        expand(new Expansion(false, open));
    }

    /** Another machine: its pids mean other processes. */
    void forgetPids() {
        expansions.clear();
        layOut();
    }

    private Expansion expansion() { return expansions.getOrDefault(arrangement.get(), arrangement.get().initialExpansion()); }

    private void expand(Expansion next) {
        expansions.put(arrangement.get(), next);
        layOut();
    }

    private void layOut() { population.setQuery(population.query().withArrangement(arrangement.get(), expansion())); }
}
