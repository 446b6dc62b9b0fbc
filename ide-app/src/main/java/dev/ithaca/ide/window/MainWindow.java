package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.action.Actions;
import dev.ithaca.ide.action.KeyList;
import dev.ithaca.ide.action.Palette;
import dev.ithaca.ide.action.PaletteModel;
import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.analysis.ProjectSymbols;
import dev.ithaca.ide.console.ConsoleView;
import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.FileCommands;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.ide.editor.Tokenizer;
import dev.ithaca.ide.layout.FoldingSplit;
import dev.ithaca.ide.monitor.MonitorDock;
import dev.ithaca.ide.monitor.SelectedProcess;
import dev.ithaca.ide.outline.OutlineView;
import dev.ithaca.ide.panels.KeyNames;
import dev.ithaca.ide.problems.ProblemsView;
import dev.ithaca.ide.project.Examples;
import dev.ithaca.ide.project.FileOperations;
import dev.ithaca.ide.project.ProjectView;
import dev.ithaca.ide.project.Trash;
import dev.ithaca.ide.refactor.UsagesView;
import dev.ithaca.ide.run.StatusBar;
import dev.ithaca.ide.search.SearchView;
import dev.ithaca.ide.tests.TestsView;
import dev.ithaca.ide.welcome.WelcomeView;
import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.ValueInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: puts the views together and connects them with the services. */
public final class MainWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 860;
    private static final double OUTLINE_HEIGHT = 220;
    private static final int RECENT_SHOWN = 5;

    private final Services services;
    private final Stage stage;
    private final FileCommands files;
    private final EditorTabs tabs;
    private final History history;
    private final Navigation navigation;
    private final Opener opener;
    private final CodeCommands code;
    private final Refactoring refactoring;
    private final TypeHints typeHints;
    private final EditorColumn editorColumn;
    private final SessionMemory session;
    private final MonitorDock monitor;
    private final ConsoleView console;
    private final ProblemsView problems;
    private final ProjectView projectTree;
    private final Columns columns;
    private final Strip strip;
    private final Actions actions;
    private final Palette palette;
    private final KeyList keyList;
    private final FocusedText focusedText;
    private final ProcessLinks processes;
    private final Runs runs;

    public MainWindow(Services services, Stage stage, Dialogs dialogs, Tokenizer tokenizer) {
        this.services = services;
        this.stage = stage;
        files = new FileCommands(services.documents(), dialogs);
        tabs = new EditorTabs(services.documents(), tokenizer, services.background(), services.appearance(), services.analysis(), files::close,
                this::showProcessesAt, new EditorHelp(services.insight(), this::runningName, this::selectedProcess));
        history = new History(services.documents(), tabs);
        navigation = new Navigation(services.documents(), tabs, services.runner(), history);
        monitor = new MonitorDock((name, line) -> navigation.openSource(name, line, 1), (file, line) -> navigation.open(file, line, 1),
                (name, text) -> services.documents().openText(name, "").replaceAll(text), services.settings());
        console = new ConsoleView(services.console(), services.appearance().zoomProperty(), navigation::openSource, this::showProcess);
        problems = new ProblemsView(services.analysis().problems(), services.analysis().checkingProperty(), navigation::open);
        monitor.setRecordings(dialogs, () -> navigation.runningProgram());
        opener = new Opener(services.documents(), services.project(), services.settings(), dialogs, this::showProject, this::showRecording);
        projectTree = new ProjectView(services.project(), services.examples(), entry -> {
            opener.open(entry);
            focusEditor();
        }, new FileOperations(services.documents(), services.project(), dialogs, Trash.ofDesktop(), services.background(), opener::open), this::hasErrors);
        typeHints = new TypeHints(tabs, services.insight(), services.analysis(), services.settings());
        editorColumn = new EditorColumn(services, tabs, this::welcome, this::revealInProject, definition -> navigation.goTo(definition.line(), definition.column()));
        StackPane stripPlace = new StackPane();
        columns = new Columns(services.settings(), leftColumn(), editorColumn, stripPlace, monitor);
        refactoring = new Refactoring(services.insight(), services.documents(), tabs);
        processes = new ProcessLinks(services, tabs, navigation, monitor, columns);
        code = new CodeCommands(services.insight(), services.documents(), navigation, processes::showIn);
        session = new SessionMemory(services, stage, tabs);
        actions = WindowActions.define(services, this, files);
        tabs.setContextActions(Stream.of("edit.cut", "edit.copy", "edit.paste", "go.definition", "go.usages", "code.fix", "edit.rename", "go.processes", "edit.comment", "edit.find", "run.start").map(actions::get).toList());
        console.setContextMenu(new ContextMenu(Stream.of("edit.copy", "edit.selectAll", "edit.find", "console.clear").map(actions::get)
                .map(ActionControls::menuItem).toArray(MenuItem[]::new)));
        tabs.setNameAction(actions.get("go.definition"));
        strip = new Strip(console, problems, new TestsView(services.tests(), result -> navigation.open(result.file(), result.line(), 1)),
                new SearchView(services.search(), navigation::open), usagesView(), refactoring.searchedProperty(), new ValueInspector(services.screen()::close), actions.get("run.tests"), actions.get("console.clear"), actions.get("view.strip"));
        strip.follow(services.screen(), services.runner()::pressKey);
        stripPlace.getChildren().add(strip);
        runs = new Runs(services, dialogs, files, navigation, strip, console, problems, columns.stripShown());
        palette = new Palette(new PaletteModel(actions, new PlacesToGo(services, new ProjectSymbols(services.documents(), services.insight(), services.analysis()), opener, navigation)::choices, line -> navigation.goTo(line, 1)));
        keyList = new KeyList(actions, monitor.keys());
        Scene scene = scene();
        focusedText = new FocusedText(scene, this::focusEditor);
        connect();
        stage.setScene(scene);
        MenuKey.install(stage);
        stage.getIcons().setAll(WindowIcon.images());
        stage.titleProperty().bind(Bindings.createStringBinding(this::title, services.project().rootProperty(), services.documents().activeProperty()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            requestClose();
        });
        session.placeWindow();
    }

    private Scene scene() {
        StatusBar status = new StatusBar(services.runner(), services.gauges(), Bindings.createStringBinding(this::checkText,
                services.analysis().checkingProperty(), services.analysis().roundProperty()));
        services.documents().activeProperty().addListener((property, old, now) -> {
            status.caretProperty().unbind();
            status.caretProperty().set("");
            status.formatProperty().unbind();
            status.formatProperty().set("");
            if (now != null) status.formatProperty().bind(now.formatText());
            activeEditor().ifPresent(editor -> status.caretProperty().bind(editor.caretText()));
        });
        TopBar top = new TopBar(actions, Bindings.createStringBinding(() -> services.documents().active().map(Document::name).orElse("nothing open"),
                services.documents().activeProperty()));
        BorderPane content = new BorderPane(columns.node(), top, null, status, null);
        StackPane root = new StackPane(content, palette, refactoring.panel(), keyList);
        root.getStyleClass().add("ithaca");
        // without a size the first layout would use the preferred one, and split panes would keep its proportions
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        services.appearance().applyTo(scene);
        ActionControls.installExtraKeys(actions, scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressHotkey);
        return scene;
    }

    private static VBox titled(String title, Node content) {
        Label label = new Label(title);
        label.getStyleClass().add("column-title");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox box = new VBox(label, content);
        box.getStyleClass().add("column");
        box.setMinWidth(120);
        return box;
    }

    private FoldingSplit leftColumn() {
        OutlineView outline = new OutlineView(services.outline().definitions(),
                definition -> navigation.goTo(definition.line(), definition.column()));
        return new FoldingSplit(Orientation.VERTICAL).with(titled("PROJECT", projectTree), 0).with(titled("OUTLINE", outline), OUTLINE_HEIGHT);
    }

    private UsagesView usagesView() {
        UsagesView view = new UsagesView("usages", "Usages", refactoring.usages(), "Put the caret on a name and press Alt+F7 to see where it is used.",
                usage -> navigation.open(usage, refactoring.usagesOf()));
        refactoring.onUsages(() -> {
            columns.stripShown().set(true);
            strip.showUsages();
        });
        return view;
    }

    private void connect() {
        editorColumn.show(services.documents().activeProperty().get());
        services.documents().activeProperty().addListener((property, old, now) -> {
            if (now != null) now.path().ifPresent(projectTree::reveal);
        });
        services.analysis().roundProperty().addListener((property, old, now) -> projectTree.refresh());
        stage.focusedProperty().addListener((property, old, now) -> {
            if (now) services.documents().checkDisk();
        });
    }

    private String title() {
        String what = services.project().folder().map(Path::getFileName).map(Path::toString)
                .or(() -> services.documents().active().map(Document::name)).orElse("");
        return what.isEmpty() ? "Ithaca" : "Ithaca – " + what;
    }

    private String checkText() {
        if (services.documents().active().filter(Analysis::isSource).isEmpty()) return "";
        if (services.analysis().checkingProperty().get()) return "checking…";
        long errors = services.analysis().problems().stream().filter(problem -> problem.diagnostic().isError()).count();
        return errors == 0 ? "no errors" : errors == 1 ? "1 error" : errors + " errors";
    }

    public void show() { stage.show(); }

    public Actions actions() { return actions; }

    Columns columns() { return columns; }

    MonitorDock monitor() { return monitor; }

    /** The process monitor beside the editor. */
    public ProcessMonitor monitorControl() { return monitor.control(); }

    public String consoleText() { return console.shownText(); }

    FocusedText focusedText() { return focusedText; }

    public Optional<EditorView> activeEditor() { return tabs.activeEditor(); }

    /** Shows the file of the text in front in the tree. */
    void revealInProject() {
        services.documents().active().flatMap(Document::path).ifPresent(file -> {
            if (projectTree.reveal(file)) showProject();
        });
    }

    private WelcomeView welcome() {
        return new WelcomeView(List.of(actions.get("file.openFolder"), actions.get("file.open"), actions.get("file.new")),
                opener.recent().stream().limit(RECENT_SHOWN).toList(), this::openPath, services.examples(), this::openExample);
    }

    /** Opens a folder as the project, or a file in the editor; says so in place if it is neither. */
    public void openPath(Path path) { opener.open(path); }

    public void openExample(Examples.Example example) { opener.open(example); }

    Opener opener() { return opener; }

    History history() { return history; }

    CodeCommands code() { return code; }

    Refactoring refactoring() { return refactoring; }

    Runs runs() { return runs; }

    TypeHints typeHints() { return typeHints; }

    private boolean hasErrors(Path file) {
        return services.analysis().problems().stream().anyMatch(problem -> file.equals(problem.file()) && problem.diagnostic().isError());
    }

    void openPalette(String start) { palette.open(start); }

    void openKeyList() { keyList.open(); }

    private void showRecording(Path recording) {
        columns.monitorShown().set(true);
        monitor.open(recording);
    }

    private void showProject() { columns.projectShown().set(true); }

    /** Search in the text that has the focus: the output, else the source in front. */
    void find() {
        if (console.isFocusWithin()) console.find();
        else activeEditor().ifPresent(EditorView::find);
    }

    /** Search in all files, at first for what is selected. */
    void searchFiles() {
        columns.stripShown().set(true);
        strip.showSearch(activeEditor().map(EditorView::selectedWords).orElse(""));
    }

    /** Shows the values the program inspects, or goes back to the text. */
    void toggleInspector() {
        if (columns.stripShown().get() && strip.showsInspector() && strip.isFocusWithin()) {
            focusEditor();
            return;
        }
        columns.stripShown().set(true);
        strip.showInspector();
    }

    /** Keys the program asked for go to it, those of the window aside. */
    private void pressHotkey(KeyEvent event) {
        KeyNames.altLetter(event).filter(services.screen()::isHotkey).ifPresent(letter -> {
            services.runner().pressHotkey(letter);
            event.consume();
        });
    }

    void focusProject() {
        showProject();
        projectTree.requestFocus();
    }

    /** @param direction 1 to the next open file, -1 to the one before */
    void stepFile(int direction) { tabs.step(direction); }

    void focusEditor() { activeEditor().ifPresent(EditorView::focusText); }

    void focusMonitor() {
        columns.monitorShown().set(true);
        monitor.focusTable();
    }

    void focusStrip() {
        columns.stripShown().set(true);
        strip.focusText();
    }

    private Optional<String> runningName(Document document) { return navigation.sourceName(document); }

    void clearConsole() { console.clear(); }

    private void showProcess(long pid) { processes.showProcess(pid); }

    private void showProcessesAt(Document document, int line) { processes.showAt(document, line); }

    private SelectedProcess selectedProcess() { return processes.selected(); }

    /** Closes the window, after the user's word about unsaved texts. */
    public void requestClose() { files.guardAll(this::close); }

    private void close() {
        columns.remember();
        session.remember();
        monitor.control().stopRecording();
        services.recovery().clear();
        stage.hide();
    }

    /**
     * Opens again what was open when the window was last closed, and texts a crash left unsaved.
     *
     * @param wanted what to open after that and bring to the front, or null
     */
    public void restoreSession(Path wanted) {
        session.restore().thenRun(() -> {
            if (wanted != null) opener.open(wanted);
        });
    }
}
