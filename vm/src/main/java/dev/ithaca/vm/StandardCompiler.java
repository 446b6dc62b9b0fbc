package dev.ithaca.vm;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.FunctionInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parse everything, then check everything: no later phase looks at a program that does not parse. */
final class StandardCompiler implements NostosCompiler {
    private final Checker checker;

    StandardCompiler(Checker checker) { this.checker = checker; }

    @Override public Compilation compile(ProgramSource source) {
        var diagnostics = new ArrayList<Diagnostic>();
        var units = new ArrayList<Checker.Unit>();
        for (ProgramSource.Unit unit : source.units()) {
            ParseResult parsed = Parser.parse(unit.file());
            diagnostics.addAll(parsed.diagnostics());
            units.add(new Checker.Unit(unit.module(), parsed.module()));
        }
        if (anyError(diagnostics)) return new Compilation(Optional.empty(), diagnostics);
        CheckedProgram program = checker.check(units);
        diagnostics.addAll(program.diagnostics());
        if (anyError(diagnostics)) return new Compilation(Optional.empty(), diagnostics);
        Optional<FunctionInstance> entry = program.entry(source.entry());
        if (entry.isEmpty()) {
            diagnostics.add(Diagnostic.error(Diagnostic.Phase.COMPILE, "N14", null, null, missingEntry(source)));
            return new Compilation(Optional.empty(), diagnostics);
        }
        return new Compilation(Optional.of(new RunnableProgram(program, entry.get())), diagnostics);
    }

    private static boolean anyError(List<Diagnostic> diagnostics) { return diagnostics.stream().anyMatch(Diagnostic::isError); }

    private static String missingEntry(ProgramSource source) {
        boolean singleFile = source.units().size() == 1 && source.units().getFirst().module().isEmpty();
        if (singleFile) return "Entry point '" + source.entry() + "/' not found";
        return source.entry().equals("main.main") ? "No 'main.main' or 'main' function found in project"
                : "Default entry point '" + source.entry() + "' not found";
    }
}
