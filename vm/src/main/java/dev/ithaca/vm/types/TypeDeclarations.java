package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Type definitions: first the names of all modules, then what they are made of (chapter 2, section 3). */
final class TypeDeclarations {
    private static final Set<String> NEEDS_ARGUMENTS = Set.of("List", "Map", "Set", "Option", "Result");

    private final ProgramTables tables;
    private final Report report;
    private final NameReport names;
    private final boolean library;
    private final boolean known;
    private final Map<TypeSymbol, Declared> declared = new LinkedHashMap<>();
    /** Names of {@code extern} types. */
    private final Set<String> foreign = new HashSet<>();

    private record Declared(ModuleScope scope, Item.TypeDef definition) {}

    /** @param known whether the types are those of an earlier version, complete already */
    TypeDeclarations(ProgramTables tables, Findings findings, boolean library, boolean known) {
        this.tables = tables;
        this.report = new Report(findings);
        this.names = new NameReport(findings);
        this.library = library;
        this.known = known;
    }

    /**
     * The first of two types of one name wins.
     *
     * @param earlier the module in a version of the program whose types stay in use, or null
     */
    void declareNames(ModuleScope scope, List<Item> items, ModuleScope earlier) {
        Set<String> siblings = new HashSet<>();
        for (Item item : items) {
            if (item instanceof Item.TypeDef t) siblings.add(t.name().text());
            if (item instanceof Item.Extern type && type.library() == null) foreign.add(type.name().text());
        }
        for (Item item : items) {
            if (!(item instanceof Item.TypeDef t) || scope.types().containsKey(t.name().text())) continue;
            TypeSymbol symbol = earlier == null ? symbol(t, scope, siblings) : earlier.types().get(t.name().text());
            scope.types().put(t.name().text(), symbol);
            declared.put(symbol, new Declared(scope, t));
        }
    }

    private TypeSymbol symbol(Item.TypeDef t, ModuleScope scope, Set<String> siblings) {
        TypeSymbol.Kind kind = switch (t.body()) {
            case Item.TypeBody.Record _ -> TypeSymbol.Kind.RECORD;
            case Item.TypeBody.Variants v -> isAlias(t, v, scope, siblings) ? TypeSymbol.Kind.ALIAS : TypeSymbol.Kind.VARIANT;
            case Item.TypeBody.Alias _ -> TypeSymbol.Kind.ALIAS;
            case Item.TypeBody.Empty _ -> TypeSymbol.Kind.VARIANT;
        };
        List<String> params = t.typeParams().stream().map(p -> p.name().text()).toList();
        return new TypeSymbol(scope.path(), t.name().text(), kind, params, t.isPublic(), t.kind() == Item.TypeKind.VAR,
                t.kind() == Item.TypeKind.REACTIVE);
    }

    /** A single bare name on the right of {@code type A = B} is an alias if B is a type. */
    private boolean isAlias(Item.TypeDef t, Item.TypeBody.Variants variants, ModuleScope scope, Set<String> siblings) {
        if (variants.variants().size() != 1) return false;
        Item.Variant only = variants.variants().getFirst();
        if (!only.positional().isEmpty() || !only.named().isEmpty() || only.name().text().equals(t.name().text())) return false;
        String name = only.name().text();
        return tables.libraryType(name) != null || scope.types().containsKey(name) || siblings.contains(name);
    }

    void declareBodies() {
        declared.forEach((symbol, d) -> {
            if (symbol.kind() == TypeSymbol.Kind.ALIAS && !known) {
                tables.deferAlias(symbol, () -> symbol.defineAlias(resolver(d, symbol).resolve(target(d.definition()))));
            }
        });
        declared.forEach((symbol, d) -> {
            if (symbol.kind() == TypeSymbol.Kind.ALIAS) tables.aliasTarget(symbol);
            else define(symbol, d);
        });
        declared.forEach((symbol, d) -> {
            Place place = new Place(d.scope().file(), d.definition().name().span());
            switch (symbol.flaw()) {
                case CYCLIC -> names.cyclicAlias(place, symbol.name());
                case TOO_LARGE -> report.tooLargeAlias(place, symbol.name());
                case NONE -> { }
            }
        });
    }

    private static TypeExpr target(Item.TypeDef definition) {
        if (definition.body() instanceof Item.TypeBody.Alias alias) return alias.target();
        Item.Variant only = ((Item.TypeBody.Variants) definition.body()).variants().getFirst();
        return new TypeExpr.Named(only.name().text(), List.of(), only.span());
    }

    private TypeResolver resolver(Declared d, TypeSymbol symbol) {
        Map<String, Type> params = new HashMap<>();
        List<Item.TypeParam> declaredParams = d.definition().typeParams();
        for (int i = 0; i < declaredParams.size(); i++) {
            String name = declaredParams.get(i).name().text();
            params.put(name, new Type.Param(i, name));
        }
        AnnotationFlaws all = new AnnotationFlaws(names, report, d.scope(),
                symbol.kind() == TypeSymbol.Kind.ALIAS ? AnnotationFlaws.Kind.WITHOUT_EFFECT : AnnotationFlaws.Kind.FIELD);
        return new TypeResolver(d.scope(), params, null, new TypeResolver.Flaws() {
            @Override public boolean unknown(String name, Span at) {
                return !foreign.contains(name) && all.unknown(name, at);
            }

            @Override public void tooLarge(String alias, Span at) {
                if (symbol.kind() == TypeSymbol.Kind.ALIAS) symbol.flaw(TypeSymbol.Flaw.TOO_LARGE);
                else all.tooLarge(alias, at);
            }
        });
    }

    private void define(TypeSymbol symbol, Declared d) {
        TypeResolver resolver = resolver(d, symbol);
        List<ConstructorSymbol> constructors = new ArrayList<>();
        switch (d.definition().body()) {
            case Item.TypeBody.Record record -> constructors.add(new ConstructorSymbol(symbol, symbol.name(), 0,
                    named(record.fields(), resolver, d.scope())));
            case Item.TypeBody.Variants variants -> {
                for (Item.Variant v : variants.variants()) {
                    List<ConstructorSymbol.Field> fields = v.named().isEmpty() ? positional(v.positional(), resolver, d.scope())
                            : named(v.named(), resolver, d.scope());
                    constructors.add(new ConstructorSymbol(symbol, v.name().text(), constructors.size(), fields));
                    if (!library) checkConflict(d.scope(), v);
                }
            }
            case Item.TypeBody.Alias _, Item.TypeBody.Empty _ -> { }
        }
        if (!known) symbol.define(constructors);
        for (ConstructorSymbol c : symbol.constructors()) {
            d.scope().constructors().computeIfAbsent(c.name(), _ -> new ArrayList<>(1)).add(c);
            tables.addConstructor(c);
        }
    }

    private List<ConstructorSymbol.Field> named(List<Item.Field> fields, TypeResolver resolver, ModuleScope scope) {
        return fields.stream().map(f -> new ConstructorSymbol.Field(f.name().text(), field(f.type(), resolver, scope),
                f.isPrivate())).toList();
    }

    private List<ConstructorSymbol.Field> positional(List<TypeExpr> types, TypeResolver resolver, ModuleScope scope) {
        return types.stream().map(t -> new ConstructorSymbol.Field(null, field(t, resolver, scope), false)).toList();
    }

    private Type field(TypeExpr type, TypeResolver resolver, ModuleScope scope) {
        if (type instanceof TypeExpr.Named n && n.args().isEmpty() && NEEDS_ARGUMENTS.contains(n.name())
                && tables.libraryType(n.name()) == new NameLookup(scope).type(n.name())) {
            report.bareGeneric(new Place(scope.file(), type.span()), n.name());
        }
        return resolver.resolve(type);
    }

    /** A constructor may not be named like one of a library type whose module the file imports. */
    private void checkConflict(ModuleScope scope, Item.Variant variant) {
        String name = variant.name().text();
        for (ConstructorSymbol other : tables.constructors(name)) {
            String module = other.owner().module();
            boolean imported = module.startsWith("stdlib.") && scope.used().stream().anyMatch(m -> m.path().equals(module));
            if (imported) {
                names.constructorConflict(new Place(scope.file(), variant.name().span()), name, other.owner().qualifiedName());
            }
        }
    }
}
