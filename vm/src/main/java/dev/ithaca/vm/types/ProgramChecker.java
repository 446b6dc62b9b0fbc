package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.DeepRecursion;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The checker. Types are inferred in the style of Hindley and Milner, with trait, field and method requirements that wait
 * on type variables until they can be decided; code is then made for one function at concrete types at a time by inferring
 * its body again at those types.
 */
public final class ProgramChecker implements Checker {
    private final BuiltinCatalog catalog;
    private ProgramTables library;

    public ProgramChecker(BuiltinCatalog catalog) { this.catalog = catalog; }

    /** Inference recurses over expressions and over functions that call each other. */
    @Override public CheckedProgram check(List<Unit> units) { return DeepRecursion.call("nostos-checker", () -> checkHere(units)); }

    /** Checks a program for an editor; unlike for running, it may have errors, and whatever parsed is enough. */
    public Exploration explore(List<Unit> units) {
        return DeepRecursion.call("nostos-explorer", () -> {
            InferenceLog log = new InferenceLog();
            Checked checked = infer(units, log);
            return new Exploration(checked.modules(), log, new DeclaredTypes(units));
        });
    }

    private record Checked(ProgramTables tables, List<ModuleScope> modules, Findings findings) {}

    private CheckedProgram checkHere(List<Unit> units) {
        Checked checked = infer(units, InferenceObserver.NONE);
        List<SourceFile> files = units.stream().map(u -> u.tree().file()).toList();
        return new CheckedModules(checked.tables(), checked.modules(), checked.findings().sorted(files));
    }

    private Checked infer(List<Unit> units, InferenceObserver observer) {
        ProgramTables tables = new ProgramTables(library());
        Findings findings = new Findings();
        Declarations declarations = new Declarations(tables, findings, false);
        for (Unit unit : units) {
            SizeLimits.check(unit.tree(), findings);
            declarations.add(unit.modulePath(), unit.tree());
        }
        declarations.declareAll();
        FunctionChecker checker = new FunctionChecker(tables, findings);
        checker.session().observe(observer);
        List<FunctionSymbol> functions = functions(declarations.scopes(), tables);
        for (FunctionSymbol function : functions) checker.check(function);
        for (ModuleScope scope : declarations.scopes()) new MvarChecks(scope, findings).check();
        return new Checked(tables, declarations.scopes(), findings);
    }

    /** Everything with a body, module by module in source order. */
    private static List<FunctionSymbol> functions(List<ModuleScope> scopes, ProgramTables tables) {
        List<FunctionSymbol> all = new ArrayList<>();
        for (ModuleScope scope : scopes) {
            scope.functions().values().forEach(all::addAll);
            all.addAll(scope.values().values());
            scope.mvars().values().forEach(m -> all.add(m.initial()));
            all.addAll(scope.tests());
        }
        for (ImplSymbol implementation : tables.implementations().all()) {
            if (implementation.module().isLibrary()) continue;
            all.addAll(implementation.methods().values());
            all.addAll(implementation.unreachable());
        }
        return all;
    }

    private synchronized ProgramTables library() {
        if (library != null) return library;
        ProgramTables tables = new ProgramTables(catalog);
        Declarations declarations = new Declarations(tables, new Findings(), true);
        catalog.modules().forEach((path, file) -> declarations.add(path, Parser.parse(file).module()));
        declarations.declareAll();
        library = tables;
        return library;
    }
}
