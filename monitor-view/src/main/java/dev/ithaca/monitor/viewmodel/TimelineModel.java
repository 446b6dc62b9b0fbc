package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Timeline;
import dev.ithaca.monitor.model.Timelines;
import dev.ithaca.vm.inspect.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * What processes did over the last minutes: those selected, and while a column wants it those in sight. It lives on what is read
 * of the rows in sight anyway. To be used on the JavaFX thread.
 */
public final class TimelineModel {
    /** Of many selected ones the first few are drawn. */
    public static final int MOST_SELECTED = 8;

    private final Timelines timelines = new Timelines();
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper(this, "looks");
    private List<Long> selected = List.of();
    private boolean allInSight;

    /** Counts up with each change. */
    public ReadOnlyLongProperty looksProperty() { return looks.getReadOnlyProperty(); }

    /** Selected processes, the one looked into first; the first few of them. */
    public List<Long> selected() { return selected; }

    /** Null if it was not looked at yet. */
    public Timeline of(long pid) { return timelines.of(pid); }

    /** Whether all that are in sight are to be recorded. */
    public void setAllInSight(boolean all) {
        if (allInSight && !all) timelines.keep(Set.copyOf(selected));
        allInSight = all;
    }

    /** @param primary null for none */
    void select(Long primary, Set<Long> pids) {
        var next = new ArrayList<Long>();
        if (primary != null) next.add(primary);
        pids.stream().filter(pid -> !pid.equals(primary)).sorted().limit(MOST_SELECTED - next.size()).forEach(next::add);
        if (next.equals(selected)) return;
        selected = List.copyOf(next);
        if (!allInSight) timelines.keep(Set.copyOf(selected));
        looks.set(looks.get() + 1);
    }

    /** Those in sight and those selected. */
    long[] withSelected(long[] pids) {
        return LongStream.concat(LongStream.of(pids), selected.stream().mapToLong(Long::longValue)).distinct().toArray();
    }

    void take(Population seen) {
        if (!allInSight && selected.isEmpty()) return;
        timelines.look(seen, allInSight ? null : Set.copyOf(selected));
        looks.set(looks.get() + 1);
    }

    /** Another machine: its pids mean other processes. */
    void forget() { timelines.keep(Set.of()); }
}
