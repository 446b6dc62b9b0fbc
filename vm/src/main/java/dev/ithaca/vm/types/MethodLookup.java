package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what {@code receiver.name(...)} calls once the receiver's type is known (chapter 2, section 8.1). */
final class MethodLookup {
    private static final Map<TypeSymbol, String> NAMESPACES = Map.ofEntries(
            Map.entry(BuiltinTypes.STRING_SYMBOL, "String"), Map.entry(BuiltinTypes.MAP_SYMBOL, "Map"),
            Map.entry(BuiltinTypes.SET_SYMBOL, "Set"), Map.entry(BuiltinTypes.CHAR_SYMBOL, "Char"),
            Map.entry(BuiltinTypes.BUFFER_SYMBOL, "Buffer"), Map.entry(BuiltinTypes.INT64_ARRAY_SYMBOL, "Int64Array"),
            Map.entry(BuiltinTypes.FLOAT64_ARRAY_SYMBOL, "Float64Array"),
            Map.entry(BuiltinTypes.FLOAT32_ARRAY_SYMBOL, "Float32Array"), Map.entry(BuiltinTypes.SERVER_SYMBOL, "Server"),
            Map.entry(BuiltinTypes.WEB_SOCKET_SYMBOL, "WebSocket"));
    private static final Map<String, String> OPTION_METHODS = Map.of("map", "optMap", "flatMap", "optFlatMap", "unwrap",
            "optUnwrap", "unwrapOr", "optUnwrapOr", "isSome", "optIsSome", "isNone", "optIsNone");
    private static final Map<String, String> RESULT_METHODS = Map.of("map", "resMap", "mapErr", "resMapErr", "flatMap",
            "resFlatMap", "unwrap", "resUnwrap", "unwrapOr", "resUnwrapOr", "isOk", "resIsOk", "isErr", "resIsErr",
            "toOption", "resToOption");
    private static final Map<String, String> ALIASES = Map.of("Map.length", "Map.size", "Set.length", "Set.size",
            "Map.merge", "Map.union");
    private static final Set<String> BUILTIN_TRAITS = Set.copyOf(TraitSymbol.BUILTIN);

    private final ProgramTables tables;

    sealed interface Target {}

    /** Functions that take the receiver as first argument. */
    record Functions(List<? extends Callable> callables) implements Target {}

    record FieldFunction(FieldAccess access) implements Target {}

    /** @param elsewhere whether another type has a method of this name */
    record Missing(boolean elsewhere, List<String> similar) implements Target {
        void report(Session session, Place place, Type receiver, String name) {
            if (elsewhere) session.report().methodOfOtherType(place, receiver, name);
            else if (!session.tables().implementations().lacks(receiver, name)) session.report().noMethod(place, receiver, name, similar);
        }
    }

    MethodLookup(ProgramTables tables) { this.tables = tables; }

    /** @param arguments how many follow the receiver */
    Target find(Type receiver, String name, ModuleScope scope, int arguments) {
        if (Unifier.prune(receiver) instanceof Type.Dynamic) return ofUnknown(name, scope);
        ImplTable.Found trait = tables.implementations().method(receiver, name, null);
        if (trait != null && !visible(trait, scope)) trait = null;
        boolean userTrait = trait != null && !BUILTIN_TRAITS.contains(trait.implementation().traitName());
        if (!userTrait) {
            List<? extends Callable> builtin = builtinMethods(receiver, name);
            if (!builtin.isEmpty()) return new Functions(builtin);
        }
        if (trait != null) return new Functions(List.of(trait.method()));
        FieldAccess field = FieldAccess.of(receiver, name);
        if (field != null && Unifier.prune(field.type()) instanceof Type.Function && !tables.builtins().has(name)) {
            return new FieldFunction(field);
        }
        NameLookup lookup = new NameLookup(scope);
        List<? extends Callable> functions = lookup.functions(name);
        List<? extends Callable> fitting = functions.stream().filter(c -> fits(c, receiver)).toList();
        if (fitting.isEmpty()) fitting = functions.stream().filter(c -> hasHead(c, receiver)).toList();
        if (!fitting.isEmpty()) return new Functions(fitting);
        // A user's function is named in the error even if the receiver does not fit.
        List<? extends Callable> own = functions.stream().filter(c -> c instanceof FunctionSymbol f && !f.isLibrary()
                && f.arity() > 0).toList();
        if (!own.isEmpty()) return new Functions(own);
        FunctionSymbol value = lookup.value(name);
        if (value != null) return new Functions(List.of());
        return new Missing(isBuiltinName(name), similar(receiver, name, scope));
    }

    /** A method of a value that stays without a type: everything it may turn out to mean, traits first. */
    private Target ofUnknown(String name, ModuleScope scope) {
        List<Callable> all = new ArrayList<>();
        for (ImplSymbol i : tables.implementations().providing(name)) all.add(i.methods().get(name));
        all.addAll(new NameLookup(scope).functions(name));
        for (String namespace : List.of("String", "Map", "Set", "Buffer", "Int64Array", "Float64Array", "Float32Array")) {
            String qualified = namespace + "." + name;
            all.addAll(qualified(ALIASES.getOrDefault(qualified, qualified)));
        }
        if (OPTION_METHODS.containsKey(name)) all.addAll(preludeFunctions(OPTION_METHODS.get(name)));
        if (RESULT_METHODS.containsKey(name)) all.addAll(preludeFunctions(RESULT_METHODS.get(name)));
        return all.isEmpty() ? new Missing(false, List.of()) : new Functions(all);
    }

    private static boolean visible(ImplTable.Found found, ModuleScope scope) {
        TraitSymbol trait = found.implementation().trait();
        return trait == null || trait.isPublic() || scope.seesPrivateOf(trait.module()) || trait.module().isLibrary()
                || scope.isLibrary();
    }

    private static boolean fits(Callable callable, Type receiver) {
        return callable.arity() > 0 && Compatibility.score(callable.shape().getFirst(), receiver) != Compatibility.NO;
    }

    /** Whether at least the outermost form of the receiver fits, so that the error can speak of the rest. */
    private static boolean hasHead(Callable callable, Type receiver) {
        return callable.arity() > 0 && Unifier.prune(callable.shape().getFirst()) instanceof Type.Con param
                && Unifier.prune(receiver) instanceof Type.Con con && con.symbol() == param.symbol();
    }

    /** Methods bound to functions of the receiver type's namespace. */
    List<? extends Callable> builtinMethods(Type receiver, String name) {
        if (!(Unifier.prune(receiver) instanceof Type.Con con)) return List.of();
        if (con.symbol().reactive()) {
            String function = ReactiveFields.method(con.symbol(), name);
            return function == null ? List.of() : tables.modules().get(ReactiveFields.MODULE).functions().get(function);
        }
        String namespace = namespace(con.symbol());
        if (con.symbol() == BuiltinTypes.LIST_SYMBOL) return name.equals("join") ? tables.builtins().named("String.join") : List.of();
        String bare = null;
        if (isLibraryType(con.symbol(), "Option")) bare = OPTION_METHODS.get(name);
        if (isLibraryType(con.symbol(), "Result")) bare = RESULT_METHODS.get(name);
        if (bare != null) return preludeFunctions(bare);
        if (namespace == null) return List.of();
        String qualified = namespace + "." + name;
        List<? extends Callable> found = qualified(ALIASES.getOrDefault(qualified, qualified));
        List<Callable> fitting = new ArrayList<>();
        for (Callable c : found) if (fits(c, receiver)) fitting.add(c);
        return fitting;
    }

    /** Names that {@link #builtinMethods} knows for a type, and more. */
    Set<String> namesFor(Type receiver) {
        Set<String> names = new TreeSet<>();
        if (!(Unifier.prune(receiver) instanceof Type.Con con)) return names;
        if (con.symbol() == BuiltinTypes.LIST_SYMBOL) names.add("join");
        if (con.symbol().reactive()) names.addAll(ReactiveFields.methodNames(con.symbol()));
        if (isLibraryType(con.symbol(), "Option")) names.addAll(OPTION_METHODS.keySet());
        if (isLibraryType(con.symbol(), "Result")) names.addAll(RESULT_METHODS.keySet());
        String namespace = namespace(con.symbol());
        if (namespace == null) return names;
        names.addAll(tables.builtins().membersOf(namespace));
        ALIASES.keySet().stream().filter(alias -> alias.startsWith(namespace + ".")).forEach(alias -> names.add(alias.substring(namespace.length() + 1)));
        ModuleScope module = tables.modules().get("stdlib." + namespace.toLowerCase(Locale.ROOT));
        if (module != null) names.addAll(module.functions().keySet());
        return names;
    }

    /** Functions of a builtin namespace: builtins, or functions of the library module that extends it. */
    List<? extends Callable> qualified(String name) {
        List<Callable> found = new ArrayList<>(tables.builtins().named(name));
        int dot = name.lastIndexOf('.');
        String namespace = name.substring(0, dot);
        // The functions of lists belong to the prelude: they have no qualified name.
        ModuleScope module = namespace.equals("List") ? null : tables.modules().get("stdlib." + namespace.toLowerCase(Locale.ROOT));
        if (module != null && module.functions().containsKey(name.substring(dot + 1)) && found.isEmpty()) {
            found.addAll(module.functions().get(name.substring(dot + 1)));
        }
        return found;
    }

    private List<? extends Callable> preludeFunctions(String name) {
        List<Callable> found = new ArrayList<>();
        for (ModuleScope module : tables.prelude()) found.addAll(module.functions().getOrDefault(name, List.of()));
        found.addAll(tables.builtins().named(name));
        return found;
    }

    private static String namespace(TypeSymbol symbol) {
        if (symbol.kind() == TypeSymbol.Kind.PRIMITIVE && symbol.name().matches("U?Int(8|16|32|64)?")) return "Int";
        if (symbol == BuiltinTypes.FLOAT_SYMBOL || symbol == BuiltinTypes.FLOAT32_SYMBOL) return "Float";
        String known = NAMESPACES.get(symbol);
        if (known != null) return known;
        return symbol.module().startsWith("stdlib.") ? symbol.name() : null;
    }

    private static boolean isLibraryType(TypeSymbol symbol, String name) {
        return symbol.name().equals(name) && symbol.module().startsWith("stdlib.");
    }

    /** Whether the name is a bare builtin, a prelude function, or a method of some builtin type. */
    private boolean isBuiltinName(String name) {
        if (tables.builtins().has(name) || !preludeFunctions(name).isEmpty()) return true;
        return METHOD_NAMES.contains(name);
    }

    private static final Set<String> METHOD_NAMES = Set.of("chars", "trim", "trimStart", "trimEnd", "toUpper", "toLower",
            "startsWith", "endsWith", "replace", "replaceAll", "lastIndexOf", "substring", "repeat", "padStart", "padEnd",
            "lines", "words", "unwrap", "unwrapOr", "isSome", "isNone", "isOk", "isErr", "mapErr", "toOption");

    private static List<String> similar(Type receiver, String name, ModuleScope scope) {
        if (!(Unifier.prune(receiver) instanceof Type.Con con)) return List.of();
        return Suggestions.synonymousOrSimilar(name, new TypeMembers(scope, null).methods(con).keySet());
    }
}
