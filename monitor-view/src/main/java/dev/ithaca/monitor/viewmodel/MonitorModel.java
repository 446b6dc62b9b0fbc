package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Descendants;
import dev.ithaca.monitor.model.Export;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ListingQuery;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.SortKey;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The monitor without its looks: which machine, which processes are chosen, what can be done to them. Choice and actions
 * go by pid, never by row. To be used on the JavaFX thread; the machine is spoken to on virtual threads.
 */
public final class MonitorModel {
    private final OverviewModel overview = new OverviewModel();
    private final PopulationModel population = new PopulationModel(overview);
    private final HistoryModel history = new HistoryModel();
    private final WatchModel watches = new WatchModel();
    private final DetailsModel details = new DetailsModel();
    private final WaitsModel waits = new WaitsModel();
    private final PromptModel prompt = new PromptModel();
    private final FreezeModel freezes = new FreezeModel(this::tell);
    private final ProcessQuestions questions = new ProcessQuestions(this);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private final ObjectProperty<Inspector> inspector = new SimpleObjectProperty<>(this, "inspector");
    private final ObjectProperty<Long> selectedPid = new SimpleObjectProperty<>(this, "selectedPid");
    private final ReadOnlyObjectWrapper<Set<Long>> selection = new ReadOnlyObjectWrapper<>(this, "selection", Set.of());
    private final StringProperty filterText = new SimpleStringProperty(this, "filterText", "");
    private final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(this, "arrangement", Arrangement.LIST);
    private final BooleanProperty tree = new SimpleBooleanProperty(this, "tree");
    private final BooleanProperty showDead = new SimpleBooleanProperty(this, "showDead", true);
    private final ReadOnlyBooleanWrapper killable = new ReadOnlyBooleanWrapper(this, "killable");
    private final ReadOnlyBooleanWrapper suspended = new ReadOnlyBooleanWrapper(this, "suspended");
    private final ReadOnlyObjectWrapper<KillRequest> killRequest = new ReadOnlyObjectWrapper<>(this, "killRequest");
    private final ReadOnlyObjectWrapper<String> notice = new ReadOnlyObjectWrapper<>(this, "notice");
    private SourceOpener sourceOpener = (file, line) -> {};
    private TextExporter exporter = (name, text) -> {};
    private Set<Long> collapsed = Set.of();
    private Set<Long> opened = Set.of();

    public MonitorModel() {
        inspector.addListener((o, before, now) -> {
            collapsed = Set.of();
            opened = Set.of();
            selectedPid.set(null);
            killRequest.set(null);
            notice.set(null);
            prompt.cancel();
            freezes.clear();
            population.setQuery(population.query().withCollapsed(collapsed).withOpened(opened));
            watches.setInspector(now);
            population.setInspector(now);
        });
        selectedPid.addListener((o, before, now) -> {
            if (now == null) selection.set(Set.of());
            else if (!selection.get().contains(now)) selection.set(Set.of(now));
            details.show(inspector.get(), now == null ? 0 : now);
            history.show(now == null ? 0 : now);
        });
        selection.addListener((o, before, now) -> judgeSelection());
        population.listingProperty().addListener((o, before, now) -> {
            judgeSelection();
            if (now.sample() == before.sample()) return;
            history.take(now.sample());
            freezes.look(now.sample(), inspector.get());
        });
        filterText.addListener((o, before, now) ->
                population.setQuery(population.query().withFilter(ProcessFilter.parse(now))));
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

    public PopulationModel population() { return population; }

    public DetailsModel details() { return details; }

    public OverviewModel overview() { return overview; }

    public HistoryModel history() { return history; }

    public WatchModel watches() { return watches; }

    public WaitsModel waits() { return waits; }

    public PromptModel prompt() { return prompt; }

    public FreezeModel freezes() { return freezes; }

    public ProcessQuestions questions() { return questions; }

    /** The list scrolls with the process looked into. */
    public BooleanProperty followingProperty() { return following; }

    /** The machine looked at, or null. */
    public ObjectProperty<Inspector> inspectorProperty() { return inspector; }

    /** The process looked into, or null. */
    public ObjectProperty<Long> selectedPidProperty() { return selectedPid; }

    /** All chosen processes; actions go to these. */
    public ReadOnlyObjectProperty<Set<Long>> selectionProperty() { return selection.getReadOnlyProperty(); }

    public StringProperty filterTextProperty() { return filterText; }

    public ObjectProperty<Arrangement> arrangementProperty() { return arrangement; }

    /** Children under their parents instead of a flat list. */
    public BooleanProperty treeProperty() { return tree; }

    /** The recently dead are listed as well. */
    public BooleanProperty showDeadProperty() { return showDead; }

    /** One of the chosen processes is alive. */
    public ReadOnlyBooleanProperty killableProperty() { return killable.getReadOnlyProperty(); }

    /** All of the chosen processes that live are suspended, so that they can be resumed. */
    public ReadOnlyBooleanProperty suspendedProperty() { return suspended.getReadOnlyProperty(); }

    /** A kill that waits for the user's word, or null. */
    public ReadOnlyObjectProperty<KillRequest> killRequestProperty() { return killRequest.getReadOnlyProperty(); }

    /** A remark on the last action, or null. */
    public ReadOnlyObjectProperty<String> noticeProperty() { return notice.getReadOnlyProperty(); }

    public void setExporter(TextExporter newExporter) { exporter = newExporter; }

    /** Hands the processes shown to the application as comma-separated values. */
    public void exportCsv() { exporter.export("processes.csv", Export.csv(population.listing())); }

    /** Hands the processes shown to the application as JSON. */
    public void exportJson() { exporter.export("processes.json", Export.json(population.listing())); }

    /** Shows a remark for a moment. */
    public void tell(String remark) { notice.set(remark); }

    public void setSourceOpener(SourceOpener opener) { sourceOpener = opener; }

    /** @param primary the process looked into, or null for none; one of {@code pids} */
    public void select(Long primary, Set<Long> pids) {
        selection.set(primary == null ? Set.of() : Set.copyOf(pids));
        selectedPid.set(primary);
    }

    /** Chooses all processes shown. */
    public void selectAll() {
        Listing listing = population.listing();
        if (listing.size() == 0) return;
        Set<Long> pids = IntStream.range(0, listing.size()).mapToLong(listing::pid).filter(pid -> pid > 0).boxed()
                .collect(Collectors.toUnmodifiableSet());
        Long primary = selectedPid.get();
        select(primary != null && pids.contains(primary) ? primary : pids.stream().findFirst().orElse(null), pids);
    }

    /** From list or tree to groups by start, on to groups by function, and back to the list. */
    public void nextGrouping() {
        arrangement.set(switch (arrangement.get()) {
            case BY_ORIGIN -> Arrangement.BY_FUNCTION;
            case BY_FUNCTION -> Arrangement.LIST;
            default -> Arrangement.BY_ORIGIN;
        });
    }

    public void sortBy(List<SortKey> keys) { population.setQuery(population.query().withSort(keys)); }

    /** Shows or hides the children of a process in the tree, or the processes of a group. */
    public void setExpanded(long pid, boolean expanded) {
        if (pid < 0) {
            var next = new HashSet<>(opened);
            if (expanded) next.add(pid);
            else next.remove(pid);
            open(next);
            return;
        }
        var next = new HashSet<>(collapsed);
        if (expanded) next.remove(pid);
        else next.add(pid);
        collapse(next);
    }

    public void expandAll() {
        if (arrangement.get().grouped()) open(population.listing().groups());
        else collapse(Set.of());
    }

    private void open(Set<Long> groups) {
        opened = Set.copyOf(groups);
        population.setQuery(population.query().withOpened(opened));
    }

    private void collapse(Set<Long> pids) {
        collapsed = Set.copyOf(pids);
        population.setQuery(population.query().withCollapsed(collapsed));
    }

    /** A tick of the population's clock. */
    public void tickPopulation() { population.tick(); }

    /** A tick of the clock for the process looked into. */
    public void tickDetails() {
        details.refresh();
        watches.refresh();
    }

    public void refreshNow() {
        population.refresh();
        tickDetails();
    }

    /** Kills the chosen process; asks first if it is not the only one to end. */
    public void kill() { killOrAsk(livingSelection()); }

    /** Kills the chosen processes and all below them in the spawn tree; asks first if there are several. */
    public void killSubtree() { killOrAsk(Descendants.of(population.listing().sample(), selection.get())); }

    private void killOrAsk(Set<Long> victims) {
        Inspector machine = inspector.get();
        if (victims.isEmpty() || machine == null) return;
        Thread.ofVirtual().name("monitor-action").start(() -> {
            List<Long> along = machine.takesAlong(victims);
            Platform.runLater(() -> {
                if (inspector.get() != machine) return;
                var request = new KillRequest(victims, along, victims.stream().anyMatch(this::isMain) || along.stream().anyMatch(this::isMain));
                if (victims.size() == 1 && along.isEmpty() && !request.endsProgram()) killNow(victims);
                else killRequest.set(request);
            });
        });
    }

    private boolean isMain(long pid) {
        int row = population.listing().sample().rowOf(pid);
        return row >= 0 && population.listing().sample().parent(row) == 0;
    }

    /** Kills the chosen processes without a question. */
    public void killNow() { killNow(livingSelection()); }

    public void confirmKill() {
        KillRequest request = killRequest.get();
        if (request != null) killNow(request.pids());
    }

    public void cancelKill() { killRequest.set(null); }

    private void killNow(Set<Long> victims) {
        killRequest.set(null);
        act(victims, "killed", Inspector::kill);
    }

    /** Suspends the chosen processes; if all of them are suspended, resumes them. */
    public void suspendOrResume() {
        if (suspended.get()) resume();
        else act(livingSelection(), "suspended", Inspector::suspend);
    }

    /** Lets the chosen processes go on. */
    public void resume() { act(livingSelection(), "resumed", Inspector::resume); }

    private void act(Set<Long> pids, String done, BiPredicate<Inspector, Long> action) {
        Inspector machine = inspector.get();
        if (pids.isEmpty() || machine == null) return;
        Thread.ofVirtual().name("monitor-action").start(() -> {
            var refused = pids.stream().filter(pid -> !action.test(machine, pid)).toList();
            Platform.runLater(() -> {
                if (inspector.get() == machine) acted(pids, refused, done);
            });
        });
    }

    private void acted(Set<Long> pids, List<Long> refused, String done) {
        String who = pids.size() == 1 ? Format.pid(pids.iterator().next()) : Format.count(pids.size()) + " processes";
        if (refused.isEmpty()) notice.set(who + " " + done);
        else if (pids.size() == 1) notice.set(who + " could not be " + done + ": it is already dead");
        else notice.set(Format.count(refused.size()) + " of " + who + " could not be " + done + ": already dead");
        refreshNow();
    }

    public void dismissNotice() { notice.set(null); }

    /** Opens the line where the selected process stands. */
    public void goToSource() {
        if (selectedPid.get() != null) goToSource(selectedPid.get());
    }

    /** Opens the place where the function that the selected process was started with is written. */
    public void goToStart() {
        int row = selectedRow();
        if (row < 0) return;
        Place origin = population.listing().sample().origin(row);
        open(origin.file(), origin.line());
    }

    /** Shows only the processes that stand in the same function as the selected one. */
    public void filterToFunction() {
        int row = selectedRow();
        if (row >= 0) filterText.set("fn:" + population.listing().sample().function(row));
    }

    /** Shows only the selected process and those below it in the spawn tree. */
    public void filterToSubtree() {
        if (selectedPid.get() != null) filterText.set("below:" + selectedPid.get());
    }

    private int selectedRow() { return selectedPid.get() == null ? -1 : population.listing().sample().rowOf(selectedPid.get()); }

    /** Opens the line where a process stands. */
    public void goToSource(long pid) {
        ProcessSample sample = population.listing().sample();
        int row = sample.rowOf(pid);
        if (row >= 0) open(sample.file(row), sample.line(row));
        else if (details.detailsProperty().get() != null && details.pid() == pid) {
            ProcessInfo info = details.detailsProperty().get().snapshot().info();
            open(info.file(), info.line());
        }
    }

    /** Opens a place, if there is source for it. */
    public void open(String file, int line) {
        if (file != null) sourceOpener.open(file, line);
        else notice.set("There is no source here: this is library code");
    }

    /** The chosen processes as lines of tab-separated columns under a heading, in the order shown. */
    public String selectionAsText() {
        Listing listing = population.listing();
        var positions = selection.get().stream().map(listing::positionOf).filter(at -> at >= 0).sorted().toList();
        var lines = new ArrayList<String>();
        lines.add(Stream.of(Column.values()).map(Column::title).collect(Collectors.joining("\t")));
        for (int at : positions) {
            lines.add(Stream.of(Column.values()).map(column -> column.text(listing.sample(), listing.row(at)))
                    .collect(Collectors.joining("\t")));
        }
        return String.join("\n", lines);
    }

    /** The chosen pids, one per line. */
    public String selectedPidsAsText() {
        return selection.get().stream().sorted().map(Format::pid).collect(Collectors.joining("\n"));
    }

    private Set<Long> livingSelection() {
        ProcessSample sample = population.listing().sample();
        return selection.get().stream()
                .filter(pid -> sample.rowOf(pid) >= 0 && sample.isAlive(sample.rowOf(pid)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void judgeSelection() {
        ProcessSample sample = population.listing().sample();
        boolean anyAlive = false;
        boolean allSuspended = true;
        for (long pid : selection.get()) {
            int row = sample.rowOf(pid);
            if (row < 0 || !sample.isAlive(row)) continue;
            anyAlive = true;
            allSuspended &= sample.status(row) == ProcessStatus.SUSPENDED;
        }
        killable.set(anyAlive);
        suspended.set(anyAlive && allSuspended);
    }
}
