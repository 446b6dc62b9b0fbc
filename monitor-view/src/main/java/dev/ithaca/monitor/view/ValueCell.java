package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.ValueNode;
import java.util.function.Function;
import javafx.scene.control.TreeTableCell;

/** Shows one text of a row of a value tree. */
final class ValueCell extends TreeTableCell<ValueNode, ValueNode> {
    private final Function<ValueNode, String> text;

    ValueCell(String styleClass, Function<ValueNode, String> text) {
        this.text = text;
        getStyleClass().add(styleClass);
    }

    @Override protected void updateItem(ValueNode node, boolean empty) {
        super.updateItem(node, empty);
        setText(empty || node == null ? null : text.apply(node));
    }
}
