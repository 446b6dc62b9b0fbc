package dev.ithaca.vm.types;

import java.util.List;
import java.util.function.Consumer;

/** Which types have which traits (chapter 2, sections 5.5 and 9). */
final class TraitSolver {
    private final ImplTable implementations;

    TraitSolver(ImplTable implementations) { this.implementations = implementations; }

    /** @param needs told which parts of the type must have the trait, too */
    boolean holds(Type type, String trait, Consumer<Type> needs) {
        Type t = Unifier.prune(type);
        if (t instanceof Type.Dynamic) return true;
        ImplSymbol implementation = implementations.find(t, trait);
        if (implementation != null && conditionsHold(implementation, t)) return true;
        if (OperatorMethods.anyFor(implementations, t, trait)) return true;
        return switch (trait) {
            case "Eq" -> equality(t, needs);
            case "Ord" -> order(t, needs);
            case "Num" -> isNumeric(t);
            case "Show" -> shown(t, needs);
            case "Hash" -> hashed(t, needs);
            case "Copy" -> true;
            case "Concat" -> t.equals(BuiltinTypes.STRING) || isCon(t, BuiltinTypes.LIST_SYMBOL);
            default -> false;
        };
    }

    /** Whether the {@code when} conditions of an implementation hold for this type. */
    private boolean conditionsHold(ImplSymbol implementation, Type type) {
        if (implementation.bounds().isEmpty()) return true;
        Unifier scratch = new Unifier();
        Instantiation instantiation = new Instantiation(scratch::fresh);
        if (!scratch.tryUnify(instantiation.apply(implementation.target()), new Snapshot().copy(type))) return true;
        for (ImplSymbol.Bound bound : implementation.bounds()) {
            Type part = Unifier.prune(instantiation.apply(bound.variable()));
            if (part instanceof TypeVariable) continue;
            boolean[] all = {true};
            boolean holds = holds(part, bound.trait(), inner -> all[0] &= Unifier.prune(inner) instanceof TypeVariable
                    || holds(inner, bound.trait(), _ -> { }));
            if (!holds || !all[0]) return false;
        }
        return true;
    }

    /** A copy with fresh unknowns, so that trying leaves the original alone. */
    private static final class Snapshot {
        Type copy(Type type) {
            return switch (Unifier.prune(type)) {
                case TypeVariable _ -> new TypeVariable(1);
                case Type.Con con -> new Type.Con(con.symbol(), con.args().stream().map(this::copy).toList());
                case Type.Tuple tuple -> new Type.Tuple(tuple.elements().stream().map(this::copy).toList());
                case Type.Function f -> new Type.Function(f.params().stream().map(this::copy).toList(), copy(f.result()));
                case Type.Param p -> p;
                case Type.Dynamic d -> d;
            };
        }
    }

    private static boolean equality(Type type, Consumer<Type> needs) {
        if (type instanceof Type.Function) return false;
        parts(type).forEach(needs);
        return true;
    }

    private static boolean order(Type type, Consumer<Type> needs) {
        if (type instanceof Type.Con con) {
            boolean unordered = List.of(BuiltinTypes.BOOL_SYMBOL, BuiltinTypes.UNIT_SYMBOL, BuiltinTypes.PID_SYMBOL,
                    BuiltinTypes.REF_SYMBOL, BuiltinTypes.LIST_SYMBOL, BuiltinTypes.SET_SYMBOL, BuiltinTypes.MAP_SYMBOL,
                    BuiltinTypes.INT64_ARRAY_SYMBOL, BuiltinTypes.FLOAT64_ARRAY_SYMBOL, BuiltinTypes.FLOAT32_ARRAY_SYMBOL,
                    BuiltinTypes.BUFFER_SYMBOL).contains(con.symbol());
            if (unordered) return false;
        }
        return equality(type, needs);
    }

    private static boolean shown(Type type, Consumer<Type> needs) { return equality(type, needs); }

    private static boolean hashed(Type type, Consumer<Type> needs) {
        if (type instanceof Type.Function) return false;
        if (type instanceof Type.Con con) {
            boolean container = con.symbol() == BuiltinTypes.LIST_SYMBOL || con.symbol() == BuiltinTypes.SET_SYMBOL
                    || con.symbol() == BuiltinTypes.MAP_SYMBOL;
            return !container;
        }
        parts(type).forEach(needs);
        return true;
    }

    private static List<Type> parts(Type type) {
        return switch (type) {
            case Type.Con con -> con.args();
            case Type.Tuple tuple -> tuple.elements();
            default -> List.of();
        };
    }

    static boolean isNumeric(Type type) {
        return Unifier.prune(type) instanceof Type.Con con && NUMERIC.contains(con.symbol());
    }

    private static final List<TypeSymbol> NUMERIC = List.of(BuiltinTypes.INT_SYMBOL, BuiltinTypes.FLOAT_SYMBOL,
            BuiltinTypes.INT8_SYMBOL, BuiltinTypes.INT16_SYMBOL, BuiltinTypes.INT32_SYMBOL, BuiltinTypes.UINT8_SYMBOL,
            BuiltinTypes.UINT16_SYMBOL, BuiltinTypes.UINT32_SYMBOL, BuiltinTypes.UINT64_SYMBOL, BuiltinTypes.FLOAT32_SYMBOL,
            BuiltinTypes.BIGINT_SYMBOL, BuiltinTypes.DECIMAL_SYMBOL);

    private static boolean isCon(Type type, TypeSymbol symbol) { return type instanceof Type.Con con && con.symbol() == symbol; }
}
