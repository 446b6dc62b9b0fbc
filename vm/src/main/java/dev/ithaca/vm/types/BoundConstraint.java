package dev.ithaca.vm.types;

import java.util.List;

/** {@code type} must implement a trait. */
final class BoundConstraint extends Constraint {
    private final String trait;
    private final Type whole;
    private final Type type;

    /** @param whole the type a violation names when it is found in a part of it; null for the type itself */
    BoundConstraint(Place place, String trait, Type whole, Type type) {
        super(place);
        this.trait = trait;
        this.whole = whole;
        this.type = type;
    }

    String trait() { return trait; }

    @Override List<Type> types() { return List.of(type); }

    @Override void attempt(Session session) {
        if (isDone()) return;
        Type now = Unifier.prune(type);
        if (now instanceof TypeVariable variable) {
            boolean repeated = variable.waiting().stream().anyMatch(c -> c != this && c instanceof BoundConstraint b
                    && b.trait.equals(trait) && !b.isDone());
            if (repeated && !variable.isGeneric()) finish();
            else variable.await(this);
            return;
        }
        finish();
        // What nobody declared has been reported, and can do nothing.
        if (session.tables().isUnknown(now)) return;
        Type named = whole != null ? whole : type;
        boolean holds = session.traits().holds(now, trait,
                part -> session.require(new BoundConstraint(place(), trait, named, part)));
        if (!holds) session.report().missingTrait(place(), named, trait);
        else if (trait.equals("Hash") && place() != null && !session.elaborating() && equalsButDoesNotHash(now, session)) {
            session.report().slowKey(place(), now);
        }
    }

    /** Where values that differ may be equal, their derived hash codes are of no use. */
    private static boolean equalsButDoesNotHash(Type type, Session session) {
        ImplTable implementations = session.tables().implementations();
        return implementations.find(type, "Eq") != null && implementations.find(type, "Hash") == null;
    }

    @Override Constraint copy(Instantiation instantiation, Place at, Session session) {
        return new BoundConstraint(at, trait, whole == null ? null : instantiation.apply(whole), instantiation.apply(type));
    }

    @Override Constraint sealed() { return place() == null ? this : new BoundConstraint(null, trait, whole, type); }
}
