package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.ReactiveStruct;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reactive values (chapter 3, section 19); listeners are called by {@code reactivity.nos}. */
public final class ReactiveLibrary {
    private ReactiveLibrary() {}

    @NostosFunction(name = {"reactiveId", "Reactive.getId"}, type = "a -> Int", doc = "The number of a reactive value, from 1, unique in its process.",
            example = "reactiveId(1) => throws (\"TypeError\", \"expected ReactiveRecord or ReactiveVariant, got non-reactive\")")
    public static long id(Process p, Object value) { return p.reactive().id(reactive(value)); }

    @NostosFunction(name = "Reactive._addListener", type = "a, b -> ()", doc = "Has a function called on changes.", complexity = "O(listeners)")
    public static void addListener(Object value, Object listener) { reactive(value).addChangeListener(listener); }

    @NostosFunction(name = "Reactive._addReader", type = "a, b -> ()", doc = "Has a function called on reads.", complexity = "O(listeners)")
    public static void addReader(Object value, Object listener) { reactive(value).addReadListener(listener); }

    @NostosFunction(name = "Reactive._read", type = "a -> List[b]", doc = "Notes a read and tells who listens.")
    public static ListValue read(Process p, Object value) {
        p.reactive().read(reactive(value));
        return reactive(value).readListeners();
    }

    @NostosFunction(name = "Reactive._changed", type = "a, b -> List[c]", doc = "Notes that a record got a field value and tells who listens.")
    public static ListValue changed(Process p, Object record, Object assigned) {
        ReactiveStruct changed = reactive(record);
        changed.adopt(assigned);
        p.reactive().changed(changed);
        return changed.changeListeners();
    }

    @NostosFunction(name = "Reactive._current", type = "a -> a", doc = "The value in a variant.")
    public static Object current(Object cell) { return reactive(cell).plainValue(); }

    @NostosFunction(name = "Reactive._replace", type = "a, a -> List[b]", doc = "Replaces the value in a variant and tells who listens.")
    public static ListValue replace(Process p, Object cell, Object value) {
        reactive(cell).replace(reactive(value));
        p.reactive().changed(reactive(cell));
        return reactive(cell).changeListeners();
    }

    @NostosFunction(name = "Reactive._children", type = "a -> List[b]", doc = "The reactive values in a record's fields.", complexity = "O(number of fields)")
    public static ListValue children(Object record) { return reactive(record).children(); }

    @NostosFunction(name = "Reactive._parents", type = "a -> List[b]", doc = "Who holds a reactive value, with the field's name.", complexity = "O(holders)")
    public static ListValue parents(Object value) { return reactive(value).parents(); }

    @NostosFunction(name = "Reactive.getChangedRecordIds", type = "() -> List[Int]", complexity = "O(n)",
            doc = "The numbers of the values changed in this process since the last call.", example = "Reactive.getChangedRecordIds() => []")
    public static ListValue takeChanged(Process p) { return ListValue.of(p.reactive().takeChanged().toArray()); }

    @NostosFunction(name = "Reactive.flushPending", type = "() -> List[String]", complexity = "O(n)",
            doc = "The components that read values changed since, asked for once.", example = "Reactive.flushPending() => []")
    public static ListValue takePending(Process p) { return ListValue.of(p.reactive().takePending().toArray()); }

    @NostosFunction(name = "Reactive.getDeps", type = "() -> Map[Int, List[String]]", complexity = "O(n)",
            doc = "The components that read each value, by its number.", example = "Map.size(Reactive.getDeps()) => 0")
    public static MapValue getDeps(Process p) { return lists(p.reactive().dependents()); }

    @NostosFunction(name = "Reactive.setDeps", type = "Map[Int, List[String]] -> ()", complexity = "O(n)", doc = "Replaces what is known about reads.",
            example = "{ Reactive.setDeps(%{7: [\"c\"]}); deps = Reactive.getDeps(); Reactive.clearDependencies(); deps } => %{7: [\"c\"]}")
    public static void setDeps(Process p, MapValue deps) {
        Map<Long, Set<String>> dependents = p.reactive().dependents();
        dependents.clear();
        for (Map.Entry<Object, Object> entry : deps.entries()) {
            Set<String> names = new LinkedHashSet<>();
            for (Object name : (ListValue) entry.getValue()) names.add((String) name);
            dependents.put((Long) entry.getKey(), names);
        }
    }

    @NostosFunction(name = "Reactive.clearDependencies", type = "() -> ()", complexity = "O(n)", doc = "Forgets all reads.",
            example = "{ Reactive.setDeps(%{7: [\"c\"]}); Reactive.clearDependencies(); Map.size(Reactive.getDeps()) } => 0")
    public static void clearDependencies(Process p) { p.reactive().dependents().clear(); }

    @NostosFunction(name = "Reactive.clearComponentDeps", type = "String -> ()", complexity = "O(n)", doc = "Forgets what a component read.",
            example = "{ Reactive.setDeps(%{7: [\"c\", \"d\"]}); Reactive.clearComponentDeps(\"c\"); deps = Reactive.getDeps(); Reactive.clearDependencies(); deps } => %{7: [\"d\"]}")
    public static void clearComponentDeps(Process p, String component) { p.reactive().forget(component); }

    @NostosFunction(name = "Reactive.getComponentTree", type = "() -> Map[String, List[String]]", complexity = "O(n)",
            doc = "The components rendered within each component.", example = "Map.size(Reactive.getComponentTree()) => 0")
    public static MapValue getComponentTree(Process p) { return lists(p.reactive().components()); }

    private static MapValue lists(Map<?, Set<String>> sets) {
        var map = MapValue.EMPTY.builder();
        sets.forEach((key, names) -> map.put(key, ListValue.of(names.toArray())));
        return map.build();
    }

    private static ReactiveStruct reactive(Object value) {
        if (value instanceof ReactiveStruct reactive) return reactive;
        throw new NostosException("TypeError", "expected ReactiveRecord or ReactiveVariant, got non-reactive");
    }
}
