package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which processes are chosen: the one looked into, those selected with it, and those tagged, which stay so while the
 * selection moves on. By pid, never by row. To be used on the JavaFX thread.
 */
public final class SelectionModel {
    private final PopulationModel population;
    private final ObjectProperty<Long> primary = new SimpleObjectProperty<>(this, "primary");
    private final ReadOnlyObjectWrapper<Set<Long>> selected = new ReadOnlyObjectWrapper<>(this, "selected", Set.of());
    private final ReadOnlyObjectWrapper<Set<Long>> tagged = new ReadOnlyObjectWrapper<>(this, "tagged", Set.of());
    private final ReadOnlyObjectWrapper<Set<Long>> targets = new ReadOnlyObjectWrapper<>(this, "targets", Set.of());
    private final ReadOnlyBooleanWrapper killable = new ReadOnlyBooleanWrapper(this, "killable");
    private final ReadOnlyBooleanWrapper suspended = new ReadOnlyBooleanWrapper(this, "suspended");

    SelectionModel(PopulationModel population) {
        this.population = population;
        primary.addListener((o, before, now) -> {
            if (now == null) selected.set(Set.of());
            else if (!selected.get().contains(now)) selected.set(Set.of(now));
        });
        selected.addListener((o, before, now) -> aim());
        tagged.addListener((o, before, now) -> aim());
        targets.addListener((o, before, now) -> judge());
        population.listingProperty().addListener((o, before, now) -> judge());
    }

    /** The process looked into, or null. */
    public ObjectProperty<Long> primaryProperty() { return primary; }

    public ReadOnlyObjectProperty<Set<Long>> selectedProperty() { return selected.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Set<Long>> taggedProperty() { return tagged.getReadOnlyProperty(); }

    /** What actions go to: the tagged processes, or without any the selected ones. */
    public ReadOnlyObjectProperty<Set<Long>> targetsProperty() { return targets.getReadOnlyProperty(); }

    /** One of the targets is alive, and can be acted on. */
    public ReadOnlyBooleanProperty killableProperty() { return killable.getReadOnlyProperty(); }

    /** All of the targets that live are suspended, so that they can be resumed. */
    public ReadOnlyBooleanProperty suspendedProperty() { return suspended.getReadOnlyProperty(); }

    /** @param newPrimary the process looked into, or null for none; one of {@code pids} */
    public void select(Long newPrimary, Set<Long> pids) {
        selected.set(newPrimary == null ? Set.of() : Set.copyOf(pids));
        primary.set(newPrimary);
    }

    public void select(long pid) { select(pid, Set.of(pid)); }

    /** Selects all processes shown. */
    public void selectAll() {
        Listing listing = population.listing();
        if (listing.size() == 0) return;
        Set<Long> pids = IntStream.range(0, listing.size()).mapToLong(listing::pid).filter(pid -> pid > 0).boxed()
                .collect(Collectors.toUnmodifiableSet());
        Long kept = primary.get();
        select(kept != null && pids.contains(kept) ? kept : pids.stream().findFirst().orElse(null), pids);
    }

    /** Tags the selected processes; if all of them are tagged, takes the tags off. */
    public void toggleTags() {
        var next = new HashSet<>(tagged.get());
        if (!next.removeAll(selected.get()) || !tagged.get().containsAll(selected.get())) next.addAll(selected.get());
        tagged.set(Set.copyOf(next));
    }

    public void clearTags() { tagged.set(Set.of()); }

    /** Another machine: nothing is chosen. */
    void clear() {
        clearTags();
        primary.set(null);
    }

    /** Row of the process looked into, or -1. */
    int primaryRow() { return primary.get() == null ? -1 : population.listing().sample().rowOf(primary.get()); }

    /** Targets that are alive. */
    Set<Long> livingTargets() {
        ProcessSample sample = population.listing().sample();
        return targets.get().stream().filter(pid -> sample.rowOf(pid) >= 0 && sample.isAlive(sample.rowOf(pid)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Writes the targets as lines of tab-separated columns under a heading, in the order shown. @param done gets the text, on the JavaFX thread */
    public void writeRows(Consumer<String> done) {
        Listing listing = population.listing();
        Set<Long> pids = targets.get();
        write(() -> rows(listing, pids), done);
    }

    /** Writes the pids of the targets, one per line. @param done gets the text, on the JavaFX thread */
    public void writePids(Consumer<String> done) {
        Set<Long> pids = targets.get();
        write(() -> pids.stream().sorted().map(Format::pid).collect(Collectors.joining("\n")), done);
    }

    /** All processes may be chosen, which is a long text. */
    private static void write(Supplier<String> text, Consumer<String> done) {
        Thread.ofVirtual().name("monitor-copy").start(() -> {
            String written = text.get();
            Platform.runLater(() -> done.accept(written));
        });
    }

    private static String rows(Listing listing, Set<Long> pids) {
        List<Integer> positions = pids.stream().map(listing::positionOf).filter(at -> at >= 0).sorted().toList();
        var lines = new ArrayList<String>();
        lines.add(Stream.of(Column.values()).map(Column::title).collect(Collectors.joining("\t")));
        for (int at : positions) {
            lines.add(Stream.of(Column.values()).map(column -> column.text(listing.sample(), listing.row(at)))
                    .collect(Collectors.joining("\t")));
        }
        return String.join("\n", lines);
    }

    private void aim() { targets.set(tagged.get().isEmpty() ? selected.get() : tagged.get()); }

    private void judge() {
        ProcessSample sample = population.listing().sample();
        boolean anyAlive = false;
        boolean allSuspended = true;
        for (long pid : targets.get()) {
            int row = sample.rowOf(pid);
            if (row < 0 || !sample.isAlive(row)) continue;
            anyAlive = true;
            allSuspended &= sample.status(row) == ProcessStatus.SUSPENDED;
        }
        // nothing can be done to the processes of a recording
        killable.set(anyAlive && population.isLive());
        suspended.set(anyAlive && allSuspended && population.isLive());
    }
}
