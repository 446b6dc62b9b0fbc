package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trait implementations and the checks of chapter 2, section 9.3. */
final class TraitImplementations {
    private final ProgramTables tables;
    private final NameReport names;
    private final Report report;
    private final boolean library;
    private final List<ImplSymbol> declared = new ArrayList<>();

    TraitImplementations(ProgramTables tables, Findings findings, boolean library) {
        this.tables = tables;
        this.names = new NameReport(findings);
        this.report = new Report(findings);
        this.library = library;
    }

    void declare(ModuleScope scope, List<Item> items) {
        for (Item item : items) {
            if (item instanceof Item.TraitDef t) {
                checkSupertraits(scope, t);
                checkSignatures(scope, t);
            }
            if (item instanceof Item.TraitImpl i) declare(scope, i);
        }
    }

    /** A trait's supertraits must be declared before it. */
    private void checkSupertraits(ModuleScope scope, Item.TraitDef trait) {
        for (Name parent : trait.supertraits()) {
            TraitSymbol symbol = new NameLookup(scope).trait(parent.text());
            boolean later = symbol != null && symbol.module() == scope
                    && symbol.declaration().span().start() >= trait.span().start();
            if (symbol == null && !TraitSymbol.BUILTIN.contains(parent.text()) || later) {
                names.unknownTrait(new Place(scope.file(), parent.span()), parent.text());
            }
        }
    }

    private void checkSignatures(ModuleScope scope, Item.TraitDef trait) {
        for (Item.TraitMethod method : trait.methods()) {
            Map<String, Type> variables = new HashMap<>(Map.of("Self", new TypeVariable(TypeVariable.GENERIC)));
            TypeResolver resolver = resolver(scope, variables);
            for (Item.Param param : method.params()) if (param.type() != null) resolver.resolve(param.type());
            if (method.returnType() != null) resolver.resolve(method.returnType());
        }
    }

    private TypeResolver resolver(ModuleScope scope, Map<String, Type> variables) {
        return new TypeResolver(scope, variables, () -> new TypeVariable(TypeVariable.GENERIC),
                new AnnotationFlaws(names, report, scope, AnnotationFlaws.Kind.WITHOUT_EFFECT));
    }

    private void declare(ModuleScope scope, Item.TraitImpl item) {
        TraitSymbol trait = new NameLookup(scope).trait(item.trait().text());
        Place place = new Place(scope.file(), item.trait().span());
        if (trait == null && !TraitSymbol.BUILTIN.contains(item.trait().text())) {
            names.unknownTrait(place, item.trait().text());
            return;
        }
        Map<String, Type> variables = new HashMap<>();
        Type target = resolver(scope, variables).resolve(item.target());
        nameBareParameters(target, variables);
        List<ImplSymbol.Bound> bounds = new ArrayList<>();
        for (Item.TypeParam bound : item.bounds()) {
            Type variable = variables.get(bound.name().text());
            if (variable != null) for (Name t : bound.bounds()) bounds.add(new ImplSymbol.Bound(variable, t.text()));
        }
        ImplSymbol implementation = new ImplSymbol(scope, item, trait, target, variables, bounds);
        if (!library && trait != null) requireSupertraits(trait, target, item, place);
        tables.implementations().add(implementation);
        declareMethods(scope, item, trait, implementation);
        declared.add(implementation);
    }

    /** In an implementation for bare {@code Box} the parameters keep the names of the declaration. */
    private static void nameBareParameters(Type target, Map<String, Type> variables) {
        if (!(target instanceof Type.Con con)) return;
        for (int i = 0; i < con.args().size() && i < con.symbol().params().size(); i++) {
            if (con.args().get(i) instanceof TypeVariable v) variables.putIfAbsent(con.symbol().params().get(i), v);
        }
    }

    private void declareMethods(ModuleScope scope, Item.TraitImpl item, TraitSymbol trait, ImplSymbol implementation) {
        Map<String, ClauseGrouping> groupings = new LinkedHashMap<>();
        for (Item.Function f : OperatorMethods.named(item)) groupings.computeIfAbsent(f.name().text(), _ -> new ClauseGrouping()).add(f);
        groupings.forEach((name, grouping) -> {
            Item.TraitMethod declaration = trait == null ? null : trait.method(name);
            FunctionSymbol.Method method = new FunctionSymbol.Method(implementation, declaration,
                    trait == null ? scope : trait.module());
            FunctionSymbol symbol = grouping.functions(FunctionSymbol.Kind.METHOD, scope, method).getFirst();
            if (trait == null || declaration != null || TraitSymbol.BUILTIN.contains(trait.name())) {
                implementation.define(symbol);
                tables.implementations().addMethod(implementation, symbol);
            } else {
                implementation.addUnreachable(symbol);
                names.notInTrait(new Place(scope.file(), symbol.nameInSource().span()), name, trait.name(),
                        Suggestions.similar(name, trait.methodNames()));
            }
        });
    }

    /** Default methods, and the checks that need every block of a program. */
    void verify() {
        for (ImplSymbol implementation : declared) {
            if (implementation.trait() == null) continue;
            for (Item.TraitMethod method : implementation.trait().declaration().methods()) {
                FunctionSymbol own = implementation.methods().get(method.name().text());
                if (own != null) {
                    if (!library) checkSignature(implementation, method, own);
                } else if (!elsewhere(implementation, method.name().text())) {
                    inherit(implementation, method);
                }
            }
        }
    }

    /** Whether another block for the same trait and type defines the method. */
    private boolean elsewhere(ImplSymbol implementation, String method) {
        return tables.implementations().forType(implementation.target()).stream().anyMatch(other -> other != implementation
                && other.traitName().equals(implementation.traitName()) && other.methods().containsKey(method)
                && Compatibility.score(other.target(), implementation.target()) != Compatibility.NO);
    }

    private void inherit(ImplSymbol implementation, Item.TraitMethod method) {
        if (method.defaultBody() == null) {
            if (library || implementation.trait().module().isLibrary()) return;
            names.missingMethod(new Place(implementation.module().file(), implementation.declaration().trait().span()),
                    TypeText.of(implementation.declaration().target()), method.name().text(), implementation.traitName());
            return;
        }
        TraitSymbol trait = implementation.trait();
        Item.Function clause = new Item.Function(true, method.name(), List.of(), method.params(), null, method.returnType(),
                method.defaultBody(), List.of(), method.doc(), method.defaultBody().span());
        TypeExpr[] annotations = method.params().stream().map(Item.Param::type).toArray(TypeExpr[]::new);
        FunctionSymbol symbol = new FunctionSymbol(FunctionSymbol.Kind.METHOD, trait.module(), method.name().text(),
                List.of(clause), annotations, new FunctionSymbol.Method(implementation, method, trait.module()));
        implementation.define(symbol);
        tables.implementations().addMethod(implementation, symbol);
    }

    private void checkSignature(ImplSymbol implementation, Item.TraitMethod declared, FunctionSymbol own) {
        Place place = new Place(implementation.module().file(), own.nameInSource().span());
        String type = TypeText.of(implementation.declaration().target());
        if (own.arity() != declared.params().size()) {
            names.methodParameterCount(place, own.name(), type, implementation.traitName(), declared.params().size(), own.arity());
            return;
        }
        // Operators accept operands of other types than the library's traits say.
        if (implementation.trait().module().isLibrary()) return;
        Map<String, Type> traitNames = new HashMap<>(Map.of("Self", implementation.target()));
        Map<String, Type> ownNames = new HashMap<>(implementation.variables());
        ownNames.put("Self", implementation.target());
        for (int i = 0; i < own.arity(); i++) {
            TypeExpr wanted = declared.params().get(i).type();
            TypeExpr given = own.annotation(i);
            if (wanted == null || given == null) continue;
            Type a = resolve(implementation.trait().module(), traitNames, wanted);
            Type b = resolve(implementation.module(), ownNames, given);
            if (Compatibility.score(a, b) == Compatibility.NO) {
                names.methodParameterType(place, own.name(), type, implementation.traitName(),
                        own.parameterName(i) == null ? "_" : own.parameterName(i), TypeText.of(given), TypeText.of(wanted));
            }
        }
    }

    private static Type resolve(ModuleScope scope, Map<String, Type> names, TypeExpr type) {
        return new TypeResolver(scope, names, () -> new TypeVariable(TypeVariable.GENERIC), TypeResolver.Flaws.IGNORED).resolve(type);
    }

    private void requireSupertraits(TraitSymbol trait, Type target, Item.TraitImpl item, Place place) {
        for (Name parent : trait.supertraits()) {
            String name = parent.text();
            boolean holds = tables.implementations().find(target, name) != null || TraitSymbol.BUILTIN.contains(name)
                    && new TraitSolver(tables.implementations()).holds(target, name, _ -> { });
            if (!holds) names.missingSupertrait(place, TypeText.of(item.target()), name, trait.name());
        }
    }
}
