package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** Processes and messages (chapter 4, section 4). */
final class Concurrency {
    private final Body body;

    Concurrency(Body body) { this.body = body; }

    Typed send(Expr.Send s, LocalScope scope) {
        Typed target = body.infer(s.target(), scope);
        body.session().unify(BuiltinTypes.PID, target.type(), body.place(s.target().span()));
        Typed message = body.infer(s.message(), scope);
        body.session().drain();
        return new Typed(BuiltinTypes.UNIT, out -> new Core.Send(target.emit().emit(out), message.emit().emit(out),
                BuiltinTypes.UNIT, s.span()));
    }

    /** A message may be anything, so the arms are typed independently of each other. */
    Typed receive(Expr.Receive r, LocalScope scope, Type expected) {
        Type result = body.fresh();
        List<Control.ArmDraft> arms = new ArrayList<>();
        for (Expr.Arm arm : r.arms()) {
            Control.ArmDraft draft = body.control().arm(arm, body.fresh(), scope, expected != null ? expected : result, false);
            body.session().unifyLeniently(result, draft.body().type(), body.place(arm.body().span()));
            body.session().drain();
            arms.add(draft);
        }
        Typed timeout = r.timeout() == null ? null : body.collections().integer(r.timeout(), scope);
        Typed late = r.onTimeout() == null ? null : body.infer(r.onTimeout(), scope.nested(), expected);
        if (late != null) body.session().unifyLeniently(result, late.type(), body.place(r.onTimeout().span()));
        body.session().drain();
        return new Typed(result, out -> new Core.Receive(arms.stream().map(a -> a.emit(out, BuiltinTypes.DYNAMIC)).toList(),
                timeout == null ? null : timeout.emit().emit(out), late == null ? null : late.emit().emit(out),
                out.concrete(result), r.span()));
    }

    /** A lambda or the name of a function is what runs; any other expression is evaluated in the new process. */
    Typed spawn(Expr.Spawn s, LocalScope scope) {
        Type pid = s.kind() == Expr.SpawnKind.SPAWN_MONITOR ? new Type.Tuple(List.of(BuiltinTypes.PID, BuiltinTypes.REF))
                : BuiltinTypes.PID;
        Typed thunk = thunk(s.body(), scope);
        return new Typed(pid, out -> new Core.Spawn(s.kind(), thunk.emit().emit(out), pid, s.span()));
    }

    private Typed thunk(Expr operand, LocalScope scope) {
        Type wanted = new Type.Function(List.of(), body.fresh());
        if (operand instanceof Expr.Lambda l && l.params().isEmpty()) return body.infer(operand, scope, wanted);
        boolean name = operand instanceof Expr.Variable
                || operand instanceof Expr.Field && QualifiedNames.path(operand, scope) != null;
        if (!name) return body.functions().thunk(operand, scope);
        Typed value = body.infer(operand, scope, wanted);
        body.session().drain();
        if (body.session().unifier().tryUnify(value.type(), wanted)) return value;
        return body.functions().thunk(operand, scope);
    }
}
