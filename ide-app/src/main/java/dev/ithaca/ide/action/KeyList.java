package dev.ithaca.ide.action;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
        Map<String, List<ViewKey>> sections = new LinkedHashMap<>();
        for (Action.Menu menu : Action.Menu.values()) {
            sections.put(menu.label(), actions.all().stream().filter(action -> action.menu() == menu && !action.keys().isEmpty())
                    .map(action -> new ViewKey(action.allKeysText(), action.label().get())).toList());
        }
        sections.put("In the monitor", monitorKeys);
        Columns columns = new Columns();
        // the long ones first, so that the short ones fill what is left
        sections.entrySet().stream().sorted(Comparator.comparingInt(section -> -section.getValue().size())).forEach(section -> columns.add(section.getKey(), section.getValue()));
        Label title = new Label("Keys");
        title.getStyleClass().add("title-3");
        ScrollPane scroll = new ScrollPane(columns.node());
        scroll.setFitToWidth(true);
        VBox box = new VBox(title, scroll);
        box.getStyleClass().add("palette");
        box.setMaxSize(1040, USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().setAll(box);
        setVisible(true);
        requestFocus();
    }

    /** Sections side by side; each goes where the least is so far. */
    private static final class Columns {
        private static final int COUNT = 3;
        private static final double WIDTH = 320;
        private static final int HEADING_ROWS = 2;

        private final List<VBox> columns = Stream.generate(() -> new VBox()).limit(COUNT).toList();
        private final int[] rows = new int[COUNT];

        void add(String title, List<ViewKey> keys) {
            if (keys.isEmpty()) return;
            int shortest = IntStream.range(0, COUNT).boxed().min(Comparator.comparingInt(i -> rows[i])).orElseThrow();
            rows[shortest] += keys.size() + HEADING_ROWS;
            columns.get(shortest).getChildren().add(section(title, keys));
        }

        HBox node() {
            columns.forEach(column -> column.setPrefWidth(WIDTH));
            HBox box = new HBox(columns.toArray(VBox[]::new));
            box.getStyleClass().add("key-sections");
            return box;
        }

        private static VBox section(String title, List<ViewKey> keys) {
            Label heading = new Label(title);
            heading.getStyleClass().add("section-title");
            GridPane grid = new GridPane();
            grid.getStyleClass().add("key-grid");
            for (int row = 0; row < keys.size(); row++) {
                Label key = new Label(keys.get(row).keys());
                key.getStyleClass().add("key");
                key.setMinWidth(USE_PREF_SIZE);
                Label what = new Label(keys.get(row).what());
                what.setMaxWidth(Double.MAX_VALUE);
                GridPane.setHgrow(what, Priority.ALWAYS);
                GridPane.setHalignment(key, HPos.RIGHT);
                grid.addRow(row, what, key);
            }
            return new VBox(heading, grid);
        }
    }
}
