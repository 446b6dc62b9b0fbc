package dev.ithaca.ide.refactor;

import dev.ithaca.ide.analysis.Usage;
import dev.ithaca.ide.layout.PlaceList;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The places where a name is used; a click or Enter goes there. */
public final class UsagesView extends PlaceList<Usage> {
    /**
     * @param id also its name for tests and styles
     * @param name for those who hear the window
     * @param open called with a place to go to
     */
    public UsagesView(String id, String name, ObservableList<Usage> usages, String placeholder, Consumer<Usage> open) {
        super(id, name, usages, new SimpleStringProperty(placeholder), open);
        setCellFactory(list -> new Cell());
    }

    private static final class Cell extends ListCell<Usage> {
        private final Label text = new Label();
        private final Label role = new Label("declaration");
        private final Label place = new Label();
        private final HBox box = new HBox(place, text, role);

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("usage");
            place.getStyleClass().add("usage-place");
            place.setMinWidth(USE_PREF_SIZE);
            text.getStyleClass().add("usage-text");
            text.setMaxWidth(Double.MAX_VALUE);
            role.getStyleClass().add("usage-role");
            role.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override protected void updateItem(Usage usage, boolean empty) {
            super.updateItem(usage, empty);
            setGraphic(empty ? null : box);
            if (empty) return;
            place.setText(usage.place());
            text.setText(usage.lineText());
            role.setVisible(usage.declaration());
            role.setManaged(usage.declaration());
            setAccessibleText((usage.declaration() ? "declaration, " : "") + usage.place() + ": " + usage.lineText());
        }
    }
}
