package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Export;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.vm.inspect.Inspector;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The monitor without its looks: which machine is looked at, and the models of what is seen of it and done to it. To be used
 * on the JavaFX thread; the machine is spoken to on other threads.
 */
public final class MonitorModel {
    private final ObjectProperty<Inspector> inspector = new SimpleObjectProperty<>(this, "inspector");
    private final NoticeModel notices = new NoticeModel();
    private final OverviewModel overview = new OverviewModel();
    private final PopulationModel population = new PopulationModel(overview);
    private final ArrangementModel arrangement = new ArrangementModel(population);
    private final SelectionModel selection = new SelectionModel(population);
    private final HistoryModel history = new HistoryModel();
    private final TimelineModel timelines = new TimelineModel();
    private final LatencyModel latencies = new LatencyModel();
    private final WatchModel watches = new WatchModel();
    private final DetailsModel details = new DetailsModel();
    private final FlowModel flow = new FlowModel();
    private final CallsModel calls = new CallsModel();
    private final WaitsModel waits = new WaitsModel();
    private final WaitsModel standstill = new WaitsModel();
    private final EvaluationModel evaluations = new EvaluationModel();
    private final PromptModel prompt = new PromptModel();
    private final FreezeModel freezes = new FreezeModel(notices::tell);
    private final HistoryOption historyOption = new HistoryOption(inspector, notices::tell);
    private final FindModel find = new FindModel(population, selection, notices);
    private final SourceModel source = new SourceModel(population, selection, details, notices);
    private final ProcessActions actions = new ProcessActions(this);
    private final UndoModel undo = new UndoModel(this);
    private final ProcessQuestions questions = new ProcessQuestions(this);
    private final SourceTexts texts = new SourceTexts(this);
    private final RecordingModel recordings = new RecordingModel(this);
    private final ReplayModel replay = new ReplayModel(this);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private TextExporter exporter = (name, text) -> {};

    public MonitorModel() {
        inspector.addListener((o, before, now) -> lookAt(now));
        selection.primaryProperty().addListener((o, before, now) -> {
            details.show(inspector.get(), now == null ? 0 : now);
            history.show(now == null ? 0 : now);
            latencies.show(inspector.get(), now == null ? 0 : now);
            showFlow();
        });
        selection.targetsProperty().addListener((o, before, now) -> showFlow());
        selection.selectedProperty().addListener((o, before, now) -> selectTimelines());
        selection.primaryProperty().addListener((o, before, now) -> selectTimelines());
        population.setOnVisible(timelines::take);
        population.listingProperty().addListener((o, before, now) -> {
            if (now.sample() == before.sample()) return;
            history.take(now.sample());
            freezes.look(now.sample(), inspector.get());
        });
    }

    private void selectTimelines() { timelines.select(selection.primaryProperty().get(), selection.selectedProperty().get()); }

    private void showFlow() { flow.show(inspector.get(), selection.primaryProperty().get(), selection.targetsProperty().get()); }

    private void lookAt(Inspector machine) {
        replay.lookAt(machine);
        recordings.lookAt(machine);
        selection.clear();
        timelines.forget();
        freezes.clear();
        arrangement.forgetPids();
        // it is read on a thread of its own while the rest is put away
        population.setInspector(machine);
        showFlow();
        actions.forget();
        undo.forget();
        notices.dismiss();
        prompt.cancel();
        watches.setInspector(machine);
        calls.forget();
        evaluations.clear();
    }

    /** The machine looked at, or null. */
    public ObjectProperty<Inspector> inspectorProperty() { return inspector; }

    public PopulationModel population() { return population; }

    public ArrangementModel arrangement() { return arrangement; }

    public SelectionModel selection() { return selection; }

    public DetailsModel details() { return details; }

    /** The messages of the chosen processes. */
    public FlowModel flow() { return flow; }

    /** The calls of a traced function. */
    public CallsModel calls() { return calls; }

    public OverviewModel overview() { return overview; }

    public HistoryModel history() { return history; }

    public LatencyModel latencies() { return latencies; }

    public TimelineModel timelines() { return timelines; }

    /** Whether starts and last messages of all processes are kept. */
    public HistoryOption historyOption() { return historyOption; }

    public WatchModel watches() { return watches; }

    /** Who waits for whom, from the process looked into on. */
    public WaitsModel waits() { return waits; }

    /** The same from the first process on, while nothing happens in the whole machine. */
    public WaitsModel standstill() { return standstill; }

    /** Expressions evaluated in processes. */
    public EvaluationModel evaluations() { return evaluations; }

    public PromptModel prompt() { return prompt; }

    public FreezeModel freezes() { return freezes; }

    public FindModel find() { return find; }

    public SourceModel source() { return source; }

    public ProcessActions actions() { return actions; }

    /** The way back from a kill. */
    public UndoModel undo() { return undo; }

    public ProcessQuestions questions() { return questions; }

    public SourceTexts texts() { return texts; }

    /** Writes what is looked at to files. */
    public RecordingModel recordings() { return recordings; }

    /** Shows such a file in the place of a machine. */
    public ReplayModel replay() { return replay; }

    /** A machine is looked at, not a recording, so that something can be done to it. */
    public BooleanBinding live() { return Bindings.createBooleanBinding(() -> inspector.get() != null && inspector.get().isLive(), inspector); }

    public NoticeModel notices() { return notices; }

    /** The list scrolls with the process looked into. */
    public BooleanProperty followingProperty() { return following; }

    public void setExporter(TextExporter newExporter) { exporter = newExporter; }

    /** Copies the messages of the chosen processes as lines of text. @param copy puts a text on the clipboard */
    public void copyFlow(Consumer<String> copy) { flow.writeLines(text -> copied(text, "as text", copy)); }

    /** The same as a sequence diagram that Mermaid draws. */
    public void copyMermaid(Consumer<String> copy) { flow.writeMermaid(text -> copied(text, "as a Mermaid sequence diagram", copy)); }

    private void copied(String text, String how, Consumer<String> copy) {
        if (text.isEmpty()) {
            notices.tell("no message is known here: trace first, and see that the filter lets some through");
            return;
        }
        copy.accept(text);
        notices.tell("the messages are on the clipboard, " + how);
    }

    /** Hands the processes shown to the application as comma-separated values. */
    public void exportCsv() { export("processes.csv", Export::csv); }

    /** Hands the processes shown to the application as JSON. */
    public void exportJson() { export("processes.json", Export::json); }

    /** A hundred thousand lines take a while to write. */
    private void export(String name, Function<Listing, String> format) {
        Listing shown = population.listing();
        Thread.ofVirtual().name("monitor-export").start(() -> {
            String text = format.apply(shown);
            Platform.runLater(() -> exporter.export(name, text));
        });
    }

    /** Shows only the processes that stand in the same function as the one looked into. */
    public void filterToFunction() {
        int row = selection.primaryRow();
        if (row >= 0) arrangement.filterTextProperty().set("fn:" + population.listing().sample().function(row));
    }

    /** Shows only the process looked into and those below it in the spawn tree. */
    public void filterToSubtree() {
        Long pid = selection.primaryProperty().get();
        if (pid != null) arrangement.filterTextProperty().set("below:" + pid);
    }

    /** A tick of the population's clock. */
    public void tickPopulation() {
        population.tick();
        historyOption.look();
    }

    /** A tick of the faster clock, for the rows in sight and the process looked into. */
    public void tickVisible(long[] pids) {
        population.refreshVisible(timelines.withSelected(pids));
        details.refresh();
        watches.refresh();
    }

    /** Another moment of a recording: all of it is read anew. */
    void showMoment() {
        population.refresh();
        details.refreshAgain();
        watches.refreshAgain();
    }

    public void refreshNow() {
        population.refresh();
        details.refresh();
        watches.refresh();
    }
}
