package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.ValueNode;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TreeTableRow;

/** A row of a value tree, styled by what it stands for. */
final class ValueRow extends TreeTableRow<ValueNode> {
    private static final PseudoClass FRAME = PseudoClass.getPseudoClass("frame");
    private static final PseudoClass REMARK = PseudoClass.getPseudoClass("remark");
    private static final PseudoClass MORE = PseudoClass.getPseudoClass("more");
    private static final PseudoClass STUCK = PseudoClass.getPseudoClass("stuck");
    private static final PseudoClass TRACED = PseudoClass.getPseudoClass("traced");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");

    ValueRow() { getStyleClass().add("value-row"); }

    /** The skin puts the arrow at the top, wherever the texts stand in fonts of all kinds: in the middle it is beside them. */
    @Override protected void layoutChildren() {
        super.layoutChildren();
        Node arrow = getDisclosureNode();
        if (arrow != null) arrow.setLayoutY(Math.round((getHeight() - arrow.getLayoutBounds().getHeight()) / 2));
    }

    @Override protected void updateItem(ValueNode node, boolean empty) {
        super.updateItem(node, empty);
        boolean filled = !empty && node != null;
        pseudoClassStateChanged(FRAME, filled && node.kind() == ValueNode.Kind.FRAME);
        pseudoClassStateChanged(SECTION, filled && node.kind() == ValueNode.Kind.SECTION);
        pseudoClassStateChanged(REMARK, filled && node.kind() == ValueNode.Kind.NOTE);
        pseudoClassStateChanged(MORE, filled && node.kind() == ValueNode.Kind.MORE);
        pseudoClassStateChanged(STUCK, filled && node.kind() == ValueNode.Kind.STUCK_MESSAGE);
        pseudoClassStateChanged(TRACED, filled && node.kind() == ValueNode.Kind.TRACED_MESSAGE);
        pseudoClassStateChanged(CHANGED, filled && node.changed());
    }
}
