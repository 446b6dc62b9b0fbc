package dev.ithaca.vm;

import dev.ithaca.vm.Compilation.TestBlock;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.ParseCache;
import dev.ithaca.vm.syntax.template.Expansion;
import dev.ithaca.vm.syntax.template.TemplateExpander;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.FunctionInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parse everything, expand the templates, then check everything: no later phase looks at a program with errors in an
 * earlier one.
 */
final class StandardCompiler implements NostosCompiler {
    private final Checker checker;
    private final ParseCache parser;

    StandardCompiler(Checker checker, ParseCache parser) {
        this.checker = checker;
        this.parser = parser;
    }

    @Override public Compilation compile(ProgramSource source) {
        var diagnostics = new ArrayList<Diagnostic>();
        var modules = new ArrayList<ModuleTree>();
        for (ProgramSource.Unit unit : source.units()) {
            ParseResult parsed = parser.parse(unit.file());
            diagnostics.addAll(parsed.diagnostics());
            modules.add(parsed.module());
        }
        if (anyError(diagnostics)) return new Compilation(Optional.empty(), diagnostics);
        Expansion expansion = TemplateExpander.expand(modules);
        diagnostics.addAll(expansion.diagnostics());
        if (anyError(diagnostics)) return new Compilation(Optional.empty(), diagnostics);
        CheckedProgram program = checker.check(units(source, modules, expansion.modules()));
        diagnostics.addAll(expansion.annotate(program.diagnostics()));
        if (anyError(diagnostics)) return new Compilation(Optional.empty(), diagnostics);
        var expressions = new ProgramExpressions(source, this);
        List<TestBlock> tests = program.tests().stream()
                .map(t -> new TestBlock(t.title(), t.file(), t.span(), new RunnableProgram(program, t.body(), expressions))).toList();
        Optional<FunctionInstance> entry = program.entry(source.entry());
        if (entry.isEmpty()) diagnostics.add(Diagnostic.error(Diagnostic.Phase.COMPILE, "N14", null, null, missingEntry(source)));
        return new Compilation(entry.map(e -> new RunnableProgram(program, e, expressions)), tests, diagnostics);
    }

    private static List<Checker.Unit> units(ProgramSource source, List<ModuleTree> parsed, List<ModuleTree> expanded) {
        var units = new ArrayList<Checker.Unit>();
        for (int i = 0; i < parsed.size(); i++) {
            units.add(new Checker.Unit(source.units().get(i).module(), expanded.get(i), expanded.get(i) != parsed.get(i)));
        }
        return units;
    }

    private static boolean anyError(List<Diagnostic> diagnostics) { return diagnostics.stream().anyMatch(Diagnostic::isError); }

    private static String missingEntry(ProgramSource source) {
        boolean singleFile = source.units().size() == 1 && source.units().getFirst().module().isEmpty();
        if (singleFile) return "Entry point '" + source.entry() + "/' not found";
        return source.entry().equals("main.main") ? "No 'main.main' or 'main' function found in project"
                : "Default entry point '" + source.entry() + "' not found";
    }
}
