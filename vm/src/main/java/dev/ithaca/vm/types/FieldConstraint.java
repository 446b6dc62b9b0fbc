package dev.ithaca.vm.types;

import java.util.List;

/** {@code receiver} must have a field, or a tuple component when the name is a number. */
final class FieldConstraint extends Constraint {
    private final Type receiver;
    private final String field;
    private final Type result;
    private final ScopeLink scope;

    FieldConstraint(Place place, ModuleScope scope, Type receiver, String field, Type result) {
        this(place, ScopeLink.to(scope), receiver, field, result);
    }

    private FieldConstraint(Place place, ScopeLink scope, Type receiver, String field, Type result) {
        super(place);
        this.scope = scope;
        this.receiver = receiver;
        this.field = field;
        this.result = result;
    }

    String field() { return field; }

    ScopeLink scope() { return scope; }

    @Override List<Type> types() { return List.of(receiver, result); }

    @Override void attempt(Session session) {
        if (isDone()) return;
        Type type = Unifier.prune(receiver);
        if (type instanceof TypeVariable variable) {
            if (!unifyWithTwin(session, variable)) variable.await(this);
            return;
        }
        finish();
        if (type instanceof Type.Dynamic || session.tables().isUnknown(type)) return;
        Type found = fieldType(session, type);
        if (found == null) session.report().noField(place(), type, field);
        else session.unify(found, result, place());
    }

    /** Two accesses to one field of one unknown have one type. */
    private boolean unifyWithTwin(Session session, TypeVariable variable) {
        for (Constraint c : variable.waiting()) {
            if (c != this && c instanceof FieldConstraint twin && !twin.isDone() && twin.field.equals(field)
                    && !variable.isGeneric()) {
                finish();
                session.unify(twin.result, result, place());
                return true;
            }
        }
        return false;
    }

    private Type fieldType(Session session, Type type) {
        if (Character.isDigit(field.charAt(0))) {
            int index = Integer.parseInt(field);
            return type instanceof Type.Tuple tuple && index < tuple.elements().size() ? tuple.elements().get(index) : null;
        }
        FieldAccess access = FieldAccess.of(type, field);
        if (access != null && !access.isVisibleFrom(scope.in(session.tables()))) session.report().privateField(place(), type, field);
        return access == null ? ReactiveFields.relatives(type, field) : access.type();
    }

    @Override Constraint copy(Instantiation instantiation, Place at, Session session) {
        return new FieldConstraint(at, scope, instantiation.apply(receiver), field, instantiation.apply(result));
    }

    @Override Constraint sealed() { return new FieldConstraint(null, scope.sealed(), receiver, field, result); }
}
