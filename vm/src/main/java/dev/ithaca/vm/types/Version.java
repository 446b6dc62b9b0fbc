package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * One version of a program, checked. Constant; the next version takes over what still holds of it.
 *
 * @param results by place; functions of the library have none
 * @param diagnostics in reading order
 */
record Version(List<Checker.Unit> units, List<Header> headers, ProgramTables tables, List<ModuleScope> scopes,
               Map<Slot, FunctionResult> results, List<Diagnostic> diagnostics, CheckingWork work) {

    ProgramFunctions functions() { return tables.functions(); }

    /** Null if there is none. */
    FunctionResult result(Slot slot) { return results.get(slot); }

    /** Whether the types of this version can stay in use in one with these headers. */
    boolean declaresSameAs(List<Header> others) {
        if (headers.size() != others.size()) return false;
        for (int i = 0; i < others.size(); i++) if (!headers.get(i).declarations().equals(others.get(i).declarations())) return false;
        return true;
    }

}
