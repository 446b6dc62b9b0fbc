package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.TreeState;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.model.ValueTree;
import dev.ithaca.vm.inspect.InspectedValue;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;

/** One inspected value as a tree. What is open stays open when the program shows the value once more. */
public final class ValuePane {
    private final ValueTreeTable table;
    private InspectedValue inspected;
    private TreeState state = ValueTree.FIRST_LEVEL;

    public ValuePane(InspectedValue first) {
        table = new ValueTreeTable("", (key, open) -> look(state.withExpanded(key, open)), key -> look(state.withMore(key)), this::toggle);
        table.addColumn("Name", 180, false, "value-name", ValueNode::label);
        table.addColumn("Type", 140, false, "value-type", ValueNode::type);
        table.addColumn("Value", 300, true, "value-text", ValueNode::text);
        show(first);
        table.getSelectionModel().selectFirst();
    }

    public Node node() { return table; }

    public void focus() { table.requestFocus(); }

    public void show(InspectedValue value) {
        inspected = value;
        look(state);
    }

    private void look(TreeState next) {
        state = next;
        table.show(ValueTree.ofValue(inspected.label(), inspected.value(), state));
    }

    private void toggle(ValueNode node) {
        if (node.expandable()) look(state.withExpanded(node.key(), !node.expanded()));
    }

    /** Whether the row of the value itself is selected, or none. */
    public boolean isAtTop() { return table.getSelectionModel().getSelectedIndex() <= 0; }

    /** Goes from a part to what it is a part of, which closes. */
    public void up() {
        TreeItem<ValueNode> selected = table.getSelectionModel().getSelectedItem();
        if (selected == null || isAtTop()) return;
        TreeItem<ValueNode> parent = selected.getParent();
        if (parent.getParent() != table.getRoot()) parent.setExpanded(false);
        table.getSelectionModel().select(parent);
        table.scrollTo(table.getRow(parent));
    }

    /** Puts the text of the selected part on the clipboard: the whole one if it is the value itself. */
    public void copy() {
        TreeItem<ValueNode> selected = table.getSelectionModel().getSelectedItem();
        MonitorActions.toClipboard(selected == null || isAtTop() ? inspected.value().fullText() : selected.getValue().text());
    }
}
