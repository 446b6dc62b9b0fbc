package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.ReactiveStruct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a process knows about its reactive values: which changed, and which components read them (chapter 3, section 19).
 * Used by its process only.
 */
public final class ReactiveState {
    private long lastId;
    private final Set<Long> changed = new LinkedHashSet<>();
    private final Set<String> pending = new LinkedHashSet<>();
    private final Map<Long, Set<String>> dependents = new LinkedHashMap<>();
    private final Map<String, Set<String>> components = new LinkedHashMap<>();
    private final Deque<String> rendering = new ArrayDeque<>();
    private final RenderRecording recording = new RenderRecording();

    /** The number of a value, from 1. */
    public long id(ReactiveStruct value) {
        if (value.id() == 0) value.identify(++lastId);
        return value.id();
    }

    /** Notes a read: the component that is being rendered depends on the value. */
    public void read(ReactiveStruct value) {
        String component = rendering.peek();
        if (component == null) return;
        dependents.computeIfAbsent(id(value), _ -> new LinkedHashSet<>()).add(component);
        recording.read(value.id(), component);
    }

    /** Notes a change: the components that depend on the value are to be rendered again. */
    public void changed(ReactiveStruct value) {
        changed.add(id(value));
        recording.changed(value.id());
        pending.addAll(dependents.getOrDefault(value.id(), Set.of()));
    }

    /** Values that changed since the last call. */
    public List<Long> takeChanged() {
        List<Long> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** Components to render again, asked for once. */
    public List<String> takePending() {
        List<String> taken = new ArrayList<>(pending);
        pending.clear();
        return taken;
    }

    /** Components by the value they read; may be changed by the caller. */
    public Map<Long, Set<String>> dependents() { return dependents; }

    /** Components rendered within others, by the outer one. */
    public Map<String, Set<String>> components() { return components; }

    /** Forgets what a component read. */
    public void forget(String component) {
        dependents.values().forEach(names -> names.remove(component));
        dependents.values().removeIf(Set::isEmpty);
    }

    /** Reads belong to this component until {@link #pop}. */
    public void push(String component) {
        if (!rendering.isEmpty()) components.computeIfAbsent(rendering.peek(), _ -> new LinkedHashSet<>()).add(component);
        rendering.push(component);
    }

    public void pop() { rendering.poll(); }

    /** The component being rendered, empty if there is none. */
    public String current() { return rendering.isEmpty() ? "" : rendering.peek(); }

    public RenderRecording recording() { return recording; }
}
