package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;

/** A call whose function depends on types that are not known yet: a method of an unknown receiver, or an overload. */
final class PendingCall extends Constraint {
    private final ScopeLink scope;
    private final String name;
    private final Candidates candidates;
    private final List<Operand> operands;
    private final Type result;
    private CallSite site;
    private FieldAccess field;
    private DynamicCall dynamic;

    /** @param candidates null for a method, whose candidates depend on the first operand's type */
    PendingCall(Place place, ModuleScope scope, String name, List<? extends Callable> candidates, List<Operand> operands,
                Type result) {
        this(place, ScopeLink.to(scope), name, candidates == null ? null : Candidates.of(candidates), operands, result);
    }

    private PendingCall(Place place, ScopeLink scope, String name, Candidates candidates, List<Operand> operands, Type result) {
        super(place);
        this.scope = scope;
        this.name = name;
        this.candidates = candidates;
        this.operands = operands;
        this.result = result;
    }

    boolean isMethod() { return candidates == null; }

    /** The chosen function once decided; null before, after an error, and for a function-typed field. */
    CallSite site() { return site; }

    /** The function-typed field that is called, or null. */
    FieldAccess field() { return field; }

    String name() { return name; }

    ScopeLink scope() { return scope; }

    /** Null for a method. */
    Candidates candidates() { return candidates; }

    /** What is left to be chosen at run time because the receiver never got a type; null otherwise. */
    DynamicCall dynamic() { return dynamic; }

    List<Operand> operands() { return operands; }

    Type result() { return result; }

    @Override List<Type> types() {
        List<Type> types = new ArrayList<>();
        for (Operand operand : operands) types.add(operand.type());
        types.add(result);
        return types;
    }

    @Override void attempt(Session session) { attempt(session, false); }

    /** @param force decide even if types stay unknown */
    void attempt(Session session, boolean force) {
        if (isDone()) return;
        List<? extends Callable> choices = candidates == null ? null : candidates.in(session.tables());
        if (choices == null) {
            Type receiver = Unifier.prune(operands.getFirst().type());
            if (receiver instanceof TypeVariable unknown) {
                if (!force) {
                    unknown.await(this);
                    return;
                }
                receiver = BuiltinTypes.DYNAMIC;
            }
            MethodLookup.Target target = session.methods().find(receiver, name, scope.in(session.tables()), operands.size() - 1);
            switch (target) {
                case MethodLookup.Functions functions -> choices = functions.callables();
                case MethodLookup.FieldFunction function -> {
                    finish();
                    callField(session, function.access());
                    return;
                }
                case MethodLookup.Missing missing -> {
                    finish();
                    missing.report(session, place(), receiver, name);
                    return;
                }
            }
        }
        if (choices.isEmpty()) {
            finish();
            session.report().noMethod(place(), operands.getFirst().type(), name, List.of());
            return;
        }
        if (force && !operands.isEmpty() && Unifier.prune(operands.getFirst().type()) instanceof TypeVariable) {
            dynamic = DynamicCall.of(choices, operands, session, place());
            if (dynamic != null) {
                finish();
                session.unify(dynamic.result(), result, place());
                return;
            }
        }
        Callable chosen = new OverloadChoice(choices, operands).choose(force);
        if (chosen == null) {
            awaitOperands();
            return;
        }
        finish();
        // A function whose only requirement is itself would never come to an end; such a call stays open.
        if (!session.enterCall()) return;
        try {
            apply(session, chosen);
        } finally {
            session.leaveCall();
        }
    }

    private void apply(Session session, Callable chosen) {
        CallApplication application = new CallApplication(session, operands, place(), isMethod(), (operand, _) -> operand.type());
        CallApplication.Applied applied = application.apply(chosen, List.of());
        if (applied == null) return;
        site = applied.site();
        session.unify(result, site.use().result(), place());
    }

    private void callField(Session session, FieldAccess access) {
        field = access;
        List<Type> args = operands.subList(1, operands.size()).stream().map(Operand::type).toList();
        session.unify(access.type(), new Type.Function(args, result), place());
    }

    private void awaitOperands() {
        for (Operand operand : operands) awaitIn(operand.type());
    }

    private void awaitIn(Type type) {
        switch (Unifier.prune(type)) {
            case TypeVariable v -> v.await(this);
            case Type.Con con -> con.args().forEach(this::awaitIn);
            case Type.Tuple tuple -> tuple.elements().forEach(this::awaitIn);
            case Type.Function f -> {
                f.params().forEach(this::awaitIn);
                awaitIn(f.result());
            }
            case Type.Param _, Type.Dynamic _ -> { }
        }
    }

    @Override Constraint copy(Instantiation instantiation, Place at, Session session) {
        List<Operand> copied = operands.stream().map(o -> o.withType(instantiation.apply(o.type()))).toList();
        return new PendingCall(at, scope, name, candidates, copied, instantiation.apply(result));
    }

    @Override Constraint sealed() {
        return new PendingCall(null, scope.sealed(), name, candidates == null ? null : candidates.sealed(),
                operands.stream().map(o -> o.withType(o.type())).toList(), result);
    }
}
