package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.Action.Menu;
import dev.ithaca.ide.action.Actions;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.FileCommands;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.ide.theme.Theme;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Defines every command of the window. */
final class WindowActions {
    private final Services services;
    private final MainWindow window;
    private final FileCommands files;
    private final Actions actions = new Actions();
    private final BooleanBinding anyDocument;

    private WindowActions(Services services, MainWindow window, FileCommands files) {
        this.services = services;
        this.window = window;
        this.files = files;
        anyDocument = services.documents().activeProperty().isNotNull();
    }

    static Actions define(Services services, MainWindow window, FileCommands files) {
        WindowActions definitions = new WindowActions(services, window, files);
        definitions.file();
        EditorActions.define(definitions.actions, services, window);
        definitions.view();
        definitions.run();
        definitions.actions.addGroup(window.monitor().actions().toArray(Action[]::new));
        definitions.help();
        return definitions.actions;
    }

    private void file() {
        actions.addGroup(
                Action.of("file.new", Menu.FILE, "New File", () -> services.documents().openUntitled()).withKeys("Shortcut+N")
                        .withIcon(MaterialDesignF.FILE_PLUS_OUTLINE),
                Action.of("file.open", Menu.FILE, "Open File…", () -> window.opener().chooseFile()).withKeys("Shortcut+O").withIcon(MaterialDesignF.FILE_OUTLINE),
                Action.of("file.openFolder", Menu.FILE, "Open Folder…", () -> window.opener().chooseFolder()).withKeys("Shortcut+Shift+O")
                        .withIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE),
                Action.of("file.reopen", Menu.FILE, "Reopen Closed File", () -> window.opener().reopen()).withKeys("Shortcut+Shift+T"));
        actions.addGroup(
                Action.of("file.save", Menu.FILE, "Save", () -> onDocument(files::save)).withKeys("Shortcut+S").when(anyDocument)
                        .withIcon(MaterialDesignC.CONTENT_SAVE_OUTLINE),
                Action.of("file.saveAs", Menu.FILE, "Save As…", () -> onDocument(files::saveAs)).withKeys("Shortcut+Shift+S").when(anyDocument),
                Action.of("file.saveAll", Menu.FILE, "Save All", () -> files.saveAll(services.documents().dirty())).withKeys("Shortcut+Alt+S")
                        .when(services.documents().anyDirtyProperty()));
        actions.addGroup(
                Action.of("file.close", Menu.FILE, "Close File", () -> onDocument(files::close)).withKeys("Shortcut+W").when(anyDocument),
                Action.of("file.closeFolder", Menu.FILE, "Close Folder", () -> services.project().close())
                        .when(services.project().rootProperty().isNotNull()),
                Action.of("file.quit", Menu.FILE, "Quit", window::requestClose).withKeys("Shortcut+Q"));
    }

    private void view() {
        Columns columns = window.columns();
        actions.addGroup(
                Action.of("view.project", Menu.VIEW, "Fold Project", () -> toggle(columns.projectShown())).withKeys("Shortcut+B")
                        .withLabel(Bindings.when(columns.projectShown()).then("Hide Project").otherwise("Show Project")),
                Action.of("view.strip", Menu.VIEW, "", () -> toggle(columns.stripShown())).withKeys("Shortcut+J").withIcon(MaterialDesignD.DOCK_BOTTOM)
                        .withLabel(Bindings.when(columns.stripShown()).then("Hide Console and Problems").otherwise("Show Console and Problems")),
                Action.of("view.monitor", Menu.VIEW, "", () -> toggle(columns.monitorShown())).withKeys("Shortcut+M").withIcon(MaterialDesignD.DOCK_RIGHT)
                        .withLabel(Bindings.when(columns.monitorShown()).then("Hide Monitor").otherwise("Show Monitor")),
                Action.of("view.monitorOnly", Menu.VIEW, "", () -> toggle(columns.monitorOnly())).withKeys("F11")
                        .withLabel(Bindings.when(columns.monitorOnly()).then("Monitor beside the Editor").otherwise("Monitor over the Whole Window")));
        actions.addGroup(
                Action.of("focus.project", Menu.VIEW, "Go to Project", window::focusProject).withKeys("Shortcut+1"),
                Action.of("focus.editor", Menu.VIEW, "Go to Editor", window::focusEditor).withKeys("Shortcut+2"),
                Action.of("focus.monitor", Menu.VIEW, "Go to Monitor", window::focusMonitor).withKeys("Shortcut+3"),
                Action.of("focus.strip", Menu.VIEW, "Go to Console and Problems", window::focusStrip).withKeys("Shortcut+4"),
                Action.of("view.inspector", Menu.VIEW, "Inspected Values", window::toggleInspector).withKeys("Alt+I", "F9"),
                Action.of("file.next", Menu.VIEW, "Next File", () -> window.stepFile(1)).withKeys("Ctrl+PAGE_DOWN").when(anyDocument),
                Action.of("file.previous", Menu.VIEW, "Previous File", () -> window.stepFile(-1)).withKeys("Ctrl+PAGE_UP").when(anyDocument));
        actions.addGroup(
                Action.of("view.types", Menu.VIEW, "", () -> toggle(window.typeHints().shownProperty())).withKeys("Shortcut+Alt+Y")
                        .withLabel(Bindings.when(window.typeHints().shownProperty()).then("Hide Types").otherwise("Show Types")));
        actions.addGroup(
                Action.of("view.zoomIn", Menu.VIEW, "Larger Text", () -> services.appearance().zoomBy(1)).withKeys("Shortcut+PLUS", "Shortcut+EQUALS", "Shortcut+Shift+EQUALS", "Shortcut+ADD"),
                Action.of("view.zoomOut", Menu.VIEW, "Smaller Text", () -> services.appearance().zoomBy(-1)).withKeys("Shortcut+MINUS", "Shortcut+SUBTRACT"),
                Action.of("view.zoomReset", Menu.VIEW, "Normal Text Size", () -> services.appearance().resetZoom()).withKeys("Shortcut+0"),
                Action.of("view.theme", Menu.VIEW, "", () -> services.appearance().toggleTheme()).withKeys("Shortcut+Alt+T").withIcon(MaterialDesignT.THEME_LIGHT_DARK)
                        .withLabel(Bindings.when(services.appearance().themeProperty().isEqualTo(Theme.LIGHT)).then("Dark Theme").otherwise("Light Theme")));
    }

    private void run() {
        BooleanBinding active = Bindings.createBooleanBinding(() -> services.runner().stateProperty().get().active(), services.runner().stateProperty());
        actions.addGroup(
                Action.of("run.start", Menu.RUN, "Run", () -> services.runner().run()).withKeys("F5", "Shortcut+R").withIcon(MaterialDesignP.PLAY)
                        .when(anyDocument.and(active.not())),
                Action.of("run.arguments", Menu.RUN, "Run with Arguments…", () -> window.runs().runWithArguments()).withKeys("Shortcut+Alt+R").when(anyDocument),
                Action.of("run.stop", Menu.RUN, "Stop", () -> window.runs().stop()).withKeys("Shift+F5").withIcon(MaterialDesignS.STOP)
                        .when(active.and(services.runner().stateProperty().isNotEqualTo(RunState.STOPPING)).or(services.tests().runningProperty())),
                Action.of("run.again", Menu.RUN, "Re-run", () -> services.runner().rerun()).withKeys("Shortcut+F5").withIcon(MaterialDesignR.RESTART)
                        .when(services.runner().targetProperty().isNotNull()));
        actions.addGroup(
                Action.of("run.tests", Menu.RUN, "Run Tests", () -> window.runs().runTests()).withKeys("Shortcut+Shift+R").withIcon(MaterialDesignC.CHECK_ALL)
                        .when(anyDocument.or(services.project().rootProperty().isNotNull()).and(services.tests().runningProperty().not())));
        actions.addGroup(
                Action.of("problem.next", Menu.RUN, "Next Problem", () -> window.runs().stepProblem(1)).withKeys("F8"),
                Action.of("problem.previous", Menu.RUN, "Previous Problem", () -> window.runs().stepProblem(-1)).withKeys("Shift+F8"));
        actions.addGroup(
                Action.of("console.clear", Menu.RUN, "Clear Console", window::clearConsole).withKeys("Shortcut+L").withIcon(MaterialDesignB.BROOM));
    }

    private void help() {
        actions.addGroup(
                Action.of("help.commands", Menu.HELP, "All Commands…", () -> window.openPalette(">")).withKeys("Shortcut+Shift+P"),
                Action.of("help.keys", Menu.HELP, "All Keys", window::openKeyList).withKeys("F1"));
    }

    private static void toggle(BooleanProperty property) { property.set(!property.get()); }

    private void onDocument(Consumer<Document> command) { services.documents().active().ifPresent(command); }
}
