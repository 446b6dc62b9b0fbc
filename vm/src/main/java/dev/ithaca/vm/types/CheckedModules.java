package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The result of checking: findings, and instances of functions on demand. */
final class CheckedModules implements CheckedProgram {
    private final ProgramTables tables;
    private final List<ModuleScope> modules;
    private final List<Diagnostic> diagnostics;
    private final CheckingWork work;
    private final Instances instances;

    CheckedModules(Version version) {
        this.tables = version.tables();
        this.modules = version.scopes();
        this.diagnostics = version.diagnostics();
        this.work = version.work();
        this.instances = new Instances(tables);
    }

    @Override public List<Diagnostic> diagnostics() { return diagnostics; }

    @Override public CheckingWork work() { return work; }

    @Override public Optional<FunctionInstance> entry(String qualifiedName) {
        for (FunctionSymbol f : named(qualifiedName)) {
            // The result is only shown: it need not be what its type says, see Absent.
            if (f.arity() == 0) return Optional.of(instances.of(f, List.of(), shown(instance(f).resultType())));
        }
        return Optional.empty();
    }

    @Override public Optional<FunctionInstance> function(String qualifiedName, int texts) {
        List<Type> params = Collections.nCopies(texts, BuiltinTypes.STRING);
        return named(qualifiedName).stream().filter(f -> f.arity() == texts).flatMap(f -> at(f, params).stream()).findFirst();
    }

    /** Empty if its parameters are of other types. */
    private Optional<FunctionInstance> at(FunctionSymbol function, List<Type> params) {
        Session session = new Session(tables, new Findings(), instances, true);
        Scheme.Use use = instances.use(function, session, null);
        for (int i = 0; i < params.size(); i++) {
            if (!session.unifier().tryUnify(use.params().get(i), params.get(i))) return Optional.empty();
        }
        session.drain();
        return Optional.of(instances.of(function, params, shown(new Emitter(instances, tables).concrete(use.result()))));
    }

    private List<FunctionSymbol> named(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        ModuleScope module = tables.modules().get(dot < 0 ? "" : qualifiedName.substring(0, dot));
        return module == null ? List.of() : module.functions().getOrDefault(qualifiedName.substring(dot + 1), List.of());
    }

    private static Type shown(Type result) { return Absent.isPrimitive(result) ? BuiltinTypes.DYNAMIC : result; }

    private FunctionInstance instance(FunctionSymbol function) {
        Type result = new Emitter(instances, tables).concrete(function.scheme().result());
        return instances.of(function, List.of(), result);
    }

    @Override public ConstructorSymbol constructor(String module, String type, String name) {
        return tables.modules().get(module).constructors().get(name).stream().filter(c -> c.owner().name().equals(type))
                .findFirst().orElseThrow();
    }

    @Override public List<MvarInit> mvars() {
        return new MvarOrder(tables).all().stream().map(m -> new MvarInit(m.symbol(), instance(m.initial()))).toList();
    }

    @Override public Optional<TypeSymbol> type(String name) {
        int dot = name.lastIndexOf('.');
        String shortName = name.substring(dot + 1);
        if (dot >= 0) {
            ModuleScope module = tables.modules().get(name.substring(0, dot));
            return module == null ? Optional.empty() : Optional.ofNullable(module.types().get(shortName));
        }
        for (ModuleScope module : modules) {
            if (module.types().containsKey(name)) return Optional.of(module.types().get(name));
        }
        return Optional.ofNullable(tables.libraryType(name));
    }

    @Override public List<TestCase> tests() {
        List<TestCase> all = new ArrayList<>();
        for (ModuleScope module : modules) {
            for (FunctionSymbol test : module.tests()) all.add(new TestCase(test.name(), test.file(), test.clauses().getFirst().span(), instance(test)));
        }
        return all;
    }
}
