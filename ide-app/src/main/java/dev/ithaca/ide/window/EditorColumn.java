package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.NoticeBar;
import dev.ithaca.ide.outline.Breadcrumbs;
import dev.ithaca.ide.outline.Definition;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The middle of the window: what is open with where the caret is in it, or the welcome page. */
final class EditorColumn extends VBox {
    private final Services services;
    private final EditorTabs tabs;
    private final Supplier<Node> welcome;
    private final StackPane place = new StackPane();
    private final Breadcrumbs breadcrumbs;
    private Subscription caretLine = Subscription.EMPTY;

    /**
     * @param welcome makes the page for when nothing is open
     * @param reveal shows the file in front in the tree
     */
    EditorColumn(Services services, EditorTabs tabs, Supplier<Node> welcome, Runnable reveal, Consumer<Definition> openDefinition) {
        this.services = services;
        this.tabs = tabs;
        this.welcome = welcome;
        breadcrumbs = new Breadcrumbs(services.outline().definitions(), reveal, openDefinition);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(new NoticeBar(services.documents().noticeProperty()), place, breadcrumbs);
        setMinWidth(240);
        services.documents().activeProperty().addListener((property, old, now) -> show(now));
        services.project().rootProperty().addListener((property, old, now) -> services.documents().active().ifPresent(this::showPath));
    }

    /** @param front the text in front, or null */
    void show(Document front) {
        caretLine.unsubscribe();
        caretLine = Subscription.EMPTY;
        if (front == null) {
            breadcrumbs.clear();
            place.getChildren().setAll(welcome.get());
            return;
        }
        boolean first = !place.getChildren().contains(tabs);
        if (first) place.getChildren().setAll(tabs);
        showPath(front);
        tabs.editor(front).ifPresent(editor -> {
            caretLine = editor.caretLine().subscribe(breadcrumbs::setLine);
            // what had the focus on the welcome page is gone
            if (first) editor.focusText();
        });
    }

    private void showPath(Document front) { breadcrumbs.setFile(front.name(), front.path().orElse(null), services.project().folder().orElse(null)); }
}
