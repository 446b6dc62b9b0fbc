package dev.ithaca.vm.types;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        for (Constraint c : constraints) session.require(c.copy(instantiation, at, session));
        return use;
    }

    /** Quantifies over every variable deeper than the given level; called once per function. */
    static Scheme generalise(List<Type> typeParams, List<Type> params, Type result, int level) {
        Quantification quantification = new Quantification(level);
        for (Type type : typeParams) quantification.over(type);
        for (Type type : params) quantification.over(type);
        quantification.over(result);
        return new Scheme(List.copyOf(typeParams), List.copyOf(params), result, quantification.sealed());
    }

    /** Makes variables generic, and finds the requirements that wait for them. */
    private static final class Quantification {
        private final int level;
        private final Set<TypeVariable> variables = new LinkedHashSet<>();
        private final Map<Constraint, Constraint> constraints = new LinkedHashMap<>();

        Quantification(int level) { this.level = level; }

        void over(Type type) {
            switch (Unifier.prune(type)) {
                case TypeVariable v -> {
                    if (v.level <= level) return;
                    v.level = TypeVariable.GENERIC;
                    variables.add(v);
                    for (Constraint c : v.waiting()) {
                        if (c.isDone() || constraints.putIfAbsent(c, c) != null) continue;
                        c.types().forEach(this::over);
                    }
                }
                case Type.Con con -> con.args().forEach(this::over);
                case Type.Tuple tuple -> tuple.elements().forEach(this::over);
                case Type.Function f -> {
                    f.params().forEach(this::over);
                    over(f.result());
                }
                case Type.Param _, Type.Dynamic _ -> { }
            }
        }

        List<Constraint> sealed() {
            constraints.replaceAll((c, _) -> c.sealed());
            variables.forEach(v -> v.replaceWaiting(constraints));
            return List.copyOf(constraints.values());
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
