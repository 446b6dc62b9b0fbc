package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.model.ValueTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;

/**
 * A value tree on screen. Each new tree is matched with the one shown by row keys, so that expansion, selection and scroll
 * position outlive the refresh; opening a row asks the model, which builds the children elsewhere.
 */
final class ValueTreeTable extends TreeTableView<ValueNode> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_SOURCE = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);

    private static final double FONT_SIZE = 13;
    private final ColumnShares shares = new ColumnShares();
    private final BiConsumer<String, Boolean> onExpand;
    private final Consumer<String> onMore;
    private final Consumer<ValueNode> onOpen;
    private BiConsumer<ValueNode, ValueNode> onPin = (parent, node) -> {};
    private BiConsumer<ValueNode, ValueNode> onPinEverywhere = (parent, node) -> {};
    private Consumer<ValueNode> onCopySource = node -> {};
    /** Changes to the items now come from a new tree, not from the user. */
    private boolean following;
    private boolean columnsChanged;

    /**
     * @param onExpand told the key of a row that the user opens or closes
     * @param onMore told the key of the row of which more children are wanted
     * @param onOpen told the row that was double-clicked or entered
     */
    ValueTreeTable(String emptyText, BiConsumer<String, Boolean> onExpand, Consumer<String> onMore,
                   Consumer<ValueNode> onOpen) {
        this.onExpand = onExpand;
        this.onMore = onMore;
        this.onOpen = onOpen;
        getStyleClass().addAll("value-tree", "dense");
        setShowRoot(false);
        setRoot(new TreeItem<>());
        getRoot().setExpanded(true);
        setColumnResizePolicy(shares);
        setPlaceholder(new Label(emptyText));
        setRowFactory(table -> new ValueRow());
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** @param handler told the parent and the row that the user wants to keep in sight */
    void setOnPin(BiConsumer<ValueNode, ValueNode> handler) { onPin = handler; }

    /** @param handler the same, for all processes that were started alike */
    void setOnPinEverywhere(BiConsumer<ValueNode, ValueNode> handler) { onPinEverywhere = handler; }

    /** @param handler told the row that the user wants on the clipboard as source */
    void setOnCopySource(String text, Consumer<ValueNode> handler) {
        onCopySource = handler;
        var item = new MenuItem(text + " (" + COPY_SOURCE.getDisplayText() + ")");
        item.setOnAction(choice -> {
            TreeItem<ValueNode> selected = getSelectionModel().getSelectedItem();
            if (selected != null) handler.accept(selected.getValue());
        });
        setContextMenu(new ContextMenu(item));
    }

    /**
     * Adds a column; its cells show one text of the row.
     *
     * @param grows takes of the width that is left
     * @return whether it is shown
     */
    BooleanProperty addColumn(String title, double width, boolean grows, String styleClass, Function<ValueNode, String> text) {
        var column = new TreeTableColumn<ValueNode, ValueNode>(title);
        shares.add(column, width, grows);
        column.setSortable(false);
        column.setReorderable(false);
        // a row that has just gone is laid out once more without its item
        column.setCellValueFactory(row -> row.getValue() == null ? null : row.getValue().valueProperty());
        column.setCellFactory(ignored -> new ValueCell(styleClass, text));
        getColumns().add(column);
        column.visibleProperty().addListener((o, before, now) -> {
            columnsChanged = true;
            requestLayout();
        });
        return column.visibleProperty();
    }

    /** JavaFX shares the width out anew only when it changes, not when a column comes or goes. */
    @Override protected void layoutChildren() {
        super.layoutChildren();
        if (!columnsChanged) return;
        columnsChanged = false;
        shares.share(this);
    }

    /** Widths are made for a certain size of text, and grow and shrink with it. */
    void fitTo(ObservableValue<Font> font) {
        font.addListener((o, before, now) -> {
            shares.scale(now.getSize() / FONT_SIZE);
            columnsChanged = true;
            requestLayout();
        });
    }

    void show(ValueTree tree) {
        TreeItem<ValueNode> selected = getSelectionModel().getSelectedItem();
        following = true;
        try {
            match(getRoot(), tree.roots());
            if (selected != null && getRow(selected) >= 0 && getSelectionModel().getSelectedItem() != selected) {
                getSelectionModel().select(selected);
            }
        } finally {
            following = false;
        }
    }

    private void match(TreeItem<ValueNode> parent, List<ValueNode> nodes) {
        List<TreeItem<ValueNode>> items = parent.getChildren();
        if (!sameRows(items, nodes)) {
            Map<String, TreeItem<ValueNode>> known = new HashMap<>();
            for (TreeItem<ValueNode> item : items) known.put(item.getValue().rowKey(), item);
            var next = new ArrayList<TreeItem<ValueNode>>(nodes.size());
            for (ValueNode node : nodes) {
                TreeItem<ValueNode> item = known.remove(node.rowKey());
                next.add(item == null ? new Item(node) : item);
            }
            // one event for all of them: single additions would each lay the table out
            parent.getChildren().setAll(next);
        }
        for (int i = 0; i < nodes.size(); i++) {
            TreeItem<ValueNode> item = parent.getChildren().get(i);
            ValueNode node = nodes.get(i);
            if (!item.getValue().looksLike(node)) item.setValue(node);
            // children go in before opening and come out after closing, so that the rows move once
            if (node.expanded()) match(item, node.children());
            if (item.isExpanded() != node.expanded()) item.setExpanded(node.expanded());
        }
    }

    private static boolean sameRows(List<TreeItem<ValueNode>> items, List<ValueNode> nodes) {
        if (items.size() != nodes.size()) return false;
        for (int i = 0; i < nodes.size(); i++) {
            if (!items.get(i).getValue().rowKey().equals(nodes.get(i).rowKey())) return false;
        }
        return true;
    }

    /** A double click on a frame or message goes somewhere; without this it would open or close the row as well. */
    private void pressed(MouseEvent press) {
        ValueNode node = nodeAt(press);
        if (press.getClickCount() == 2 && node != null
                && (node.kind() == ValueNode.Kind.FRAME || node.kind() == ValueNode.Kind.PROCESS || node.isMessage())) {
            open(node);
            press.consume();
        }
    }

    private void clicked(MouseEvent click) {
        ValueNode node = nodeAt(click);
        if (node != null && node.kind() == ValueNode.Kind.MORE && click.getButton() == MouseButton.PRIMARY) open(node);
    }

    private static ValueNode nodeAt(MouseEvent event) {
        var node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof ValueRow)) node = node.getParent();
        return node instanceof ValueRow row && !row.isEmpty() ? row.getItem() : null;
    }

    private void pressed(KeyEvent event) {
        TreeItem<ValueNode> selected = getSelectionModel().getSelectedItem();
        if (selected == null) return;
        if (event.getCode() == KeyCode.ENTER) {
            open(selected.getValue());
            event.consume();
        } else if (COPY.match(event)) {
            copy(selected.getValue());
            event.consume();
        } else if (COPY_SOURCE.match(event)) {
            onCopySource.accept(selected.getValue());
            event.consume();
        } else if (event.getCode() == KeyCode.W && !event.isShortcutDown() && selected.getParent() != null
                && selected.getParent().getValue() != null) {
            (event.isShiftDown() ? onPinEverywhere : onPin).accept(selected.getParent().getValue(), selected.getValue());
            event.consume();
        }
    }

    private void open(ValueNode node) {
        if (node.kind() == ValueNode.Kind.MORE) onMore.accept(node.key());
        else onOpen.accept(node);
    }

    private static void copy(ValueNode node) {
        MonitorActions.toClipboard(node.text().isEmpty() ? (node.label() + " " + node.detail()).strip() : node.text());
    }

    /** Has an arrow before its children are known. */
    private final class Item extends TreeItem<ValueNode> {
        Item(ValueNode node) {
            super(node);
            expandedProperty().addListener((o, before, expanded) -> {
                if (!following) onExpand.accept(getValue().key(), expanded);
            });
        }

        @Override public boolean isLeaf() { return !getValue().expandable(); }
    }
}
