package dev.ithaca.vm.types;

import java.util.List;

/**
 * A requirement that waits for types to become known. Attached to the type variables it waits for; generalised together
 * with them and copied for each use of the function.
 */
abstract sealed class Constraint permits BoundConstraint, EntriesConstraint, FieldConstraint, PendingCall, PropagateConstraint {
    private final Place place;
    private boolean done;

    Constraint(Place place) { this.place = place; }

    /** Where a violation is reported: the use that brought the constraint up. */
    final Place place() { return place; }

    final boolean isDone() { return done; }

    final void finish() { done = true; }

    /** Every type the constraint mentions. */
    abstract List<Type> types();

    /** Decides the constraint if enough is known, else attaches it to what it waits for. */
    abstract void attempt(Session session);

    /** The same requirement for one use of the function it was generalised with. */
    abstract Constraint copy(Instantiation instantiation, Place at, Session session);

    /** The same requirement, keeping nothing of the check it came from but types: schemes outlive checks. */
    abstract Constraint sealed();
}
