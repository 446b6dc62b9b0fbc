package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names code of a module can use without a dot, locals aside, and those behind the names of modules and namespaces. */
final class VisibleNames {
    private final ModuleScope module;
    private final ProgramTables tables;
    private final NameLookup lookup;
    private final SymbolFactory symbols;

    VisibleNames(ModuleScope module, SymbolFactory symbols) {
        this.module = module;
        this.tables = module.tables();
        this.lookup = new NameLookup(module);
        this.symbols = symbols;
    }

    /** Own names, then imported ones, then those of the library. */
    List<Symbol> all() {
        Set<String> names = new LinkedHashSet<>();
        for (ModuleScope m = module; m != null; m = m.parent()) {
            names.addAll(m.names());
            names.addAll(m.mvars().keySet());
            names.addAll(m.imports().keySet());
        }
        List<Symbol> found = new ArrayList<>();
        names.forEach(name -> found.addAll(named(name)));
        for (ModuleScope m : module.used()) if (!m.isLibrary()) found.add(symbols.module(m));
        for (ModuleScope library : tables.prelude()) members(library, found);
        for (Builtin builtin : tables.builtins().all()) {
            String name = builtin.name();
            if (Character.isJavaIdentifierStart(name.charAt(0)) && name.indexOf('.') < 0) {
                tables.builtins().named(name).forEach(b -> found.add(symbols.callable(b)));
            }
        }
        found.addAll(TypeArgumentForms.symbols());
        for (TypeSymbol type : BuiltinTypes.all()) {
            if (Character.isUpperCase(type.name().charAt(0))) found.add(symbols.type(type));
        }
        return found;
    }

    /** What a name without a dot means; values before functions before constructors and types. */
    List<Symbol> named(String name) {
        List<Symbol> found = new ArrayList<>();
        ModuleScope.MvarDeclaration mvar = lookup.mvar(name);
        if (mvar != null) found.add(symbols.mvar(mvar));
        FunctionSymbol value = lookup.value(name);
        if (value != null) found.add(symbols.callable(value));
        lookup.functions(name).forEach(f -> found.add(symbols.callable(f)));
        if (found.isEmpty()) TypeArgumentForms.symbols().stream().filter(form -> form.name().equals(name)).forEach(found::add);
        if (!found.isEmpty() || !Character.isUpperCase(name.charAt(0))) return found;
        TypeSymbol type = lookup.type(name);
        if (type != null) found.add(symbols.type(type));
        lookup.constructors(name).stream().filter(c -> c.owner() != type || c.owner().constructors().size() > 1)
                .forEach(c -> found.add(symbols.constructor(c)));
        TraitSymbol trait = lookup.trait(name);
        if (trait != null) found.add(symbols.trait(trait));
        return found;
    }

    /**
     * Members of a module of the program, or of a namespace such as {@code String}. A namespace also has what its module
     * documents without lending it to a {@code use}.
     */
    List<Symbol> membersOf(String path) {
        List<Symbol> found = new ArrayList<>();
        if (path.isEmpty()) return found;
        ModuleScope named = lookup.module(path);
        if (named != null) members(named, found);
        namespace(path).forEach(name -> tables.builtins().named(path + "." + name).forEach(b -> found.add(symbols.callable(b))));
        ModuleScope extension = tables.modules().get("stdlib." + path.toLowerCase(Locale.ROOT));
        if (extension != null && extension != named && QualifiedNames.NAMESPACES.contains(path)) {
            members(extension, found);
            extension.functions().values().stream().flatMap(List::stream).filter(f -> !f.isPublic() && f.first().doc() != null)
                    .forEach(f -> found.add(symbols.callable(f)));
        }
        return found;
    }

    private Set<String> namespace(String path) { return new LinkedHashSet<>(tables.builtins().membersOf(path)); }

    private void members(ModuleScope from, List<Symbol> found) {
        for (String name : from.names()) {
            if (!from.exports(name) && !module.seesPrivateOf(from)) continue;
            from.functions().getOrDefault(name, List.of()).forEach(f -> found.add(symbols.callable(f)));
            if (from.values().containsKey(name)) found.add(symbols.callable(from.values().get(name)));
            if (from.types().containsKey(name)) found.add(symbols.type(from.types().get(name)));
            from.constructors().getOrDefault(name, List.of()).stream().filter(c -> !from.types().containsKey(name))
                    .forEach(c -> found.add(symbols.constructor(c)));
            if (from.traits().containsKey(name)) found.add(symbols.trait(from.traits().get(name)));
        }
        from.mvars().values().stream().filter(m -> m.isPublic() || module.seesPrivateOf(from)).forEach(m -> found.add(symbols.mvar(m)));
    }
}
