package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The general type of a function. Quantified variables are those of level {@link TypeVariable#GENERIC}.
 *
 * @param typeParams the declared type parameters in order, for explicit instantiation
 * @param constraints what every use must satisfy
 */
record Scheme(List<Type> typeParams, List<Type> params, Type result, List<Constraint> constraints) {

    /** The types of one use. */
    record Use(List<Type> typeParams, List<Type> params, Type result) {}

    /** Types of one use; its constraints are handed to the session. */
    Use instantiate(Session session, Place at) {
        Instantiation instantiation = new Instantiation(session.unifier()::fresh);
        Use use = new Use(instantiation.applyAll(typeParams), instantiation.applyAll(params), instantiation.apply(result));
        for (Constraint c : constraints) session.require(c.copy(instantiation, at));
        return use;
    }

    /** Quantifies over every variable deeper than the given level; called once per function. */
    static Scheme generalise(List<Type> typeParams, List<Type> params, Type result, int level) {
        Set<Constraint> constraints = new LinkedHashSet<>();
        for (Type type : typeParams) quantify(type, level, constraints);
        for (Type type : params) quantify(type, level, constraints);
        quantify(result, level, constraints);
        return new Scheme(List.copyOf(typeParams), List.copyOf(params), result, new ArrayList<>(constraints));
    }

    private static void quantify(Type type, int level, Set<Constraint> constraints) {
        switch (Unifier.prune(type)) {
            case TypeVariable v -> {
                if (v.level <= level) return;
                v.level = TypeVariable.GENERIC;
                for (Constraint c : v.waiting()) {
                    if (c.isDone() || !constraints.add(c)) continue;
                    for (Type part : c.types()) quantify(part, level, constraints);
                }
            }
            case Type.Con con -> con.args().forEach(t -> quantify(t, level, constraints));
            case Type.Tuple tuple -> tuple.elements().forEach(t -> quantify(t, level, constraints));
            case Type.Function f -> {
                f.params().forEach(t -> quantify(t, level, constraints));
                quantify(f.result(), level, constraints);
            }
            case Type.Param _, Type.Dynamic _ -> { }
        }
    }

    /** Whether the type has variables that could be quantified over. */
    static boolean isOpenAbove(Type type, int level) {
        return switch (Unifier.prune(type)) {
            case TypeVariable v -> v.level > level && !v.isGeneric();
            case Type.Con con -> con.args().stream().anyMatch(t -> isOpenAbove(t, level));
            case Type.Tuple tuple -> tuple.elements().stream().anyMatch(t -> isOpenAbove(t, level));
            case Type.Function f -> f.params().stream().anyMatch(t -> isOpenAbove(t, level)) || isOpenAbove(f.result(), level);
            case Type.Param _, Type.Dynamic _ -> false;
        };
    }
}
