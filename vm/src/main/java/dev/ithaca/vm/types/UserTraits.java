package dev.ithaca.vm.types;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which types have, or contain values of types that have, the program's own implementation of a builtin trait. */
final class UserTraits {
    private final ProgramTables tables;
    private final Map<Key, Boolean> known = new ConcurrentHashMap<>();
    private final Set<String> implemented = ConcurrentHashMap.newKeySet();

    private static final Map<String, Integer> ARITIES = Map.of("show", 1, "hash", 1, "copy", 1);

    private record Key(String trait, Type type) {}

    UserTraits(ProgramTables tables) {
        this.tables = tables;
        for (ImplSymbol i : tables.implementations().all()) implemented.add(i.traitName());
    }

    /** The implementation's method for values of exactly this type; null if there is none. */
    FunctionSymbol method(String trait, String method, Type type) {
        if (!implemented.contains(trait)) return null;
        ImplTable.Found found = tables.implementations().method(type, method, trait);
        return found == null || found.method().arity() != ARITIES.getOrDefault(method, 2) ? null : found.method();
    }

    /** Whether an implementation of the trait applies to the type or to anything inside its values. */
    boolean involved(String trait, Type type) {
        if (!implemented.contains(trait)) return false;
        return known.computeIfAbsent(new Key(trait, type), k -> search(k.trait(), k.type(), new HashSet<>()));
    }

    private boolean search(String trait, Type type, Set<Type> visited) {
        if (!visited.add(type)) return false;
        if (tables.implementations().find(type, trait) != null) return true;
        return switch (type) {
            case Type.Tuple tuple -> any(trait, tuple.elements(), visited);
            case Type.Con con -> con.symbol().constructors().isEmpty() ? any(trait, con.args(), visited)
                    : con.symbol().constructors().stream().anyMatch(c ->
                            any(trait, Constructions.fieldTypes(c, con), visited));
            default -> false;
        };
    }

    private boolean any(String trait, List<Type> types, Set<Type> visited) {
        return types.stream().anyMatch(t -> search(trait, t, visited));
    }
}
