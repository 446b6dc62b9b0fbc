package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What rendering a page found out (chapter 3, section 20): which components read which reactive values, how components
 * nest, how each is rendered again, and which values changed meanwhile. Recordings nest; inner ones write into the
 * outermost, so only that one starts empty. All parts are persistent, so looking at them costs nothing. Used by its process
 * only.
 */
public final class RenderRecording {
    private int depth;
    private MapValue dependents = MapValue.EMPTY;
    private MapValue renderers = MapValue.EMPTY;
    private final Set<Long> changed = new LinkedHashSet<>();
    /** Trees of finished components, those of the component being rendered on top. */
    private final Deque<ListValue> trees = new ArrayDeque<>();

    /** Begins a recording or a part of one. */
    public void enter() {
        if (depth++ > 0) return;
        dependents = MapValue.EMPTY;
        renderers = MapValue.EMPTY;
        changed.clear();
        trees.clear();
        trees.push(ListValue.EMPTY);
    }

    /** Ends what was begun last; does nothing outside of recordings. */
    public void leave() { depth = Math.max(0, depth - 1); }

    public boolean isActive() { return depth > 0; }

    void read(long value, String component) {
        if (depth == 0) return;
        ListValue names = (ListValue) dependents.getOrNull(value);
        if (names == null) dependents = dependents.put(value, ListValue.of(component));
        else if (!contains(names, component)) dependents = dependents.put(value, names.append(component));
    }

    private static boolean contains(ListValue names, String name) {
        for (Object known : names) if (known.equals(name)) return true;
        return false;
    }

    void changed(long value) {
        if (depth > 0) changed.add(value);
    }

    /** A component begins: trees belong to it until {@link #closeComponent}. */
    public void openComponent(String name, Object renderer) {
        if (depth == 0) return;
        renderers = renderers.put(name, renderer);
        trees.push(ListValue.EMPTY);
    }

    /** The trees of the components within the one that ends. */
    public ListValue closeComponent() { return trees.size() > 1 ? trees.pop() : ListValue.EMPTY; }

    /** Adds the tree of a component that ended to the one around it. */
    public void addTree(Object tree) {
        if (depth > 0) trees.push(trees.pop().append(tree));
    }

    /** Lists of component names by the number of the value they read. */
    public MapValue dependents() { return dependents; }

    /** Renderers by component name. */
    public MapValue renderers() { return renderers; }

    /** Trees of the components within the one being rendered. */
    public ListValue trees() { return trees.isEmpty() ? ListValue.EMPTY : trees.peek(); }

    /** Numbers of the values that changed, in order of their first change. */
    public ListValue changedValues() { return ListValue.of(changed.toArray()); }
}
