package dev.ithaca.vm.jvm;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Objects that generated code refers to by number. */
final class ConstantTable {
    private final List<Object> values = new ArrayList<>();
    private final Map<Object, Integer> ids = new IdentityHashMap<>();

    /** The number of an object; the same for the same object. */
    synchronized int add(Object value) {
        return ids.computeIfAbsent(value, v -> {
            values.add(v);
            return values.size() - 1;
        });
    }

    synchronized Object get(int id) { return values.get(id); }
}
