package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.EvaluatedExpression;
import dev.ithaca.monitor.model.TreeState;
import dev.ithaca.monitor.model.ValueTree;
import dev.ithaca.vm.inspect.ValueView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The expressions that were evaluated last, newest first, until they are cleared away. To be used on the JavaFX thread. */
public final class EvaluationModel {
    private static final int MOST = 20;

    private final ReadOnlyObjectWrapper<ValueTree> tree = new ReadOnlyObjectWrapper<>(this, "tree", ValueTree.empty());
    private final Deque<EvaluatedExpression> evaluated = new ArrayDeque<>();
    private TreeState state = TreeState.initial();
    private int count;

    /** Without rows if there is nothing. */
    public ReadOnlyObjectProperty<ValueTree> treeProperty() { return tree.getReadOnlyProperty(); }

    void add(long pid, String expression, ValueView value) {
        evaluated.addFirst(new EvaluatedExpression(++count, pid, expression, value));
        if (evaluated.size() > MOST) evaluated.removeLast();
        show();
    }

    public void clear() {
        evaluated.clear();
        show();
    }

    /** Opens or closes a row. */
    public void expand(String key, boolean expanded) {
        state = state.withExpanded(key, expanded);
        show();
    }

    /** Shows the next page of children. */
    public void more(String key) {
        state = state.withMore(key);
        show();
    }

    private void show() { tree.set(ValueTree.ofEvaluations(List.copyOf(evaluated), state)); }
}
