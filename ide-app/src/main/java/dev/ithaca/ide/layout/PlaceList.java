package dev.ithaca.ide.layout;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/**
 * A list of what stands somewhere in the program; a click or Enter goes there.
 *
 * @param <T> what is listed
 */
public class PlaceList<T> extends ListView<T> {
    private static final double ROW = 24;

    private final Consumer<? super T> open;

    /**
     * @param id also its name for tests and styles
     * @param name for those who hear the window
     * @param nothing what is said while the list is empty
     * @param open called with what to go to
     */
    public PlaceList(String id, String name, ObservableList<T> items, ObservableValue<String> nothing, Consumer<? super T> open) {
        super(items);
        this.open = open;
        setId(id);
        setAccessibleText(name);
        setFixedCellSize(ROW);
        getStyleClass().add("dense");
        Label placeholder = new Label();
        placeholder.textProperty().bind(nothing);
        placeholder.getStyleClass().add("placeholder");
        placeholder.setWrapText(true);
        setPlaceholder(placeholder);
        setOnMouseClicked(event -> openSelected());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) openSelected();
        });
    }

    /** Goes to what is selected, if anything is. */
    protected final void openSelected() {
        T selected = getSelectionModel().getSelectedItem();
        if (selected != null) open.accept(selected);
    }
}
