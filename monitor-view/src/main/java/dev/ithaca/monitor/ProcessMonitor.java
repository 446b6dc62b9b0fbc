package dev.ithaca.monitor;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.view.DetailsPane;
import dev.ithaca.monitor.view.FreezeBar;
import dev.ithaca.monitor.view.KeySheet;
import dev.ithaca.monitor.view.MessageBar;
import dev.ithaca.monitor.view.MonitorActions;
import dev.ithaca.monitor.view.MonitorToolbar;
import dev.ithaca.monitor.view.OverviewPane;
import dev.ithaca.monitor.view.ProcessKeys;
import dev.ithaca.monitor.view.ProcessList;
import dev.ithaca.monitor.view.ProcessMenu;
import dev.ithaca.monitor.view.ProcessTable;
import dev.ithaca.monitor.view.PromptBar;
import dev.ithaca.monitor.view.RecordingBar;
import dev.ithaca.monitor.view.StatusBar;
import dev.ithaca.monitor.view.Switches;
import dev.ithaca.monitor.view.TimeBar;
import dev.ithaca.monitor.view.UndoBar;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.MonitorSettings;
import dev.ithaca.monitor.viewmodel.RecordingFiles;
import dev.ithaca.monitor.viewmodel.SourceOpener;
import dev.ithaca.monitor.viewmodel.TextExporter;
import dev.ithaca.monitor.viewmodel.Ticker;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.recording.RecordedInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * The process monitor: every process of a machine in a table or tree, and one of them in full. It is driven by an
 * {@link Inspector} alone, polls it off the JavaFX thread, and rests while it is paused, inactive or out of sight.
 *
 * <p>Colours come from the theme's {@code -color-*} look-ups (AtlantaFX); without such a theme it brings its own, light or
 * dark ({@link #darkProperty()}).
 */
public final class ProcessMonitor extends Region {
    /** The rows in sight and the process looked into are read more often than all. */
    private static final java.time.Duration VISIBLE_INTERVAL = java.time.Duration.ofMillis(250);
    private static final java.time.Duration SHORTEST_INTERVAL = java.time.Duration.ofMillis(20);
    static final PseudoClass STANDALONE = PseudoClass.getPseudoClass("standalone");
    /** Of the split between list and details: there is nothing to look at yet. */
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final MonitorModel model = new MonitorModel();
    private final ObjectProperty<Duration> refreshInterval =
            new SimpleObjectProperty<>(this, "refreshInterval", Duration.seconds(1));
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", true);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ReadOnlyIntegerWrapper processCount = new ReadOnlyIntegerWrapper(this, "processCount");
    private final ReadOnlyObjectWrapper<ProcessSample> sample =
            new ReadOnlyObjectWrapper<>(this, "sample", ProcessSample.empty());
    private final Ticker populationTicker = new Ticker(toJavaTime(refreshInterval.get()), () -> tick(model::tickPopulation));
    private final MonitorToolbar toolbar = new MonitorToolbar(model);
    private final ProcessTable table = new ProcessTable(model, toolbar.fontProperty());
    private final ProcessList processes = new ProcessList(model, table);
    private final StatusBar statusBar = new StatusBar(model, paused);
    private final Ticker visibleTicker = new Ticker(VISIBLE_INTERVAL, () -> tick(this::lookAtTheVisible));
    private final BooleanProperty overviewShown = new SimpleBooleanProperty(this, "overviewShown");
    private final Switches switches = new Switches(paused, overviewShown, refreshInterval);
    private final MonitorActions actions = new MonitorActions(model, table, switches, toolbar::focusFilter, toolbar::showStates,
            this::inspectVariables, this::showMessages, this::showCalls, this::toggleHelp);
    private final KeySheet keys = new KeySheet(actions.all(), table::requestFocus);
    private final OverviewPane overview = new OverviewPane(model);
    private final DetailsPane details;
    private final StackPane content;
    private final SplitPane split;
    private final WarmUp warmUp;

    public ProcessMonitor() {
        getStyleClass().add("process-monitor");
        pseudoClassStateChanged(STANDALONE, !hasTheme());
        getStylesheets().add(Objects.requireNonNull(ProcessMonitor.class.getResource("monitor.css")).toExternalForm());
        warmUp = new WarmUp(getStylesheets(), processes::prepare);
        toolbar.complete(model, actions, table::requestFocus, switches);
        model.setExporter(this::toClipboard);
        model.texts().setTestOpener(this::toClipboard);
        table.setContextMenu(new ProcessMenu(actions));
        ProcessKeys.install(model, table, actions);
        model.recordings().setInterval(() -> toJavaTime(refreshInterval.get()));
        details = new DetailsPane(model, actions, this::setSelectedPid);
        // messages come below the list, so that no row moves under the pointer
        var list = new VBox(processes, new PromptBar(model.prompt(), this::focusAfterPrompt), new FreezeBar(model.freezes()),
                new RecordingBar(model.recordings()), new UndoBar(model.undo(), actions, table::requestFocus), new MessageBar(model, table::requestFocus), statusBar);
        VBox.setVgrow(processes, Priority.ALWAYS);
        split = new SplitPane(list, details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        SplitPane.setResizableWithParent(details, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        overview.visibleProperty().bind(overviewShown);
        overview.managedProperty().bind(overviewShown);
        content = new StackPane(new VBox(toolbar, overview, split, new TimeBar(model, actions)), keys);
        // too narrow for the size of the text, parts are cut off, not the whole
        content.setMinWidth(0);
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("monitor-content");
        getChildren().setAll(content);
        model.population().listingProperty().addListener((o, before, now) -> {
            processCount.set(now.sample().alive());
            sample.set(now.sample());
        });
        refreshInterval.addListener((o, before, now) -> populationTicker.setInterval(toJavaTime(now)));
        active.addListener((o, before, now) -> wakeOrRest());
        paused.addListener((o, before, now) -> wakeOrRest());
        sceneProperty().addListener((o, before, now) -> {
            pseudoClassStateChanged(STANDALONE, !hasTheme());
            if (now != null) warmUp.start();
            wakeOrRest();
        });
        sceneProperty().flatMap(Scene::windowProperty).addListener((o, before, now) -> {
            if (now == null) warmUp.stop();
        });
        // the models look at a new machine by themselves
        model.inspectorProperty().addListener((o, before, now) -> {
            // a real machine makes everything ready by itself, and is not to share the processor with an exercise
            if (now != null) warmUp.stop();
            startOrStopClocks();
            showDivider(now != null);
        });
        split.skinProperty().addListener((o, before, now) -> showDivider(getInspector() != null));
        dark.addListener((o, before, now) -> pseudoClassStateChanged(DARK, now));
    }

    /** Between two empty halves there is none. A style of the whole would have all that is in them look for their styles anew. */
    private void showDivider(boolean shown) {
        split.lookupAll(".split-pane-divider").stream().filter(node -> node.getParent() == split).forEach(divider -> divider.setOpacity(shown ? 1 : 0));
    }

    /** The machine looked at; null shows the state before the first run. */
    public ObjectProperty<Inspector> inspectorProperty() { return model.inspectorProperty(); }

    public void setInspector(Inspector inspector) { model.inspectorProperty().set(inspector); }

    public Inspector getInspector() { return model.inspectorProperty().get(); }

    /** Called on the JavaFX thread when the user goes to the source of a process or frame. */
    public void setOnGoToSource(SourceOpener opener) { model.source().setOpener(opener); }

    /** Called on the JavaFX thread with what the user exports; without one it goes to the clipboard. */
    public void setOnExport(TextExporter exporter) { model.setExporter(exporter); }

    /** Called on the JavaFX thread with the text of a test that the user wants; without one it goes to the clipboard. */
    public void setOnTest(TextExporter opener) { model.texts().setTestOpener(opener); }

    /** Asked where recordings are kept; without it nothing can be saved or opened. */
    public void setRecordingFiles(RecordingFiles files) { model.recordings().filesProperty().set(files); }

    /** Shows a recording in the place of the machine; says in place what is wrong with it if that is not possible. */
    public void openRecording(Path file) { model.replay().open(file); }

    /** Called on the JavaFX thread with a recording that was opened. */
    public void setOnRecordingOpened(Consumer<Path> listener) { model.replay().setOnOpened(listener); }

    /** The recording shown now; null while a machine is, or nothing. */
    public ReadOnlyObjectProperty<RecordedInspector> recordingProperty() { return model.replay().shownProperty(); }

    /** Ends what is being recorded; to be called when the application ends. */
    public void stopRecording() { model.recordings().stop(); }

    /** To be set before the monitor is shown, if at all. */
    public void setPractice(Practice practice) { warmUp.setPractice(practice); }

    /** Takes up columns, sort order, layout and refresh rate as they were left, and keeps them from now on. */
    public void remember(MonitorSettings settings) {
        table.remember(settings);
        MonitorMemory.keep(settings, this);
    }

    /** Charts of the machine and alerts stand above the list. */
    public BooleanProperty overviewShownProperty() { return overviewShown; }

    /** What is amiss at the last look, for the application's status line. */
    public ReadOnlyObjectProperty<List<Alerts.Alert>> alertsProperty() { return model.overview().alertsProperty(); }

    /** Share of one core that watching costs; 0.01 is a hundredth. */
    public ReadOnlyDoubleProperty costShareProperty() { return model.population().costShareProperty(); }

    /** The process looked into, or null; may be set from outside. */
    public ObjectProperty<Long> selectedPidProperty() { return model.selection().primaryProperty(); }

    public Long getSelectedPid() { return model.selection().primaryProperty().get(); }

    /** Selects a process and scrolls to it. */
    public void setSelectedPid(Long pid) {
        model.selection().select(pid, pid == null ? Set.of() : Set.of(pid));
        if (pid != null) table.reveal(pid);
    }

    /** All selected processes. */
    public ReadOnlyObjectProperty<Set<Long>> selectionProperty() { return model.selection().selectedProperty(); }

    /** To be set false while the monitor is folded away; it then costs nothing. */
    public BooleanProperty activeProperty() { return active; }

    public void setActive(boolean value) { active.set(value); }

    /** Set by the user to make the picture stand still. */
    public BooleanProperty pausedProperty() { return paused; }

    /** Time between two looks at the whole population. */
    public ObjectProperty<Duration> refreshIntervalProperty() { return refreshInterval; }

    /** Living processes at the last look. */
    public ReadOnlyIntegerProperty processCountProperty() { return processCount.getReadOnlyProperty(); }

    /** Milliseconds that the last look took: reading, filtering, sorting, off the JavaFX thread. */
    public ReadOnlyDoubleProperty refreshCostProperty() { return model.population().costMillisProperty(); }

    /** The population at the last look, for others who want it without polling again. */
    public ReadOnlyObjectProperty<ProcessSample> sampleProperty() { return sample.getReadOnlyProperty(); }

    /** The filter as typed, for example {@code state:waiting mbox>100}. */
    public StringProperty filterTextProperty() { return model.arrangement().filterTextProperty(); }

    /** List, tree or groups. */
    public ObjectProperty<Arrangement> arrangementProperty() { return model.arrangement().arrangementProperty(); }

    /** Children under their parents instead of a flat list. */
    public BooleanProperty treeProperty() { return model.arrangement().treeProperty(); }

    /** The recently dead are listed as well. */
    public BooleanProperty showDeadProperty() { return model.arrangement().showDeadProperty(); }

    /** What the library has started for its own ends is listed as well; at first it is not. */
    public BooleanProperty showLibraryProperty() { return model.arrangement().showLibraryProperty(); }

    /** In the tree, closed branches show what they add up to; at first they do. */
    public BooleanProperty branchSumsProperty() { return model.arrangement().branchSumsProperty(); }

    /** New processes stand out for a moment. */
    public BooleanProperty markNewProperty() { return model.arrangement().markNewProperty(); }

    /** Processes that have just died stand out for a moment. */
    public BooleanProperty markDeadProperty() { return model.arrangement().markDeadProperty(); }

    /** What processes are started with and the last messages they take are kept, see {@link Inspector#keepHistory}. */
    public BooleanProperty historyKeptProperty() { return model.historyOption().keptProperty(); }

    /** Dark colours; matters only without a theme of the application. */
    public BooleanProperty darkProperty() { return dark; }

    /** Every command, for menus and palettes around the monitor. */
    public List<MonitorAction> actions() { return actions.all(); }

    public void refreshNow() { model.refreshNow(); }

    public void focusTable() { table.requestFocus(); }

    public void focusFilter() { toolbar.focusFilter(); }

    private void focusAfterPrompt() {
        if (getScene() != null) table.requestFocus();
    }

    private void inspectVariables() { details.inspectVariables(); }

    private void showMessages() { details.showMessages(); }

    private void showCalls() { details.showCalls(); }

    private void toggleHelp() { keys.toggle(); }

    private void toClipboard(String name, String text) {
        MonitorActions.toClipboard(text);
        model.notices().tell(name + " is on the clipboard");
    }

    private void wakeOrRest() {
        if (startOrStopClocks()) model.refreshNow();
    }

    /** @return whether they go now */
    private boolean startOrStopClocks() {
        // a recording stands still until the user goes on
        boolean awake = active.get() && !paused.get() && getScene() != null && getInspector() != null && getInspector().isLive();
        model.latencies().setAwake(awake || paused.get() && active.get());
        if (awake) {
            populationTicker.start();
            visibleTicker.start();
        } else {
            populationTicker.stop();
            visibleTicker.stop();
        }
        return awake;
    }

    private static java.time.Duration toJavaTime(Duration duration) {
        var exact = java.time.Duration.ofMillis((long) duration.toMillis());
        return exact.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : exact;
    }

    private void lookAtTheVisible() {
        model.tickVisible(table.visiblePids());
        statusBar.showAge();
    }

    private void tick(Runnable refresh) {
        if (isOnScreen()) refresh.run();
    }

    private boolean isOnScreen() {
        Window window = getScene() == null ? null : getScene().getWindow();
        if (window == null || !window.isShowing() || window instanceof Stage stage && stage.isIconified()) return false;
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) return false;
        }
        return true;
    }

    /** A theme with look-ups of its own replaces the user agent style sheet of JavaFX. */
    private static boolean hasTheme() {
        String sheet = Application.getUserAgentStylesheet();
        return sheet != null && !sheet.equalsIgnoreCase("modena") && !sheet.equalsIgnoreCase("caspian");
    }

    @Override protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        layoutInArea(content, left, top, getWidth() - left - snappedRightInset(), getHeight() - top - snappedBottomInset(), 0,
                HPos.LEFT, VPos.TOP);
    }

    @Override protected double computePrefWidth(double height) { return 480; }

    @Override protected double computePrefHeight(double width) { return 640; }

    @Override protected double computeMinWidth(double height) { return 240; }

    @Override protected double computeMinHeight(double width) { return 160; }
}
