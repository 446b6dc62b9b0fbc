package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ListingQuery;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.VmStatistics;
import dev.ithaca.vm.recording.RecordedInspector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The process list. Sampling, filtering and sorting happen on a thread of their own, one round at a time; the JavaFX thread only
 * takes the finished {@link Listing}. To be used on the JavaFX thread.
 */
public final class PopulationModel {
    /**
     * @param statistics empty if nothing was sampled; several tell all that is to be known of what went before
     * @param alerts null if they are not known with the sample
     */
    private record Round(Listing listing, List<VmStatistics> statistics, List<Alerts.Alert> alerts, double millis, RuntimeException failure) {
        static Round failed(RuntimeException why) { return new Round(null, List.of(), null, 0, why); }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(this, "listing", Listing.empty());
    private final ReadOnlyObjectWrapper<String> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final ReadOnlyDoubleWrapper costMillis = new ReadOnlyDoubleWrapper(this, "costMillis");
    private final ReadOnlyDoubleWrapper costShare = new ReadOnlyDoubleWrapper(this, "costShare");
    private final CostMeter cost = new CostMeter();
    private final OverviewModel overview;
    private Alerts alerts = new Alerts();
    private Inspector inspector;
    private ListingQuery query = ListingQuery.all();
    private Set<Column> shownColumns = Set.of();
    /** Collected for columns that are shown. */
    private Set<Figure> shownFigures = Set.of();
    private Consumer<Population> onVisible = seen -> {};
    private boolean busy;
    private double handedOverMillis;
    private boolean reading;
    private boolean sampleWanted;
    private boolean listWanted;
    /** Counts the machines looked at, so that the answer of an old one is dropped. */
    private int generation;

    PopulationModel(OverviewModel overview) { this.overview = overview; }

    /** What is to be shown now. */
    public ReadOnlyObjectProperty<Listing> listingProperty() { return listing.getReadOnlyProperty(); }

    public Listing listing() { return listing.get(); }

    /** There is a machine, but it has not been looked at yet. */
    public boolean isUnread() { return inspector != null && listing.get().sample().population().takenNanos() == 0; }

    /** Why the last round failed, or null. */
    public ReadOnlyObjectProperty<String> failureProperty() { return failure.getReadOnlyProperty(); }

    /** Milliseconds of the last round: sampling, filtering, sorting. */
    public ReadOnlyDoubleProperty costMillisProperty() { return costMillis.getReadOnlyProperty(); }

    /** Share of one core that the monitor takes for the list, handing over to the view included; 0.01 is a hundredth. */
    public ReadOnlyDoubleProperty costShareProperty() { return costShare.getReadOnlyProperty(); }

    public ListingQuery query() { return query; }

    /** Whether what is listed is a machine that can be acted on. */
    boolean isLive() { return inspector != null && inspector.isLive(); }

    /** Looks at another machine, or at none. */
    void setInspector(Inspector newInspector) {
        inspector = newInspector;
        generation++;
        busy = false;
        cost.reset();
        alerts = new Alerts();
        overview.reset();
        listing.set(Listing.empty());
        failure.set(null);
        refresh();
    }

    /** Shows a picture that somebody else has taken, at once and on the calling thread; for models that look at no machine. */
    public void show(Population population) { listing.set(query.run(ProcessSample.take(population, listing.get().sample()))); }

    /** Orders and filters what was sampled last in another way. */
    void setQuery(ListingQuery newQuery) {
        if (newQuery.equals(query)) return;
        query = newQuery;
        listWanted = true;
        next();
    }

    /** Tells which columns are shown: for some, more has to be collected than always is. */
    public void setShownColumns(Set<Column> columns) {
        shownColumns = Set.copyOf(columns);
        Set<Figure> figures = columns.stream().map(Column::figure).filter(Objects::nonNull).collect(Collectors.toSet());
        if (figures.equals(shownFigures)) return;
        boolean more = !shownFigures.containsAll(figures);
        shownFigures = Set.copyOf(figures);
        if (more) refresh();
    }

    private Set<Figure> wantedFigures() {
        Set<Figure> wanted = query.figures();
        wanted.addAll(shownFigures);
        return wanted;
    }

    /** Samples anew unless a round is under way: a tick is skipped rather than queued. */
    void tick() {
        if (!busy) refresh();
    }

    /**
     * Reads some processes anew, those in sight, without a new look at all. Nothing waits for it: it is skipped while a round
     * is under way.
     */
    void refreshVisible(long[] pids) {
        if (busy || reading || inspector == null || pids.length == 0) return;
        reading = true;
        Listing shown = listing.get();
        int asked = generation;
        Inspector source = inspector;
        Thread.ofVirtual().name("monitor-visible").start(() -> {
            ProcessSample fresh = readQuietly(source, pids);
            Platform.runLater(() -> {
                reading = false;
                if (fresh != null && asked == generation) onVisible.accept(fresh.population());
                // a new look at all is newer still
                if (fresh != null && asked == generation && listing.get() == shown && shown.differsFrom(fresh)) listing.set(shown.with(fresh));
            });
        });
    }

    /** @return null if the machine could not be read; the next round will tell */
    private static ProcessSample readQuietly(Inspector source, long[] pids) {
        try {
            return ProcessSample.take(source.population(pids), null);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** Told of each reading of the processes in sight. */
    void setOnVisible(Consumer<Population> handler) { onVisible = handler; }

    /** Samples anew, after the round under way if there is one. */
    void refresh() {
        sampleWanted = true;
        next();
    }

    private void next() {
        if (busy || inspector == null || !sampleWanted && !listWanted) return;
        busy = true;
        Set<Figure> figures = wantedFigures();
        Population lastTaken = listing.get().sample().population();
        // an order by what was not collected needs a new look
        Inspector source = sampleWanted || !figures.stream().allMatch(lastTaken::has) ? inspector : null;
        sampleWanted = false;
        listWanted = false;
        ListingQuery wanted = query;
        Set<Column> columns = shownColumns;
        Listing last = listing.get();
        int asked = generation;
        Alerts watchdog = alerts;
        // a platform thread: its processor time can be told
        Thread.ofPlatform().daemon().name("monitor-sampler").start(() -> {
            long cpu = THREADS.getCurrentThreadCpuTime();
            Round round = compute(source, figures, last, wanted, columns);
            Platform.runLater(() -> take(round, asked));
            // the picture does not wait for them
            List<Alerts.Alert> found = round.statistics.isEmpty() ? null : round.alerts != null ? round.alerts : look(watchdog, round.listing.sample(), source);
            double cpuMillis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
            Platform.runLater(() -> finish(found, cpuMillis, asked));
        });
    }

    private static Round compute(Inspector source, Set<Figure> figures, Listing last, ListingQuery query, Set<Column> columns) {
        long start = System.nanoTime();
        try {
            if (source instanceof RecordedInspector recorded) {
                RecordedSamples then = RecordedSamples.at(recorded);
                Listing listing = query.run(then.sample()).after(last);
                listing.prepareBranches(columns);
                return new Round(listing, then.statistics(), then.alerts(), (System.nanoTime() - start) / 1e6, null);
            }
            ProcessSample sample = source == null ? last.sample() : ProcessSample.take(source.population(figures), last.sample());
            Listing result = query.run(sample).after(last);
            result.prepareBranches(columns);
            List<VmStatistics> statistics = source == null ? List.of() : List.of(source.statistics());
            return new Round(result, statistics, null, (System.nanoTime() - start) / 1e6, null);
        } catch (RuntimeException e) {
            return Round.failed(e);
        }
    }

    /** @return none if the machine could not be read for them; the next round will tell */
    private static List<Alerts.Alert> look(Alerts watchdog, ProcessSample sample, Inspector source) {
        try {
            return watchdog.look(sample, source::population);
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }

    private void take(Round round, int asked) {
        if (asked != generation) return;
        if (round.failure != null) {
            failure.set("The processes could not be read: " + round.failure.getMessage());
            return;
        }
        failure.set(null);
        costMillis.set(round.millis);
        long start = System.nanoTime();
        listing.set(round.listing);
        if (!round.statistics.isEmpty()) {
            if (!isLive()) overview.restart();
            overview.take(round.statistics);
        }
        handedOverMillis = (System.nanoTime() - start) / 1e6;
    }

    /** @param found null if nobody looked for them */
    private void finish(List<Alerts.Alert> found, double cpuMillis, int asked) {
        if (asked != generation) return;
        busy = false;
        if (failure.get() == null) {
            if (found != null) overview.tell(found);
            cost.add(cpuMillis + handedOverMillis, System.nanoTime());
            costShare.set(cost.share());
        }
        next();
    }
}
