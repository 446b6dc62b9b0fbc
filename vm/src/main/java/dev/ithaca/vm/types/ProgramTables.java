package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything declared in a program and the library below it. */
final class ProgramTables {
    private static final List<String> PRELUDE = List.of("stdlib.list", "stdlib.option", "stdlib.io", "stdlib.traits", "stdlib.core");

    private final BuiltinTable builtins;
    private final Map<String, ModuleScope> modules = new LinkedHashMap<>();
    private final Map<String, List<ConstructorSymbol>> constructors = new HashMap<>();
    private final ImplTable implementations;
    private final Map<String, TypeSymbol> unknown;
    private final Map<TypeSymbol, Runnable> aliases = new ConcurrentHashMap<>();
    private UserTraits userTraits;
    private ProgramFunctions functions;
    private final SignatureShapes shapes = new SignatureShapes();

    /**
     * Tables of the library itself.
     *
     * @param whole whether all its modules are in them; else types of the others that builtins name are unknown ones
     */
    ProgramTables(BuiltinCatalog catalog, boolean whole) {
        this.implementations = new ImplTable();
        this.unknown = new ConcurrentHashMap<>();
        this.builtins = new BuiltinTable(catalog, new SignatureParser(name -> {
            TypeSymbol known = libraryType(name);
            return known != null || whole ? known : unknownType(name);
        }));
    }

    /**
     * Tables of a program over the library's.
     *
     * @param earlier those of an earlier version whose types stay in use, or null
     */
    ProgramTables(ProgramTables library, ProgramTables earlier) {
        unknown = earlier == null ? new ConcurrentHashMap<>() : earlier.unknown;
        builtins = library.builtins;
        modules.putAll(library.modules);
        library.constructors.forEach((name, all) -> constructors.put(name, new ArrayList<>(all)));
        implementations = new ImplTable(library.implementations);
    }

    /** Whether these are tables of a program over that library. */
    boolean isOver(ProgramTables library) { return builtins == library.builtins; }

    BuiltinTable builtins() { return builtins; }

    Map<String, ModuleScope> modules() { return modules; }

    ImplTable implementations() { return implementations; }

    /** The program's implementations of builtin traits; asked for only once everything is declared. */
    synchronized UserTraits userTraits() {
        if (userTraits == null) userTraits = new UserTraits(this);
        return userTraits;
    }

    /** The program's functions in order; set once all are declared. */
    ProgramFunctions functions() { return functions; }

    void number(ProgramFunctions all) { functions = all; }

    SignatureShapes shapes() { return shapes; }

    void addConstructor(ConstructorSymbol constructor) {
        constructors.computeIfAbsent(constructor.name(), _ -> new ArrayList<>(1)).add(constructor);
    }

    /** Constructors of all modules by this name. */
    List<ConstructorSymbol> constructors(String name) { return constructors.getOrDefault(name, List.of()); }

    /** A nominal type for a name nobody declared; nothing can produce its values. */
    TypeSymbol unknownType(String name) {
        return unknown.computeIfAbsent(name, n -> new TypeSymbol("", n, TypeSymbol.Kind.OPAQUE, List.of(), true, false, false));
    }

    boolean isUnknown(Type type) { return type instanceof Type.Con con && unknown.get(con.symbol().name()) == con.symbol(); }

    /** Aliases are expanded in the order they are asked for, since they may mention each other. */
    void deferAlias(TypeSymbol alias, Runnable definition) { aliases.put(alias, definition); }

    /** The target of an alias; a cyclic one stands for an unknown type. */
    Type aliasTarget(TypeSymbol alias) {
        Runnable definition = aliases.remove(alias);
        if (definition != null) definition.run();
        if (alias.aliasTarget() != null) return alias.aliasTarget();
        alias.flaw(TypeSymbol.Flaw.CYCLIC);
        return new Type.Con(unknownType(alias.name()));
    }

    /** Library modules whose names are visible everywhere. */
    List<ModuleScope> prelude() {
        List<ModuleScope> found = new ArrayList<>();
        for (String path : PRELUDE) if (modules.containsKey(path)) found.add(modules.get(path));
        return found;
    }

    /** Constructors of records that have a field of this name, by type name. */
    List<ConstructorSymbol> constructorsWithField(String field) {
        List<ConstructorSymbol> found = new ArrayList<>();
        for (List<ConstructorSymbol> all : constructors.values()) {
            for (ConstructorSymbol c : all) {
                if (c.fieldIndex(field) >= 0 && c.owner().constructors().size() == 1) found.add(c);
            }
        }
        found.sort(Comparator.comparing(c -> c.owner().qualifiedName()));
        return found;
    }

    /** A type of the language, or a public one of any library module. */
    TypeSymbol libraryType(String name) {
        TypeSymbol builtin = BuiltinTypes.named(name);
        if (builtin != null) return builtin;
        for (ModuleScope module : modules.values()) {
            if (module.isLibrary() && module.types().containsKey(name)) return module.types().get(name);
        }
        return null;
    }
}
