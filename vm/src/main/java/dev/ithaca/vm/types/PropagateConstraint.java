package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code e?}: unwraps a Result or Option and leaves the function with the failure, if the function returns that type; any
 * other value is passed on (chapter 4, section 3.6).
 */
final class PropagateConstraint extends Constraint {
    private final Type operand;
    private final Type success;
    private final Type returned;
    private Type failure;

    /** @param success the type of the whole expression
     *  @param returned the result type of the function around it */
    PropagateConstraint(Place place, Type operand, Type success, Type returned) {
        super(place);
        this.operand = operand;
        this.success = success;
        this.returned = returned;
    }

    Type success() { return success; }

    /** The type of a failure that is returned; null if the value is passed on as it is. */
    Type failure() { return failure; }

    @Override List<Type> types() { return List.of(operand, success, returned); }

    @Override void attempt(Session session) {
        if (isDone()) return;
        if (Unifier.prune(operand) instanceof TypeVariable unknown) unknown.await(this);
        else settle(session);
    }

    /** Decides with what is known. */
    void settle(Session session) {
        if (isDone()) return;
        finish();
        if (Unifier.prune(operand) instanceof Type.Con con && mayFail(con.symbol())) {
            List<Type> args = new ArrayList<>(con.args());
            args.set(0, session.unifier().fresh());
            Type failed = new Type.Con(con.symbol(), args);
            if (session.unifier().tryUnify(returned, failed)) {
                failure = failed;
                session.unify(con.args().getFirst(), success, place());
                return;
            }
        }
        session.unify(operand, success, place());
    }

    private static boolean mayFail(TypeSymbol symbol) {
        return symbol.module().startsWith("stdlib.") && (symbol.name().equals("Result") || symbol.name().equals("Option"));
    }

    @Override Constraint copy(Instantiation instantiation, Place at, Session session) {
        return new PropagateConstraint(at, instantiation.apply(operand), instantiation.apply(success), instantiation.apply(returned));
    }

    @Override Constraint sealed() { return new PropagateConstraint(null, operand, success, returned); }
}
