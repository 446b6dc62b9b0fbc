package dev.ithaca.ide.refactor;

import dev.ithaca.ide.analysis.Usage;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The places where a name is used; a click or Enter goes there. */
public final class UsagesView extends ListView<Usage> {
    private static final double ROW = 24;

    private final Consumer<Usage> open;

    /** @param open called with a place to go to */
    public UsagesView(ObservableList<Usage> usages, String placeholder, Consumer<Usage> open) {
        super(usages);
        this.open = open;
        setFixedCellSize(ROW);
        getStyleClass().add("dense");
        Label nothing = new Label(placeholder);
        nothing.getStyleClass().add("placeholder");
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        setCellFactory(list -> new Cell());
        setOnMouseClicked(event -> openSelected());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) openSelected();
        });
    }

    private void openSelected() {
        Usage usage = getSelectionModel().getSelectedItem();
        if (usage != null) open.accept(usage);
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
