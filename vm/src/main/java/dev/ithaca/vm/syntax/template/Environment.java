package dev.ithaca.vm.syntax.template;

import java.util.HashMap;
import java.util.Map;

/** The names known at one place of compile-time code. */
final class Environment {
    private final Environment outer;
    private final Map<String, MetaValue> values = new HashMap<>();

    Environment() { this(null); }

    Environment(Environment outer) { this.outer = outer; }

    /** Null if the name is not known at compile time. */
    MetaValue lookup(String name) {
        for (Environment scope = this; scope != null; scope = scope.outer) {
            MetaValue value = scope.values.get(name);
            if (value != null) return value;
        }
        return null;
    }

    void define(String name, MetaValue value) { values.put(name, value); }

    /** Gives an existing name a new value; otherwise defines it here. */
    void assign(String name, MetaValue value) {
        for (Environment scope = this; scope != null; scope = scope.outer) {
            if (scope.values.computeIfPresent(name, (_, _) -> value) != null) return;
        }
        define(name, value);
    }
}
