package dev.ithaca.ide.action;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every key of the application over the window; any key or click leaves. */
public final class KeyList extends StackPane {
    /** A key that belongs to a view rather than to an action. */
    public record ViewKey(String keys, String what) {}

    private final Actions actions;
    private final List<ViewKey> monitorKeys;

    public KeyList(Actions actions, List<ViewKey> monitorKeys) {
        this.actions = actions;
        this.monitorKeys = List.copyOf(monitorKeys);
        setId("key-list");
        getStyleClass().add("palette-layer");
        setVisible(false);
        setOnMousePressed(event -> setVisible(false));
        setOnKeyPressed(event -> {
            if (event.getCode().isModifierKey() || event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) return;
            setVisible(false);
            event.consume();
        });
    }

    public void open() {
        FlowPane sections = new FlowPane();
        sections.getStyleClass().add("key-sections");
        for (Action.Menu menu : Action.Menu.values()) {
            List<ViewKey> keys = actions.all().stream().filter(action -> action.menu() == menu && !action.keys().isEmpty())
                    .map(action -> new ViewKey(allKeys(action), action.label().get())).toList();
            if (!keys.isEmpty()) sections.getChildren().add(section(menu.label(), keys));
        }
        if (!monitorKeys.isEmpty()) sections.getChildren().add(section("In the monitor", monitorKeys));
        Label title = new Label("Keys");
        title.getStyleClass().add("title-3");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        VBox box = new VBox(title, scroll);
        box.getStyleClass().add("palette");
        box.setMaxSize(1040, USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().setAll(box);
        setVisible(true);
        requestFocus();
    }

    private static String allKeys(Action action) {
        return action.keys().stream().map(KeyCombination::getDisplayText).distinct().collect(Collectors.joining(", "));
    }

    private static VBox section(String title, List<ViewKey> keys) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (int row = 0; row < keys.size(); row++) {
            Label key = new Label(keys.get(row).keys());
            key.getStyleClass().add("key");
            grid.addRow(row, new Label(keys.get(row).what()), key);
        }
        VBox section = new VBox(heading, grid);
        section.setPrefWidth(320);
        return section;
    }
}
