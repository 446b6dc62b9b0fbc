package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The locals of one block, arm or function, linked to those around it. */
final class LocalScope {
    private final LocalScope parent;
    private final Frame frame;
    private Map<String, Variable> variables = Map.of();

    LocalScope(LocalScope parent, Frame frame) {
        this.parent = parent;
        this.frame = frame;
    }

    LocalScope nested() { return new LocalScope(this, frame); }

    /** What is visible now, whatever this block declares later. */
    LocalScope snapshot() {
        LocalScope copy = new LocalScope(parent, frame);
        if (!variables.isEmpty()) copy.variables = new HashMap<>(variables);
        return copy;
    }

    Frame frame() { return frame; }

    LocalScope parent() { return parent; }

    /** What this block itself declares. */
    Map<String, Variable> own() { return variables; }

    void declare(Variable variable) { declare(variable.name(), variable); }

    void declare(String name, Variable variable) {
        if (variables.isEmpty()) variables = new HashMap<>(4);
        variables.put(name, variable);
    }

    /** The visible variable of this name, captured ones included; null if there is none. */
    Variable find(String name) {
        for (LocalScope scope = this; scope != null; scope = scope.parent) {
            Variable found = scope.variables.get(name);
            if (found != null) return found;
        }
        return null;
    }

    /** The visible variable of this name if it belongs to the innermost function or lambda. */
    Variable findOwn(String name) {
        Variable found = find(name);
        return found != null && found.frame() == frame ? found : null;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (LocalScope scope = this; scope != null; scope = scope.parent) names.addAll(scope.variables.keySet());
        return names;
    }
}
