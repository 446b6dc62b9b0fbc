package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;

/** Finds what an unqualified name means in a module, locals aside (chapter 1, section 9.8). */
final class NameLookup {
    private final ModuleScope scope;

    NameLookup(ModuleScope scope) { this.scope = scope; }

    /** Functions by this name: of the module, of the root module, imported, of the prelude, then builtins. */
    List<? extends Callable> functions(String name) {
        List<FunctionSymbol> own = ownFunctions(name);
        if (!own.isEmpty()) return own;
        List<FunctionSymbol> imported = importedFunctions(name);
        if (!imported.isEmpty()) return imported;
        return libraryFunctions(name);
    }

    private List<FunctionSymbol> ownFunctions(String name) {
        List<FunctionSymbol> own = scope.functions().get(name);
        if (own == null && scope.seesRoot()) own = scope.root().functions().get(name);
        return own == null ? List.of() : own;
    }

    private List<FunctionSymbol> importedFunctions(String name) {
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            ModuleScope.Imported imported = m.imports().get(name);
            if (imported == null) continue;
            List<FunctionSymbol> found = imported.from().functions().get(imported.name());
            if (found != null) return found;
        }
        return List.of();
    }

    /** Functions of the prelude and builtins; a library module's own functions were found before. */
    List<? extends Callable> libraryFunctions(String name) {
        List<Callable> found = new ArrayList<>();
        for (ModuleScope module : scope.tables().prelude()) found.addAll(module.functions().getOrDefault(name, List.of()));
        found.addAll(scope.tables().builtins().named(name));
        return found;
    }

    /** A module binding or constant. */
    FunctionSymbol value(String name) {
        FunctionSymbol own = scope.values().get(name);
        if (own == null && scope.seesRoot()) own = scope.root().values().get(name);
        if (own != null) return own;
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            ModuleScope.Imported imported = m.imports().get(name);
            if (imported != null && imported.from().values().containsKey(imported.name())) {
                return imported.from().values().get(imported.name());
            }
        }
        return null;
    }

    ModuleScope.MvarDeclaration mvar(String name) {
        ModuleScope.MvarDeclaration own = scope.mvars().get(name);
        return own == null && scope.seesRoot() ? scope.root().mvars().get(name) : own;
    }

    /** A type by its plain or dotted name; null if there is none. */
    TypeSymbol type(String name) {
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            ModuleScope module = module(name.substring(0, dot));
            return module == null ? null : module.types().get(name.substring(dot + 1));
        }
        TypeSymbol own = scope.types().get(name);
        if (own == null && scope.seesRoot()) own = scope.root().types().get(name);
        if (own != null) return own;
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            ModuleScope.Imported imported = m.imports().get(name);
            if (imported != null && imported.from().types().containsKey(imported.name())) {
                return imported.from().types().get(imported.name());
            }
        }
        return scope.tables().libraryType(name);
    }

    /** A trait by name: of this module, imported, or of any module (implementations are global). */
    TraitSymbol trait(String name) {
        TraitSymbol own = scope.traits().get(name);
        if (own == null && scope.seesRoot()) own = scope.root().traits().get(name);
        if (own != null) return own;
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            ModuleScope.Imported imported = m.imports().get(name);
            if (imported != null && imported.from().traits().containsKey(imported.name())) {
                return imported.from().traits().get(imported.name());
            }
        }
        for (ModuleScope module : scope.tables().prelude()) {
            if (module.traits().containsKey(name)) return module.traits().get(name);
        }
        return null;
    }

    /** Whether a trait declares a method of this name, implemented or not. */
    boolean isTraitMethod(String name) {
        return scope.tables().modules().values().stream().flatMap(m -> m.traits().values().stream())
                .anyMatch(t -> t.method(name) != null);
    }

    /** Constructors this name may mean, nearest first: of the module, imported, of any module. */
    List<ConstructorSymbol> constructors(String name) {
        List<ConstructorSymbol> own = scope.constructors().get(name);
        if (own == null && scope.seesRoot()) own = scope.root().constructors().get(name);
        if (own != null) return own;
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            ModuleScope.Imported imported = m.imports().get(name);
            if (imported == null) continue;
            List<ConstructorSymbol> found = imported.from().constructors().get(imported.name());
            if (found != null) return found;
        }
        List<ConstructorSymbol> all = scope.tables().constructors(name);
        List<ConstructorSymbol> user = all.stream().filter(c -> !c.owner().module().startsWith("stdlib.")).toList();
        return user.isEmpty() ? all : user;
    }

    /** The constructor of a type that a name, perhaps an import's own, stands for; null if the type has none. */
    ConstructorSymbol constructor(String name, TypeSymbol owner) {
        if (owner.constructor(name) != null) return owner.constructor(name);
        for (ConstructorSymbol c : constructors(name)) if (c.owner() == owner) return c;
        return null;
    }

    /** A module by dotted path, relative to this module and those around it. */
    ModuleScope module(String path) {
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            ModuleScope nested = scope.tables().modules().get(m.path().isEmpty() ? path : m.path() + "." + path);
            if (nested != null && nested != m) return nested;
        }
        return scope.tables().modules().get(path);
    }
}
