package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Copies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Values that library modules keep for the whole program, by name; like messages they are copies. */
final class SharedValues {
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    static SharedValues of(Process p) { return p.machine().service(SharedValues.class, SharedValues::new); }

    void put(String name, Object value) { values.put(name, Copies.forSend(value, "Cannot keep " + name)); }

    /** Null if nothing is kept under the name. */
    Object get(String name) {
        Object value = values.get(name);
        return value == null ? null : Copies.forSend(value, "Cannot read " + name);
    }
}
