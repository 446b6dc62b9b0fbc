package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All trait implementations of a program, found by the outermost form of the type they are for. */
final class ImplTable {
    private final Map<Object, List<ImplSymbol>> byHead = new HashMap<>();
    private final Map<String, List<ImplSymbol>> byMethod = new HashMap<>();
    private final List<ImplSymbol> all = new ArrayList<>();

    /** An implementation's method together with the block it stands in. */
    record Found(ImplSymbol implementation, FunctionSymbol method) {}

    ImplTable() {}

    ImplTable(ImplTable library) {
        all.addAll(library.all);
        library.byHead.forEach((head, impls) -> byHead.put(head, new ArrayList<>(impls)));
        library.byMethod.forEach((name, impls) -> byMethod.put(name, new ArrayList<>(impls)));
    }

    void add(ImplSymbol implementation) {
        all.add(implementation);
        byHead.computeIfAbsent(head(implementation.target()), _ -> new ArrayList<>()).add(implementation);
    }

    void addMethod(ImplSymbol implementation, FunctionSymbol method) {
        byMethod.computeIfAbsent(method.name(), _ -> new ArrayList<>(2)).add(implementation);
    }

    /** Implementations for types of this outermost form, in source order. */
    List<ImplSymbol> forType(Type type) { return byHead.getOrDefault(head(type), List.of()); }

    /** Every implementation, the library's first. */
    List<ImplSymbol> all() { return all; }

    boolean isEmpty() { return byHead.isEmpty(); }

    /** Whether any trait implementation provides the method. */
    boolean anyProvides(String method) { return byMethod.containsKey(method); }

    List<ImplSymbol> providing(String method) { return byMethod.getOrDefault(method, List.of()); }

    /** The best implementation of a trait for a type; null if there is none. */
    ImplSymbol find(Type type, String trait) {
        ImplSymbol best = null;
        int bestScore = Compatibility.NO;
        for (ImplSymbol impl : forType(type)) {
            if (!impl.traitName().equals(trait)) continue;
            int score = Compatibility.score(impl.target(), type);
            if (score > bestScore) {
                best = impl;
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether an implementation for the type leaves out a method its trait asks for, which has been reported. */
    boolean lacks(Type type, String method) {
        return forType(type).stream().anyMatch(impl -> impl.trait() != null && impl.trait().method(method) != null
                && !impl.methods().containsKey(method));
    }

    /**
     * The method a value of the type has through its traits; the most specific implementation, the first among equals. If
     * none fits exactly, the first one for the type's outermost form.
     */
    Found method(Type type, String name, String traitOrNull) {
        Found best = null;
        int bestScore = Integer.MIN_VALUE;
        for (ImplSymbol impl : forType(type)) {
            FunctionSymbol method = impl.methods().get(name);
            if (method == null || traitOrNull != null && !impl.traitName().equals(traitOrNull)) continue;
            int score = Compatibility.score(impl.target(), type);
            if (score > bestScore) {
                best = new Found(impl, method);
                bestScore = score;
            }
        }
        return best;
    }

    private static Object head(Type type) {
        return switch (Unifier.prune(type)) {
            case Type.Con con -> con.symbol();
            case Type.Tuple tuple -> tuple.elements().size();
            case Type.Function _ -> Type.Function.class;
            case Type.Param _ -> Type.Param.class;
            case TypeVariable _ -> TypeVariable.class;
            case Type.Dynamic _ -> Type.Dynamic.class;
        };
    }
}
