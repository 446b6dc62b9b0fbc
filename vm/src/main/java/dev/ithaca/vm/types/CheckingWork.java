package dev.ithaca.vm.types;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of a program was looked at to check a version of it; the rest was known from the version before.
 *
 * @param functions whose bodies were checked
 * @param modules files with at least one such function
 * @param allFunctions of the program
 */
public record CheckingWork(int functions, int modules, int allFunctions) {
    static CheckingWork of(ProgramFunctions all, Map<Slot, FunctionResult> now, Version earlier) {
        int functions = 0;
        Set<Integer> modules = new HashSet<>();
        for (FunctionSymbol f : all.all()) {
            FunctionResult result = now.get(f.slot());
            if (result == null || earlier != null && earlier.result(f.slot()) == result) continue;
            functions++;
            modules.add(all.unitOf(f.module()));
        }
        return new CheckingWork(functions, modules.size(), all.all().size());
    }
}
