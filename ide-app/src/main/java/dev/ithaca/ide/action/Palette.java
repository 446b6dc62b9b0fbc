package dev.ithaca.ide.action;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Search anything: a field and a list over the window. Arrow keys choose, Enter does it, Escape or a click beside it leaves. */
public final class Palette extends StackPane {
    private static final double ROW = 28;
    private static final int ROWS = 12;
    private static final int ROWS_OF_PLACEHOLDER = 2;

    private final PaletteModel model;
    private final TextField query = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private Node focusBefore;

    public Palette(PaletteModel model) {
        this.model = model;
        setId("palette");
        getStyleClass().add("palette-layer");
        query.setId("palette-query");
        query.setPromptText("Go to a file or definition    > command    : line");
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.getStyleClass().add("dense");
        Label nothing = new Label("Nothing fits. Type > for commands, : for a line.");
        nothing.getStyleClass().add("placeholder");
        list.setPlaceholder(nothing);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> choose());
        VBox box = new VBox(query, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(620, USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        query.textProperty().addListener((property, old, now) -> refresh());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) close();
        });
        setVisible(false);
    }

    /** @param start what stands in the field at first: empty, {@code >} or {@code :} */
    public void open(String start) {
        if (!isVisible()) focusBefore = getScene().getFocusOwner();
        setVisible(true);
        query.setText(start);
        query.requestFocus();
        query.end(); // taking the focus selects the text
        refresh();
    }

    private void refresh() {
        if (!isVisible()) return;
        list.getItems().setAll(model.choices(query.getText()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * (list.getItems().isEmpty() ? ROWS_OF_PLACEHOLDER : Math.min(list.getItems().size(), ROWS)) + 2);
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS);
            case PAGE_UP -> move(-ROWS);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ROWS + 2));
    }

    private void choose() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice == null) return;
        close();
        choice.body().run();
    }

    private void close() {
        setVisible(false);
        if (focusBefore != null) focusBefore.requestFocus();
    }

    private static final class Cell extends ListCell<Choice> {
        private final Label label = new Label();
        private final Label detail = new Label();
        private final Label key = new Label();
        private final HBox box;

        Cell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            detail.getStyleClass().add("palette-detail");
            key.getStyleClass().add("key");
            label.setMinWidth(USE_PREF_SIZE);
            key.setMinWidth(USE_PREF_SIZE);
            box = new HBox(label, detail, space, key);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("palette-row");
            setPrefWidth(0);
        }

        @Override protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty ? null : box);
            if (empty) return;
            label.setText(choice.label());
            detail.setText(choice.detail());
            key.setText(choice.key());
            key.setVisible(!choice.key().isEmpty());
        }
    }
}
