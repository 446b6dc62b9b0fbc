package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Copies types with fresh variables in place of the generic ones. */
final class Instantiation {
    private final Map<TypeVariable, TypeVariable> copies = new IdentityHashMap<>();
    private final Supplier<TypeVariable> fresh;

    Instantiation(Supplier<TypeVariable> fresh) { this.fresh = fresh; }

    Type apply(Type type) {
        return switch (Unifier.prune(type)) {
            case TypeVariable v -> v.isGeneric() ? copies.computeIfAbsent(v, this::copy) : v;
            case Type.Con con when con.args().isEmpty() -> con;
            case Type.Con con -> new Type.Con(con.symbol(), applyAll(con.args()));
            case Type.Tuple tuple -> new Type.Tuple(applyAll(tuple.elements()));
            case Type.Function f -> new Type.Function(applyAll(f.params()), apply(f.result()));
            case Type.Param param -> param;
            case Type.Dynamic dynamic -> dynamic;
        };
    }

    List<Type> applyAll(List<Type> types) {
        List<Type> result = new ArrayList<>(types.size());
        for (Type type : types) result.add(apply(type));
        return result;
    }

    private TypeVariable copy(TypeVariable generic) {
        TypeVariable copy = fresh.get();
        copy.open = generic.open;
        return copy;
    }
}
