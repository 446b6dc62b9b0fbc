package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a pattern takes out of a map whose values are not known yet: all of the values' type, unless the map mixes types. */
final class EntriesConstraint extends Constraint {
    private final Type values;
    private final List<Type> entries;
    private final List<Type> literals;

    /** @param literals types of the values that the pattern only compares with */
    EntriesConstraint(Place place, Type values, List<Type> entries, List<Type> literals) {
        super(place);
        this.values = values;
        this.entries = List.copyOf(entries);
        this.literals = List.copyOf(literals);
    }

    /** Where patterns of a function ask one map for values of different types, the values may be of any. */
    static void settle(List<Type> parameters, Session session) {
        Set<TypeVariable> open = new LinkedHashSet<>();
        parameters.forEach(type -> Unifier.collectVariables(type, open));
        for (TypeVariable variable : open) {
            List<Type> asked = variable.waiting().stream().filter(c -> !c.isDone())
                    .filter(EntriesConstraint.class::isInstance).flatMap(c -> ((EntriesConstraint) c).asked().stream()).toList();
            if (differ(asked)) session.unifier().unify(variable, BuiltinTypes.DYNAMIC);
        }
        session.drain();
    }

    private List<Type> asked() {
        List<Type> all = new ArrayList<>(entries);
        all.addAll(literals);
        return all.stream().map(Unifier::prune).filter(type -> !(type instanceof TypeVariable)).toList();
    }

    private static boolean differ(List<Type> types) {
        return types.stream().anyMatch(type -> Compatibility.score(types.getFirst(), type) == Compatibility.NO);
    }

    @Override List<Type> types() {
        List<Type> all = new ArrayList<>(entries);
        all.add(values);
        return all;
    }

    @Override void attempt(Session session) {
        if (isDone()) return;
        if (Unifier.prune(values) instanceof TypeVariable unknown) {
            unknown.await(this);
            return;
        }
        finish();
        for (Type entry : entries) session.unify(values, entry, place());
    }

    @Override Constraint copy(Instantiation instantiation, Place at, Session session) {
        return new EntriesConstraint(at, instantiation.apply(values), instantiation.applyAll(entries), literals);
    }

    @Override Constraint sealed() { return new EntriesConstraint(null, values, entries, literals); }
}
