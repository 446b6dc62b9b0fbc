package dev.ithaca.ide.window;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.editor.EditorTabs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Where the caret was before each jump, to go back to and forward again. Texts that were closed are left out. */
final class History {
    private static final int MAX_PLACES = 100;

    private final Documents documents;
    private final EditorTabs tabs;
    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private boolean going;

    private record Place(Document document, int offset) {}

    History(Documents documents, EditorTabs tabs) {
        this.documents = documents;
        this.tabs = tabs;
        documents.activeProperty().addListener((property, old, now) -> {
            if (old != null && now != null && documents.open().contains(old)) leave(old);
        });
    }

    ReadOnlyBooleanProperty canGoBackProperty() { return canGoBack.getReadOnlyProperty(); }

    ReadOnlyBooleanProperty canGoForwardProperty() { return canGoForward.getReadOnlyProperty(); }

    /** Remembers the caret of the text in front; call it before it jumps. */
    void leave() { documents.active().ifPresent(this::leave); }

    private void leave(Document document) {
        if (going) return;
        place(document).filter(place -> !place.equals(back.peek())).ifPresent(back::push);
        if (back.size() > MAX_PLACES) back.removeLast();
        forward.clear();
        update();
    }

    private Optional<Place> place(Document document) { return tabs.editor(document).map(editor -> new Place(document, editor.caret())); }

    void goBack() { go(back, forward); }

    void goForward() { go(forward, back); }

    private void go(Deque<Place> from, Deque<Place> to) {
        while (!from.isEmpty()) {
            Place place = from.pop();
            Optional<Place> here = documents.active().flatMap(this::place);
            if (!documents.open().contains(place.document()) || here.filter(place::equals).isPresent()) continue;
            here.ifPresent(to::push);
            going = true;
            documents.activeProperty().set(place.document());
            tabs.editor(place.document()).ifPresent(editor -> editor.goToOffset(place.offset()));
            going = false;
            break;
        }
        update();
    }

    private void update() {
        canGoBack.set(!back.isEmpty());
        canGoForward.set(!forward.isEmpty());
    }
}
