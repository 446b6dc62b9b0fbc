package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can follow a dot behind a value: its fields, the methods of its traits and its type, functions that take it first. */
final class TypeMembers {
    private final ModuleScope module;
    private final ProgramTables tables;
    private final SymbolFactory symbols;

    TypeMembers(ModuleScope module, SymbolFactory symbols) {
        this.module = module;
        this.tables = module.tables();
        this.symbols = symbols;
    }

    /** Fields first, then what is made for the type, then what takes values of any type. */
    List<Symbol> of(Type receiver) {
        Map<String, Symbol> found = new LinkedHashMap<>();
        Type type = Unifier.prune(receiver);
        if (type instanceof Type.Con con) fields(con, found);
        methods(type).forEach((name, callable) -> found.putIfAbsent(name, symbol(name, callable)));
        return List.copyOf(found.values());
    }

    /** What may be called on a value of the type, by name; what is made for the type comes first. */
    Map<String, Callable> methods(Type receiver) {
        Map<String, Callable> found = new LinkedHashMap<>();
        Type type = Unifier.prune(receiver);
        for (ImplSymbol implementation : tables.implementations().forType(type)) {
            implementation.methods().values().forEach(method -> found.putIfAbsent(method.name(), method));
        }
        MethodLookup methods = new MethodLookup(tables);
        for (String name : methods.namesFor(type)) methods.builtinMethods(type, name).forEach(c -> found.putIfAbsent(name, c));
        List<Named> functions = functionsInScope();
        functions.stream().filter(f -> isMadeFor(f.callable(), type)).forEach(f -> found.putIfAbsent(f.name(), f.callable()));
        functions.stream().filter(f -> takesAnything(f.callable())).forEach(f -> found.putIfAbsent(f.name(), f.callable()));
        return found;
    }

    private void fields(Type.Con con, Map<String, Symbol> found) {
        if (con.symbol().constructors().size() != 1) return;
        ConstructorSymbol constructor = con.symbol().constructors().getFirst();
        for (ConstructorSymbol.Field field : constructor.fields()) {
            FieldAccess access = field.name() == null ? null : FieldAccess.of(con, field.name());
            if (access != null && access.isVisibleFrom(module)) {
                found.putIfAbsent(field.name(), symbols.field(field, access.type(), constructor));
            }
        }
    }

    /** @param name under which the module sees it */
    private record Named(String name, Callable callable) {}

    /** The user's own functions, imported ones and those of the prelude; a value is their first argument when they follow it. */
    private List<Named> functionsInScope() {
        List<Named> all = new ArrayList<>();
        for (ModuleScope m = module; m != null; m = m.parent()) m.functions().forEach((name, overloads) -> add(name, overloads, all));
        for (ModuleScope m = module; m != null; m = m.parent()) {
            m.imports().forEach((name, imported) -> add(name, imported.from().functions().getOrDefault(imported.name(), List.of()), all));
        }
        for (ModuleScope m : tables.prelude()) m.functions().forEach((name, overloads) -> add(name, overloads, all));
        for (Builtin builtin : tables.builtins().all()) {
            String name = builtin.name();
            if (Character.isJavaIdentifierStart(name.charAt(0)) && name.indexOf('.') < 0) add(name, tables.builtins().named(name), all);
        }
        return all;
    }

    private static void add(String name, List<? extends Callable> overloads, List<Named> all) {
        for (Callable c : overloads) if (c.arity() > 0) all.add(new Named(name, c));
    }

    /** As inferred, where that is known; annotations alone tell less. */
    private static Type firstParameter(Callable callable) {
        boolean inferred = callable instanceof FunctionSymbol f && f.scheme() != null;
        return Unifier.prune(inferred ? ((FunctionSymbol) callable).scheme().params().getFirst() : callable.shape().getFirst());
    }

    private static boolean takesAnything(Callable callable) { return firstParameter(callable) instanceof TypeVariable; }

    private static boolean isMadeFor(Callable callable, Type type) {
        if (takesAnything(callable)) return false;
        return type instanceof TypeVariable || Compatibility.score(firstParameter(callable), type) != Compatibility.NO;
    }

    private Symbol symbol(String name, Callable callable) {
        Symbol symbol = symbols.callable(callable);
        String signature = symbol.name().equals(name) ? symbol.signature() : name + symbol.signature().substring(symbol.name().length());
        return new Symbol(Symbol.Kind.METHOD, name, signature, symbol.doc(), symbol.file(), symbol.span(), symbol.fromLibrary());
    }
}
