package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Documentation;
import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the declarations of all modules into the tables, before any body is looked at. */
final class Declarations {
    private final ProgramTables tables;
    private final Findings findings;
    private final NameReport names;
    private final boolean library;
    private final Version earlier;
    private final List<Unit> units = new ArrayList<>();

    /** A module with its items. */
    private record Unit(ModuleScope scope, List<Item> items) {}

    /** Declarations of the library. */
    Declarations(ProgramTables tables, Findings findings) { this(tables, findings, true, null); }

    /** @param earlier a version of the program whose types stay in use, or null */
    Declarations(ProgramTables tables, Findings findings, Version earlier) { this(tables, findings, false, earlier); }

    private Declarations(ProgramTables tables, Findings findings, boolean library, Version earlier) {
        this.tables = tables;
        this.findings = findings;
        this.names = new NameReport(findings);
        this.library = library;
        this.earlier = earlier;
    }

    void add(String path, ModuleTree tree) { add(null, path, tree.file(), tree.items()); }

    private void add(ModuleScope parent, String path, SourceFile file, List<Item> items) {
        ModuleScope scope = new ModuleScope(tables, parent, path, file, library);
        tables.modules().putIfAbsent(path, scope);
        units.add(new Unit(scope, items));
        for (Item item : items) {
            if (item instanceof Item.InlineModule m) {
                add(scope, path.isEmpty() ? m.name().text() : path + "." + m.name().text(), file, m.items());
            }
        }
    }

    /** Modules in the order they were added. */
    List<ModuleScope> scopes() { return units.stream().map(Unit::scope).toList(); }

    void declareAll() {
        TypeDeclarations types = new TypeDeclarations(tables, findings, library, earlier != null);
        for (int i = 0; i < units.size(); i++) {
            types.declareNames(units.get(i).scope(), units.get(i).items(), earlier == null ? null : earlier.scopes().get(i));
        }
        for (Unit unit : units) declareFunctions(unit);
        Imports imports = new Imports(tables, names);
        for (Unit unit : units) imports.resolve(unit.scope(), unit.items());
        types.declareBodies();
        imports.verify();
        for (Unit unit : units) declareMvars(unit);
        TraitImplementations implementations = new TraitImplementations(tables, findings, library);
        for (Unit unit : units) implementations.declare(unit.scope(), unit.items());
        implementations.verify();
        if (library) return;
        for (Unit unit : units) {
            checkReserved(unit.scope(), unit.items());
            new DuplicateChecks(names, unit.scope()).check(unit.items());
        }
    }

    private void declareFunctions(Unit unit) {
        Map<String, ClauseGrouping> groupings = new LinkedHashMap<>();
        ModuleScope scope = unit.scope();
        for (Item item : unit.items()) {
            switch (item) {
                case Item.Function f -> groupings.computeIfAbsent(f.name().text(), _ -> new ClauseGrouping()).add(f);
                case Item.Binding b when b.pattern() instanceof Pattern.Variable v -> scope.values().put(v.name(),
                        value(FunctionSymbol.Kind.VALUE, scope, b.isPublic(), new Name(v.name(), v.span()), b.type(), b.value(),
                                b.doc(), b.span()));
                case Item.Const c -> declareConstant(scope, c);
                case Item.TraitDef t -> scope.traits().putIfAbsent(t.name().text(), new TraitSymbol(scope, OperatorMethods.named(t)));
                case Item.Test t -> scope.tests().add(value(FunctionSymbol.Kind.TEST, scope, false,
                        new Name(t.title(), t.span()), null, t.body(), null, t.span()));
                default -> { }
            }
        }
        groupings.forEach((name, grouping) -> scope.functions().put(name,
                grouping.functions(FunctionSymbol.Kind.FUNCTION, scope, null)));
    }

    private void declareConstant(ModuleScope scope, Item.Const c) {
        Expr offending = notLiteral(c.value());
        if (offending != null) {
            names.constantNotLiteral(new Place(scope.file(), offending.span()),
                    scope.file().text().substring(offending.span().start(), Math.min(offending.span().end(), scope.file().text().length())));
        }
        scope.values().put(c.name().text(), value(FunctionSymbol.Kind.VALUE, scope, c.isPublic(), c.name(), null, c.value(),
                c.doc(), c.span()));
    }

    /** The first part of a constant that is not a literal; null if all of it is. */
    static Expr notLiteral(Expr value) {
        return switch (value) {
            case Expr.Literal _, Expr.Unit _, Expr.UpperName _ -> null;
            case Expr.Tuple t -> firstNotLiteral(t.elements());
            case Expr.ListLit l when l.tail() == null -> firstNotLiteral(l.elements());
            case Expr.MapLit m -> {
                List<Expr> parts = new ArrayList<>();
                m.entries().forEach(e -> {
                    parts.add(e.key());
                    parts.add(e.value());
                });
                yield firstNotLiteral(parts);
            }
            case Expr.Construct c -> firstNotLiteral(c.args().stream().map(Expr.Arg::value).toList());
            default -> value;
        };
    }

    private static Expr firstNotLiteral(List<Expr> parts) {
        for (Expr part : parts) {
            Expr found = notLiteral(part);
            if (found != null) return found;
        }
        return null;
    }

    /** An expression as a function without parameters. */
    private static FunctionSymbol value(FunctionSymbol.Kind kind, ModuleScope scope, boolean isPublic, Name name, TypeExpr type,
                                        Expr body, String doc, Span span) {
        Item.Function clause = new Item.Function(isPublic, name, List.of(), List.of(), null, type, body, List.of(), doc, span);
        return new FunctionSymbol(kind, scope, name.text(), List.of(clause), new TypeExpr[0], null);
    }

    private void declareMvars(Unit unit) {
        ModuleScope scope = unit.scope();
        for (Item item : unit.items()) {
            if (!(item instanceof Item.Mvar m)) continue;
            Type type = new TypeResolver(scope, new LinkedHashMap<>(), null, TypeResolver.Flaws.IGNORED).resolve(m.type());
            MvarSymbol symbol = new MvarSymbol(scope.path(), m.name().text(), type);
            FunctionSymbol initial = value(FunctionSymbol.Kind.MVAR_INITIAL, scope, m.isPublic(), m.name(), m.type(), m.initial(),
                    m.doc(), m.span());
            scope.mvars().put(m.name().text(), new ModuleScope.MvarDeclaration(symbol, m.isPublic(), initial, m, scope));
        }
    }

    private void checkReserved(ModuleScope scope, List<Item> items) {
        Set<String> functions = new HashSet<>();
        for (Item item : items) {
            // The first clause stands for all.
            if (item instanceof Item.Function f && functions.add(f.name().text())) checkReserved(scope, f.name());
            if (item instanceof Item.TraitDef t) checkTraitMethods(scope, t);
        }
    }

    private void checkReserved(ModuleScope scope, Name name) {
        String text = name.text();
        Place place = new Place(scope.file(), name.span());
        if (ReservedNames.isBuiltin(text)) names.shadowsBuiltin(place, "Function", text, summary(text));
        else if (ReservedNames.isPrelude(text)) names.shadowsLibrary(place, text, "stdlib.list." + text);
    }

    /** What the library says of a function, in short; null if it has none of that name. */
    private String summary(String name) {
        String doc = documentation(name);
        return doc == null ? null : Documentation.of(doc).summary();
    }

    private String documentation(String name) {
        List<BuiltinFunction> functions = tables.builtins().named(name);
        if (!functions.isEmpty()) return functions.getFirst().doc();
        for (ModuleScope module : tables.prelude()) {
            if (module.functions().containsKey(name)) return module.functions().get(name).getFirst().first().doc();
        }
        return null;
    }

    private void checkTraitMethods(ModuleScope scope, Item.TraitDef trait) {
        Map<String, List<String>> canonical = Map.of("Show", List.of("show"), "Hash", List.of("hash"), "Eq", List.of("eq"),
                "Copy", List.of("copy"), "Ord", List.of("compare"));
        for (Item.TraitMethod method : trait.methods()) {
            String name = method.name().text();
            boolean allowed = name.equals("toString") || name.equals("toBigInt") || TraitSymbol.BUILTIN.contains(trait.name().text())
                    && (canonical.getOrDefault(trait.name().text(), List.of()).contains(name) || trait.name().text().equals("Num"));
            if (ReservedNames.isBuiltin(name) && !allowed) {
                names.shadowsBuiltin(new Place(scope.file(), method.name().span()), "Trait method", name, documentation(name));
            }
        }
    }
}
