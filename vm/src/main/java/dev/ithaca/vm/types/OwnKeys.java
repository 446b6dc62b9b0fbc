package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Map;

/**
 * Maps and sets whose keys have an equality that the program implements, for the whole key or for a part of it. What is
 * done with them is done by functions of {@code stdlib.own_keys}, which ask the program which keys are equal.
 */
final class OwnKeys {
    private static final String MODULE = "stdlib.own_keys";
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("Map.contains", "mapContains"), Map.entry("Map.get", "mapGet"), Map.entry("Map.getOrThrow", "mapGetOrThrow"),
            Map.entry("Map.insert", "mapInsert"), Map.entry("Map.remove", "mapRemove"), Map.entry("Map.fromList", "mapFromList"),
            Map.entry("Map.union", "mapUnion"), Map.entry("Map.merge", "mapUnion"), Map.entry("Map.intersection", "mapIntersection"),
            Map.entry("Map.difference", "mapDifference"),
            Map.entry("Set.contains", "setContains"), Map.entry("Set.insert", "setInsert"), Map.entry("Set.remove", "setRemove"),
            Map.entry("Set.fromList", "setFromList"), Map.entry("Set.union", "setUnion"), Map.entry("Set.intersection", "setIntersection"),
            Map.entry("Set.difference", "setDifference"), Map.entry("Set.symmetricDifference", "setSymmetricDifference"),
            Map.entry("Set.isSubset", "setIsSubset"), Map.entry("Set.isProperSubset", "setIsProperSubset"));

    private final Emitter out;
    private final UserTraits users;

    OwnKeys(Emitter out, UserTraits users) {
        this.out = out;
        this.users = users;
    }

    static boolean isMap(Type type) { return type instanceof Type.Con con && con.symbol() == BuiltinTypes.MAP_SYMBOL; }

    static boolean isSet(Type type) { return type instanceof Type.Con con && con.symbol() == BuiltinTypes.SET_SYMBOL; }

    /** Whether the type is that of a map or set with such keys. */
    private boolean concern(Type type) {
        return (isMap(type) || isSet(type)) && users.involved("Eq", ((Type.Con) type).args().getFirst());
    }

    /** A call of a builtin on such a map or set; null for every other call. */
    Core replace(String builtin, List<Type> params, Type result, List<Core> args, Span span) {
        Type collection = builtin.endsWith(".fromList") ? result : params.getFirst();
        if (!concern(collection)) return null;
        String function = switch (builtin) {
            case "%index" -> isMap(collection) ? "mapGet" : "setContains";
            case "%indexSet" -> "mapInsert";
            default -> FUNCTIONS.get(builtin);
        };
        return function == null ? null : call(function, params, result, args, span);
    }

    /** A map literal with such keys; null for every other map. */
    Core map(List<Core> keys, List<Core> values, Type.Con type, Span span) {
        if (!concern(type)) return null;
        Core map = new Core.MakeMap(List.of(), List.of(), type, span);
        for (int i = 0; i < keys.size(); i++) {
            List<Type> params = List.of(type, type.args().get(0), type.args().get(1));
            map = call("mapInsert", params, type, List.of(map, keys.get(i), values.get(i)), span);
        }
        return map;
    }

    /** A set literal with such elements; null for every other set. */
    Core set(List<Core> elements, Type.Con type, Span span) {
        if (!concern(type)) return null;
        Core set = new Core.MakeSet(List.of(), type, span);
        for (Core element : elements) {
            set = call("setInsert", List.of(type, type.args().getFirst()), type, List.of(set, element), span);
        }
        return set;
    }

    /** The key of the map that equals another one, or that one itself; null for maps with other keys. */
    Core resident(Type type, Core map, Core key, Span span) {
        if (!concern(type)) return null;
        Type keys = ((Type.Con) type).args().getFirst();
        return call("mapKey", List.of(type, keys), keys, List.of(map, key), span);
    }

    /** Whether the set has an element that equals another one; null for sets with other elements. */
    Core contains(Type type, Core set, Core element, Span span) {
        if (!concern(type)) return null;
        return call("setContains", List.of(type, ((Type.Con) type).args().getFirst()), BuiltinTypes.BOOL, List.of(set, element), span);
    }

    /** Equality of maps or sets whose parts have one of their own. */
    Core equal(Type type, Core left, Core right, Span span) {
        return call(isMap(type) ? "mapEqual" : "setEqual", List.of(type, type), BuiltinTypes.BOOL, List.of(left, right), span);
    }

    /** Hash of a list, map or set whose parts have one of their own. */
    Core hash(Type.Con type, Core value, Span span) {
        String function = isMap(type) ? "mapHash" : isSet(type) ? "setHash" : "listHash";
        return call(function, List.of(type), BuiltinTypes.INT, List.of(value), span);
    }

    private Core call(String function, List<Type> params, Type result, List<Core> args, Span span) {
        FunctionSymbol symbol = out.tables().modules().get(MODULE).functions().get(function).getFirst();
        return out.call(symbol, params, result, args, span);
    }
}
