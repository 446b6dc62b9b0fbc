package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.action.Actions;
import dev.ithaca.ide.action.Choice;
import dev.ithaca.ide.action.KeyList;
import dev.ithaca.ide.action.Palette;
import dev.ithaca.ide.action.PaletteModel;
import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.console.ConsoleView;
import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.FileCommands;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.ide.editor.LineMarks;
import dev.ithaca.ide.editor.NoticeBar;
import dev.ithaca.ide.editor.Tokenizer;
import dev.ithaca.ide.layout.FoldingSplit;
import dev.ithaca.ide.monitor.MonitorDock;
import dev.ithaca.ide.monitor.ProcessPlaces;
import dev.ithaca.ide.outline.OutlineView;
import dev.ithaca.ide.problems.ProblemsView;
import dev.ithaca.ide.project.Examples;
import dev.ithaca.ide.project.FileNode;
import dev.ithaca.ide.project.ProjectView;
import dev.ithaca.ide.run.Runner;
import dev.ithaca.ide.run.StatusBar;
import dev.ithaca.ide.tests.TestsView;
import dev.ithaca.ide.welcome.WelcomeView;
import dev.ithaca.monitor.ProcessMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window: puts the views together and connects them with the services. */
public final class MainWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 860;
    private static final double OUTLINE_HEIGHT = 220;

    private final Services services;
    private final Stage stage;
    private final Dialogs dialogs;
    private final FileCommands files;
    private final EditorTabs tabs;
    private final Navigation navigation;
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
    private final ProcessPlaces places;
    private final StackPane editorPlace = new StackPane();
    private ProcessPlaces.Places lastPlaces = ProcessPlaces.Places.NONE;

    public MainWindow(Services services, Stage stage, Dialogs dialogs, Tokenizer tokenizer) {
        this.services = services;
        this.stage = stage;
        this.dialogs = dialogs;
        files = new FileCommands(services.documents(), dialogs);
        tabs = new EditorTabs(services.documents(), tokenizer, services.background(), services.appearance(), services.analysis(), files::close,
                this::showProcessesAt, new EditorHelp(services.insight(), this::runningName, () -> lastPlaces.selected()));
        navigation = new Navigation(services.documents(), tabs, services.runner());
        monitor = new MonitorDock((file, line) -> navigation.openSource(file, line, 1));
        console = new ConsoleView(services.console(), services.appearance().zoomProperty(), navigation::openSource, this::showProcess);
        problems = new ProblemsView(services.analysis().problems(), services.analysis().checkingProperty(), navigation::open);
        projectTree = new ProjectView(services.project(), services.examples(), this::openEntry, this::hasErrors);
        StackPane stripPlace = new StackPane();
        columns = new Columns(services.settings(), leftColumn(), editorColumn(), stripPlace, monitor);
        actions = WindowActions.define(services, this, files);
        tabs.setContextActions(Stream.of("edit.cut", "edit.copy", "edit.paste", "go.definition", "go.processes", "edit.comment", "edit.find", "run.start").map(actions::get).toList());
        strip = new Strip(console, problems, new TestsView(services.tests(), result -> navigation.open(result.file(), result.line(), 1)),
                actions.get("run.tests"), actions.get("console.clear"), actions.get("view.strip"));
        stripPlace.getChildren().add(strip);
        places = new ProcessPlaces(services.background(), monitor.control(), this::showPlaces);
        palette = new Palette(new PaletteModel(actions, this::placesToGo, line -> activeEditor().ifPresent(editor -> editor.goTo(line, 1))));
        keyList = new KeyList(actions, monitor.keys());
        Scene scene = scene();
        focusedText = new FocusedText(scene, this::focusEditor);
        connect();
        stage.setScene(scene);
        stage.getIcons().setAll(WindowIcon.images());
        stage.titleProperty().bind(Bindings.createStringBinding(this::title, services.project().rootProperty(), services.documents().activeProperty()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            requestClose();
        });
        place();
    }

    private Scene scene() {
        StatusBar status = new StatusBar(services.runner(), services.gauges(), Bindings.createStringBinding(this::checkText,
                services.analysis().checkingProperty(), services.analysis().roundProperty()));
        services.documents().activeProperty().addListener((property, old, now) -> {
            status.caretProperty().unbind();
            status.caretProperty().set("");
            activeEditor().ifPresent(editor -> status.caretProperty().bind(editor.caretText()));
        });
        TopBar top = new TopBar(actions, Bindings.createStringBinding(() -> services.documents().active().map(Document::name).orElse("nothing open"),
                services.documents().activeProperty()));
        BorderPane content = new BorderPane(columns.node(), top, null, status, null);
        StackPane root = new StackPane(content, palette, keyList);
        root.getStyleClass().add("ithaca");
        // without a size the first layout would use the preferred one, and split panes would keep its proportions
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        services.appearance().applyTo(scene);
        ActionControls.installExtraKeys(actions, scene);
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
                definition -> activeEditor().ifPresent(editor -> editor.goTo(definition.line(), definition.column())));
        return new FoldingSplit(Orientation.VERTICAL).with(titled("PROJECT", projectTree), 0).with(titled("OUTLINE", outline), OUTLINE_HEIGHT);
    }

    private VBox editorColumn() {
        VBox.setVgrow(editorPlace, Priority.ALWAYS);
        VBox column = new VBox(new NoticeBar(services.documents().noticeProperty()), editorPlace);
        column.setMinWidth(240);
        return column;
    }

    private void connect() {
        services.documents().activeProperty().addListener((property, old, now) -> showEditors());
        showEditors();
        services.runner().beforeRun(() -> {
            services.recovery().writeAll();
            console.clear();
            strip.showConsole();
        });
        services.runner().onErrors(this::showErrors);
        services.runner().sessionProperty().addListener((property, old, now) -> {
            monitor.watch(now);
            places.watch(now);
        });
        monitor.setActive(columns.monitorShown().get());
        columns.monitorShown().addListener((property, old, now) -> monitor.setActive(now));
        services.analysis().roundProperty().addListener((property, old, now) -> projectTree.refresh());
        stage.focusedProperty().addListener((property, old, now) -> {
            if (now) services.documents().checkDisk();
        });
    }

    private void place() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(services.settings().number("window.width", Math.min(WIDTH, screen.getWidth())));
        stage.setHeight(services.settings().number("window.height", Math.min(HEIGHT, screen.getHeight())));
        stage.setMaximized(services.settings().flag("window.maximized", false));
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

    private void showEditors() {
        if (services.documents().active().isPresent()) {
            if (!editorPlace.getChildren().contains(tabs)) editorPlace.getChildren().setAll(tabs);
        } else {
            editorPlace.getChildren().setAll(new WelcomeView(List.of(actions.get("file.openFolder"), actions.get("file.open"), actions.get("file.new")),
                    recent(), this::openPath, services.examples(), this::openExample));
        }
    }

    private List<Path> recent() {
        return services.settings().texts("recent").stream().map(Path::of).filter(Files::exists).limit(5).toList();
    }

    /** Opens a folder as the project, or a file in the editor; says so in place if it is neither. */
    public void openPath(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) openFolder(absolute);
        else services.documents().open(absolute).thenAccept(opened -> opened.ifPresent(document -> remember(absolute)));
    }

    private void openFolder(Path folder) {
        if (!services.project().open(folder)) return;
        remember(folder);
        columns.projectShown().set(true);
        Path main = folder.resolve("main.nos");
        if (Files.exists(main)) services.documents().open(main);
    }

    private void remember(Path path) {
        services.settings().remember("recent", path.toString());
        services.settings().save();
    }

    public void openExample(Examples.Example example) {
        services.documents().open().stream().filter(document -> document.path().isEmpty() && document.name().equals(example.name())).findFirst()
                .ifPresentOrElse(services.documents().activeProperty()::set, () -> services.documents().openText(example.name(), example.text()));
        focusEditor();
    }

    private void openEntry(ProjectView.Entry entry) {
        switch (entry) {
            case ProjectView.Entry.OnDisk(FileNode node) when !node.folder() -> openPath(node.path());
            case ProjectView.Entry.Sample(Examples.Example example) -> openExample(example);
            case ProjectView.Entry other -> { }
        }
    }

    void chooseFile() { dialogs.chooseFile().ifPresent(this::openPath); }

    void chooseFolder() { dialogs.chooseFolder().ifPresent(this::openPath); }

    private boolean hasErrors(Path file) {
        return services.analysis().problems().stream().anyMatch(problem -> file.equals(problem.file()) && problem.diagnostic().isError());
    }

    private List<Choice> placesToGo() {
        List<Choice> choices = new ArrayList<>();
        services.documents().open().forEach(document ->
                choices.add(new Choice(document.name(), "open", "", () -> services.documents().activeProperty().set(document))));
        services.outline().definitions().forEach(definition -> choices.add(new Choice(definition.name(), "line " + definition.line(), "",
                () -> activeEditor().ifPresent(editor -> editor.goTo(definition.line(), definition.column())))));
        services.project().folder().ifPresent(folder -> services.project().rootProperty().get().files().forEach(node ->
                choices.add(new Choice(folder.relativize(node.path()).toString(), folder.getFileName().toString(), "", () -> openPath(node.path())))));
        services.examples().forEach(example -> choices.add(new Choice(example.name(), "example", "", () -> openExample(example))));
        return choices;
    }

    void openPalette(String start) { palette.open(start); }

    void openKeyList() { keyList.open(); }

    void focusProject() {
        columns.projectShown().set(true);
        projectTree.requestFocus();
    }

    void focusEditor() { activeEditor().ifPresent(EditorView::focusText); }

    void focusMonitor() {
        columns.monitorShown().set(true);
        monitor.focusTable();
    }

    void focusStrip() {
        columns.stripShown().set(true);
        strip.focusText();
    }

    /** Goes to the declaration of the name at the caret, in whichever file of the program. */
    void goToDefinition() {
        activeEditor().ifPresent(editor -> services.insight().definition(editor.document(), editor.caret(), places -> {
            if (places.isEmpty()) {
                String word = editor.wordAtCaret();
                services.documents().noticeProperty().set(Notice.info(word.isEmpty() ? "Put the caret on a name to go to its declaration."
                        : "This program does not declare " + word + "."));
            } else if (places.getFirst().file() == null) {
                navigation.show(editor.document(), places.getFirst().line(), places.getFirst().column());
            } else {
                navigation.open(places.getFirst().file(), places.getFirst().line(), places.getFirst().column());
            }
        }));
    }

    /** Shows only the processes that execute the function around the caret. */
    void showProcessesInFunction() {
        activeEditor().ifPresent(editor -> services.insight().functionAround(editor.document(), editor.caret(), function ->
                function.ifPresentOrElse(found -> runningName(editor.document()).ifPresent(name -> {
                    columns.monitorShown().set(true);
                    monitor.showIn(name, found.name());
                }), () -> services.documents().noticeProperty().set(Notice.info("Put the caret into a function to see its processes.")))));
    }

    private Optional<String> runningName(Document document) { return navigation.sourceName(document); }

    void clearConsole() { console.clear(); }

    /** Runs the tests of the open folder, else of the file in front. Unsaved changes are saved first: tests run what is on disk. */
    void runTests() {
        columns.stripShown().set(true);
        strip.showTests();
        Optional<Path> target = services.project().folder().or(() -> services.documents().active().flatMap(Document::path));
        files.saveAll(services.documents().dirty().stream().filter(document -> document.path().isPresent()).toList()).thenAccept(saved ->
                target.ifPresentOrElse(services.tests()::run, () -> services.tests().refuse("Save the file first: tests run what is on disk.")));
    }

    void stepProblem(int direction) {
        if (services.analysis().problems().isEmpty()) return;
        columns.stripShown().set(true);
        strip.showProblems();
        problems.step(direction);
    }

    private void showErrors(Runner.Failure failure) {
        services.analysis().show(failure.document(), failure.result());
        columns.stripShown().set(true);
        strip.showProblems();
        services.analysis().problems().stream().filter(problem -> problem.diagnostic().isError()).findFirst().ifPresent(problem -> {
            problems.getSelectionModel().select(problem);
            navigation.open(problem);
        });
    }

    private void showProcess(long pid) {
        columns.monitorShown().set(true);
        monitor.select(pid);
    }

    private void showProcessesAt(Document document, int line) {
        runningName(document).ifPresent(name -> {
            columns.monitorShown().set(true);
            monitor.showAt(name, line);
        });
    }

    private void showPlaces(ProcessPlaces.Places now) {
        if (now.equals(lastPlaces)) return;
        lastPlaces = now;
        for (Document document : services.documents().open()) {
            LineMarks marks = navigation.sourceName(document).map(now::in).orElse(LineMarks.NONE);
            tabs.editor(document).ifPresent(editor -> editor.setMarks(marks));
        }
    }

    /** Closes the window, after the user's word about unsaved texts. */
    public void requestClose() { files.guardAll(this::close); }

    private void close() {
        columns.remember();
        services.settings().put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            services.settings().put("window.width", stage.getWidth());
            services.settings().put("window.height", stage.getHeight());
        }
        services.settings().put("session.folder", services.project().folder().map(Path::toString).orElse(""));
        services.settings().put("session.files", services.documents().open().stream().flatMap(document -> document.path().stream()).map(Path::toString).toList());
        services.settings().save();
        services.recovery().clear();
        stage.hide();
    }

    /** Opens again what was open when the window was last closed, and texts a crash left unsaved. */
    public void restoreSession() {
        String folder = services.settings().text("session.folder", "");
        if (!folder.isEmpty()) services.project().open(Path.of(folder));
        services.settings().texts("session.files").stream().map(Path::of).filter(Files::exists).forEach(services.documents()::open);
        services.recovery().takeLeftovers().forEach(found -> {
            if (found.origin().isEmpty()) recovered(services.documents().openText(found.name(), ""), found.text());
            else services.documents().open(Path.of(found.origin())).thenAccept(opened -> opened.ifPresentOrElse(document -> recovered(document, found.text()),
                    () -> recovered(services.documents().openText(found.name(), ""), found.text())));
        });
    }

    private static void recovered(Document document, String text) {
        document.replaceAll(text);
        document.noticeProperty().set(Notice.info("Unsaved changes from the last session are back. Undo removes them."));
    }
}
