package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Everything in a program that has a body, numbered file by file in source order; methods of implementations last. */
final class ProgramFunctions {
    private final List<List<FunctionSymbol>> units = new ArrayList<>();
    private final List<FunctionSymbol> methods = new ArrayList<>();
    private final List<FunctionSymbol> all = new ArrayList<>();
    private final Map<ModuleScope, Integer> unitOf = new IdentityHashMap<>();

    /** @param scopes each file's module followed by its inline modules */
    ProgramFunctions(List<ModuleScope> scopes, ImplTable implementations) {
        for (ModuleScope scope : scopes) {
            if (scope.parent() == null) {
                unitOf.put(scope, units.size());
                units.add(new ArrayList<>());
            }
            int unit = units.size() - 1;
            List<FunctionSymbol> functions = units.getLast();
            scope.functions().values().forEach(overloads -> overloads.forEach(f -> add(f, unit, functions)));
            scope.values().values().forEach(f -> add(f, unit, functions));
            scope.mvars().values().forEach(m -> add(m.initial(), unit, functions));
            scope.tests().forEach(f -> add(f, unit, functions));
        }
        for (ImplSymbol implementation : implementations.all()) {
            if (implementation.module().isLibrary()) continue;
            implementation.methods().values().forEach(f -> add(f, Slot.IMPLEMENTATIONS, methods));
            implementation.unreachable().forEach(f -> add(f, Slot.IMPLEMENTATIONS, methods));
        }
    }

    private void add(FunctionSymbol function, int unit, List<FunctionSymbol> list) {
        function.place(new Slot(unit, list.size()));
        list.add(function);
        all.add(function);
    }

    List<FunctionSymbol> all() { return all; }

    /** Null if there is none. */
    FunctionSymbol at(Slot slot) {
        List<FunctionSymbol> list = slot.unit() == Slot.IMPLEMENTATIONS ? methods : units.get(slot.unit());
        return slot.index() < list.size() ? list.get(slot.index()) : null;
    }

    /** Index of the file a module belongs to; -1 for the library. */
    int unitOf(ModuleScope module) { return unitOf.getOrDefault(module.root(), -1); }
}
