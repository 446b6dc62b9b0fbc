package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.DeepRecursion;
import dev.ithaca.vm.syntax.Diagnostic;
import java.util.List;

/**
 * The checker. Types are inferred in the style of Hindley and Milner, with trait, field and method requirements that wait
 * on type variables until they can be decided; code is then made for one function at concrete types at a time by inferring
 * its body again at those types.
 *
 * <p>Checks are incremental: of the version checked last, the next one takes over every function that cannot have changed
 * its meaning. The result is the same as that of checking from scratch.
 */
public final class ProgramChecker implements Checker {
    private final LibraryTables library;
    private final boolean keepsPlaces;
    private volatile Version latest;

    /** A checker for running programs. */
    public ProgramChecker(BuiltinCatalog catalog) { this(new LibraryTables(catalog), false); }

    private ProgramChecker(LibraryTables library, boolean keepsPlaces) {
        this.library = library;
        this.keepsPlaces = keepsPlaces;
    }

    /** A checker that also keeps what an editor asks for, so that running and exploring a program is one effort. */
    public static ProgramChecker forEditing(BuiltinCatalog catalog) { return new ProgramChecker(new LibraryTables(catalog), true); }

    /** A checker for running other programs with the same library. */
    public ProgramChecker forOthers() { return new ProgramChecker(library, false); }

    @Override public CheckedProgram check(List<Unit> units) {
        Version version = next(units, keepsPlaces);
        latest = version;
        return new CheckedModules(version);
    }

    /** Checks a program for an editor; unlike for running, it may have errors, and whatever parsed is enough. */
    public Exploration explore(List<Unit> units) {
        Version version = next(units, true);
        if (keepsPlaces) latest = version;
        return new Exploration(version);
    }

    /** Like {@link #explore}, for a text that nobody wrote: a guess at what an unfinished one will be. */
    public Exploration imagine(List<Unit> units) { return new Exploration(next(units, true)); }

    /** Inference recurses over expressions and over functions that call each other. */
    private Version next(List<Unit> units, boolean withPlaces) {
        return DeepRecursion.call("nostos-checker", () -> checked(List.copyOf(units), withPlaces));
    }

    private Version checked(List<Unit> units, boolean withPlaces) {
        if (withPlaces) return checked(units, true, library.get());
        ProgramTables needed = library.forProgram(units.stream().map(u -> u.tree().file()).toList());
        Version version = checked(units, false, needed);
        // What is wrong with a program is told with all of the library in view: it may offer what is missing.
        boolean wrong = version.diagnostics().stream().anyMatch(Diagnostic::isError);
        return wrong && library.get() != needed ? checked(units, false, library.get()) : version;
    }

    private Version checked(List<Unit> units, boolean withPlaces, ProgramTables over) {
        List<Header> headers = units.stream().map(Header::of).toList();
        Version known = latest;
        boolean comparable = known != null && withPlaces == keepsPlaces && known.tables().isOver(over);
        Version earlier = comparable && known.declaresSameAs(headers) ? known : null;
        ProgramTables tables = new ProgramTables(over, earlier == null ? null : earlier.tables());
        Findings findings = new Findings();
        Declarations declarations = new Declarations(tables, findings, earlier);
        for (Unit unit : units) {
            SizeLimits.check(unit.tree(), findings);
            declarations.add(unit.modulePath(), unit.tree());
        }
        declarations.declareAll();
        List<ModuleScope> scopes = declarations.scopes();
        ProgramFunctions functions = new ProgramFunctions(scopes, tables.implementations());
        tables.number(functions);
        FunctionChecker checker = new FunctionChecker(tables, findings, new EarlierVersion(earlier, units, headers, scopes, functions), withPlaces);
        functions.all().forEach(checker::resolve);
        for (FunctionSymbol f : functions.all()) {
            FunctionResult result = checker.result(f.slot());
            if (result != null) result.findings().forEach(findings::add);
        }
        for (ModuleScope scope : scopes) new MvarChecks(scope, findings).check();
        new InitialisationChecks(scopes, findings).check(new MvarOrder(tables).all());
        return new Version(units, headers, tables, scopes, checker.results(), findings.sorted(units.stream().map(u -> u.tree().file()).toList()),
                CheckingWork.of(functions, checker.results(), earlier));
    }
}
