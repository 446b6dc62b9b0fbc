package dev.ithaca.ide.editor;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.ide.theme.Appearance;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** One tab per open document. */
public final class EditorTabs extends TabPane {
    private final Documents documents;
    private final Tokenizer tokenizer;
    private final Background background;
    private final Appearance appearance;
    private final Analysis analysis;
    private final Consumer<Document> close;
    private final BiConsumer<Document, Integer> showProcesses;
    private final CodeHelp help;
    private final Map<Document, Tab> tabs = new IdentityHashMap<>();
    private List<Action> contextActions = List.of();
    private Action nameAction;

    /**
     * @param close asked when the user closes a tab; it decides
     * @param showProcesses called with a document and a line when the line's process count is clicked
     */
    public EditorTabs(Documents documents, Tokenizer tokenizer, Background background, Appearance appearance, Analysis analysis,
                      Consumer<Document> close, BiConsumer<Document, Integer> showProcesses, CodeHelp help) {
        this.documents = documents;
        this.tokenizer = tokenizer;
        this.background = background;
        this.appearance = appearance;
        this.analysis = analysis;
        this.close = close;
        this.showProcesses = showProcesses;
        this.help = help;
        setId("editor-tabs");
        getStyleClass().add("editor-tabs");
        setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
        setTabDragPolicy(TabDragPolicy.REORDER);
        documents.open().forEach(this::add);
        documents.open().addListener((ListChangeListener<Document>) this::changed);
        documents.activeProperty().addListener((property, old, now) -> show(now));
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> selected(now));
        analysis.roundProperty().addListener((property, old, now) -> showDiagnostics());
        // the control takes the focus when a tab is chosen by mouse or key; it belongs to the text
        focusedProperty().addListener((property, old, now) -> {
            if (now) FxThread.later(() -> activeEditor().ifPresent(EditorView::focusText));
        });
        show(documents.activeProperty().get());
    }

    private void changed(ListChangeListener.Change<? extends Document> change) {
        while (change.next()) {
            change.getRemoved().forEach(document -> getTabs().remove(tabs.remove(document)));
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(Document document) {
        EditorView editor = new EditorView(document, tokenizer, background, appearance.zoomProperty(), appearance::zoomBy,
                line -> showProcesses.accept(document, line), help);
        editor.setContextMenu(new ContextMenu(contextActions.stream().map(ActionControls::menuItem).toArray(MenuItem[]::new)));
        if (nameAction != null) editor.onNameClicked(nameAction::fire);
        Tab tab = new Tab();
        tab.textProperty().bind(Bindings.when(document.dirtyProperty()).then(Bindings.concat(document.nameProperty(), " ●"))
                .otherwise(document.nameProperty()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Bindings.createStringBinding(() -> document.path().map(Object::toString).orElse("Not saved to a file yet"),
                document.pathProperty()));
        tab.setTooltip(tooltip);
        tab.setContent(editor);
        tab.setContextMenu(tabMenu(document));
        tab.setOnCloseRequest(event -> {
            event.consume();
            close.accept(document);
        });
        tabs.put(document, tab);
        getTabs().add(tab);
    }

    private ContextMenu tabMenu(Document document) {
        MenuItem others = new MenuItem("Close Others");
        others.setOnAction(event -> List.copyOf(documents.open()).stream().filter(other -> other != document).forEach(close));
        MenuItem all = new MenuItem("Close All");
        all.setOnAction(event -> List.copyOf(documents.open()).forEach(close));
        MenuItem here = new MenuItem("Close");
        here.setOnAction(event -> close.accept(document));
        MenuItem path = new MenuItem("Copy Path");
        path.disableProperty().bind(document.pathProperty().isNull());
        path.setOnAction(event -> document.path().ifPresent(file -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, file.toString()))));
        return new ContextMenu(here, others, all, new SeparatorMenuItem(), path);
    }

    /** What a right click in a text offers; for texts opened from now on. */
    public void setContextActions(List<Action> actions) { contextActions = List.copyOf(actions); }

    /** What a click with Ctrl on a name does; for texts opened from now on. */
    public void setNameAction(Action action) { nameAction = action; }

    /** Brings the tab after (1) or before (-1) the one in front to the front, around the ends. */
    public void step(int direction) {
        if (!getTabs().isEmpty()) getSelectionModel().select(Math.floorMod(getSelectionModel().getSelectedIndex() + direction, getTabs().size()));
    }

    private void show(Document document) {
        Tab tab = tabs.get(document);
        if (tab == null) return;
        getSelectionModel().select(tab);
        editor(tab).focusText();
    }

    private void selected(Tab tab) {
        if (tab != null && tab.getContent() instanceof EditorView editor) documents.activeProperty().set(editor.document());
    }

    private void showDiagnostics() { tabs.forEach((document, tab) -> editor(tab).setDiagnostics(analysis.of(document))); }

    private static EditorView editor(Tab tab) { return (EditorView) tab.getContent(); }

    public Optional<EditorView> editor(Document document) { return Optional.ofNullable(tabs.get(document)).map(EditorTabs::editor); }

    public Optional<EditorView> activeEditor() { return documents.active().flatMap(this::editor); }
}
