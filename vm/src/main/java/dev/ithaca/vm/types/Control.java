package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Branches, loops, exceptions and jumps. */
final class Control {
    static final String NO_ARM = "Non-exhaustive match: no pattern matched";
    private final Body body;

    Control(Body body) { this.body = body; }

    Typed conditional(Expr.If i, LocalScope scope, Type expected) {
        Typed condition = body.operators().truth(i.condition(), scope);
        Typed then = body.infer(i.then(), scope.nested(), i.otherwise() == null ? null : expected);
        if (i.otherwise() == null) {
            body.session().unify(then.type(), BuiltinTypes.UNIT, body.place(i.span()));
            body.session().drain();
            return new Typed(BuiltinTypes.UNIT, out -> new Core.If(condition.emit().emit(out), then.emit().emit(out),
                    Body.unit(i.span()), BuiltinTypes.UNIT, i.span()));
        }
        Typed otherwise = body.infer(i.otherwise(), scope.nested(), expected != null ? expected : then.type());
        Type type = joined(then.type(), otherwise.type(), body.place(i.otherwise().span()));
        body.session().drain();
        return new Typed(type, out -> new Core.If(condition.emit().emit(out), then.emit().emit(out),
                otherwise.emit().emit(out), out.concrete(type), i.span()));
    }

    /** The type of two branches; tuples that differ only in which declared type parameter stands where are let through. */
    private Type joined(Type a, Type b, Place place) {
        if (Unifier.prune(a) instanceof Type.Tuple x && Unifier.prune(b) instanceof Type.Tuple y
                && x.elements().size() == y.elements().size()) {
            List<Type> elements = new ArrayList<>();
            for (int i = 0; i < x.elements().size(); i++) {
                Type left = Unifier.prune(x.elements().get(i));
                Type right = Unifier.prune(y.elements().get(i));
                boolean crossed = left != right && left instanceof TypeVariable l && right instanceof TypeVariable r
                        && l.declared && r.declared;
                elements.add(crossed ? body.fresh() : joined(left, right, place));
            }
            return new Type.Tuple(elements);
        }
        body.session().unifyLeniently(a, b, place);
        return a;
    }

    // ---- match

    /** An arm whose parts were inferred. */
    record ArmDraft(Patterns.Draft pattern, Typed guard, Typed body, Span span) {
        Core.Arm emit(Emitter out, Type subject) {
            return new Core.Arm(List.of(pattern.emit(out, subject)), guard == null ? null : guard.emit().emit(out),
                    body.emit().emit(out), span);
        }
    }

    Typed match(Expr.Match m, LocalScope scope, Type expected) {
        Typed subject = body.infer(m.subject(), scope);
        body.session().drain();
        settleAmbiguous(m.arms(), subject.type());
        Type result = body.fresh();
        List<ArmDraft> arms = new ArrayList<>();
        for (Expr.Arm arm : m.arms()) {
            ArmDraft draft = arm(arm, subject.type(), scope, expected != null ? expected : result, false);
            body.session().unifyLeniently(result, draft.body().type(), body.place(arm.body().span()));
            body.session().drain();
            arms.add(draft);
        }
        if (!body.session().elaborating()) {
            boolean reported = new Exhaustiveness(body).check(m.arms(), subject.type(), body.place(armsSpan(m)));
            if (!reported) new Coverage(body).checkMatch(m.arms(), subject.type(), body.place(m.subject().span()));
        }
        return new Typed(result, out -> {
            Type type = out.concrete(subject.type());
            List<Core.Arm> emitted = arms.stream().map(a -> a.emit(out, type)).toList();
            Type value = out.concrete(result);
            return new Core.Match(List.of(subject.emit().emit(out)), emitted, noArm(value, m.span()), value, m.span());
        });
    }

    static Core noArm(Type type, Span span) { return new Core.Raise("Panic", NO_ARM, type, span); }

    private static Span armsSpan(Expr.Match m) {
        return m.arms().isEmpty() ? m.span() : m.arms().getFirst().span().to(m.span());
    }

    /** One unambiguous constructor among the arms tells which type the others belong to. */
    private void settleAmbiguous(List<Expr.Arm> arms, Type subject) {
        if (!(Unifier.prune(subject) instanceof TypeVariable)) return;
        for (Expr.Arm arm : arms) {
            String name = switch (arm.pattern()) {
                case Pattern.Constructor c -> c.name().text();
                case Pattern.NamedConstructor c -> c.name().text();
                default -> null;
            };
            if (name == null) continue;
            List<ConstructorSymbol> found = body.lookup().constructors(name);
            if (found.size() != 1) continue;
            TypeSymbol owner = found.getFirst().owner();
            List<Type> args = new ArrayList<>();
            owner.params().forEach(_ -> args.add(body.fresh()));
            body.session().unifier().unify(subject, new Type.Con(owner, args));
            return;
        }
    }

    /** @param dynamic whether the value comes from outside the types: an exception or a message */
    ArmDraft arm(Expr.Arm arm, Type subject, LocalScope scope, Type expected, boolean dynamic) {
        LocalScope inner = scope.nested();
        Patterns.Draft pattern = body.patterns().infer(arm.pattern(), subject, scope, inner);
        if (dynamic && arm.pattern() instanceof Pattern.Variable v) {
            Variable bound = inner.find(v.name());
            if (bound != scope.find(v.name())) bound.keepDynamic();
        }
        body.session().drain();
        Typed guard = arm.guard() == null ? null : body.operators().truth(arm.guard(), inner);
        Typed value = body.infer(arm.body(), inner, expected);
        return new ArmDraft(pattern, guard, value, arm.span());
    }

    // ---- exceptions

    Typed attempt(Expr.Try t, LocalScope scope, Type expected) {
        Typed tried = body.infer(t.body(), scope.nested(), expected);
        Type result = tried.type();
        body.session().drain();
        List<ArmDraft> handlers = new ArrayList<>();
        boolean agree = true;
        for (Expr.Arm arm : t.handlers()) {
            Type caught = body.fresh();
            ArmDraft draft = arm(arm, caught, scope, expected, true);
            body.session().drain();
            Type handled = Unifier.prune(draft.body().type());
            // An exception nothing is known about may be of any type, whatever the body's is.
            agree &= !sharesVariable(handled, caught) && body.session().unifier().tryUnify(result, handled);
            handlers.add(draft);
        }
        Typed cleanup = t.cleanup() == null ? null : body.infer(t.cleanup(), scope.nested());
        body.session().drain();
        Type type = agree ? result : body.fresh();
        return new Typed(type, out -> emitTry(out, t, tried, handlers, cleanup, type));
    }

    private static boolean sharesVariable(Type handled, Type caught) {
        Set<TypeVariable> unknown = new HashSet<>();
        Unifier.collectVariables(caught, unknown);
        Set<TypeVariable> used = new HashSet<>();
        Unifier.collectVariables(handled, used);
        used.retainAll(unknown);
        return !used.isEmpty();
    }

    private Core emitTry(Emitter out, Expr.Try t, Typed tried, List<ArmDraft> handlers, Typed cleanup, Type type) {
        Type value = out.concrete(type);
        Local exception = new Local("exception", BuiltinTypes.DYNAMIC, false, true);
        Core handler = null;
        if (t.hasCatch()) {
            List<Core.Arm> arms = handlers.stream().map(a -> a.emit(out, BuiltinTypes.DYNAMIC)).toList();
            Core caught = new Core.LocalGet(exception, BuiltinTypes.DYNAMIC, t.span());
            handler = new Core.Match(List.of(caught), arms, new Core.Rethrow(value, t.span()), value, t.span());
        }
        return new Core.Try(tried.emit().emit(out), exception, handler, cleanup == null ? null : cleanup.emit().emit(out), value,
                t.span());
    }

    /** {@code e?}: unwraps Ok and Some, returns Err and None from the function, leaves other values alone. */
    Typed propagate(Expr.Propagate p, LocalScope scope) {
        Typed value = body.infer(p.value(), scope);
        Session session = body.session();
        session.drain();
        PropagateConstraint propagation = new PropagateConstraint(body.place(p.span()), value.type(), body.fresh(), scope.frame().result());
        session.require(propagation);
        session.drain();
        return new Typed(propagation.success(), value.known() && propagation.failure() == null, out -> {
            propagation.settle(session);
            session.drain();
            return propagation.failure() == null ? value.emit().emit(out) : emitPropagate(out, value, propagation, p.span());
        });
    }

    private Core emitPropagate(Emitter out, Typed value, PropagateConstraint propagation, Span span) {
        Type.Con type = (Type.Con) out.concrete(value.type());
        Type unwrapped = type.args().getFirst();
        Type failed = out.concrete(propagation.failure());
        List<ConstructorSymbol> both = type.symbol().constructors();
        ConstructorSymbol bad = both.stream().filter(c -> c.name().equals("Err") || c.name().equals("None")).findFirst().orElseThrow();
        ConstructorSymbol good = both.get(both.getFirst() == bad ? 1 : 0);
        Local content = new Local("value", unwrapped, false, true);
        Core.Arm ok = new Core.Arm(List.of(new CorePattern.Constructor(good, List.of(new CorePattern.Bind(content, unwrapped)),
                type)), null, new Core.LocalGet(content, unwrapped, span), span);
        List<CorePattern> errorPattern = new ArrayList<>();
        List<Core> errorArgs = new ArrayList<>();
        if (bad.arity() == 1) {
            Local error = new Local("error", type.args().get(1), false, true);
            errorPattern.add(new CorePattern.Bind(error, error.type()));
            errorArgs.add(new Core.LocalGet(error, error.type(), span));
        }
        Core leave = new Core.Return(new Core.Construct(bad, errorArgs, failed, span), unwrapped, span);
        Core.Arm err = new Core.Arm(List.of(new CorePattern.Constructor(bad, errorPattern, type)), null, leave, span);
        return new Core.Match(List.of(value.emit().emit(out)), List.of(ok, err), noArm(unwrapped, span), unwrapped, span);
    }

    // ---- loops and jumps

    Typed whileLoop(Expr.While w, LocalScope scope) {
        Typed condition = body.operators().truth(w.condition(), scope);
        Frame.Loop loop = scope.frame().enterLoop(body.fresh());
        Typed inner = body.infer(w.body(), scope.nested());
        scope.frame().leaveLoop();
        boolean endless = w.condition() instanceof Expr.BoolLit literal && literal.value();
        Type type = loopType(loop);
        return new Typed(type, out -> new Core.While(condition.emit().emit(out), inner.emit().emit(out),
                loop.breaksWithValue && !endless ? BuiltinTypes.DYNAMIC : out.concrete(type), w.span()));
    }

    private static Type loopType(Frame.Loop loop) { return loop.breaksWithValue ? loop.value : BuiltinTypes.UNIT; }

    Typed forLoop(Expr.For f, LocalScope scope) {
        Typed low = body.collections().integer(f.low(), scope);
        Typed high = body.collections().integer(f.high(), scope);
        LocalScope inner = scope.nested();
        Variable variable = new Variable(f.variable().text(), scope.frame(), BuiltinTypes.INT, false, true, false);
        inner.declare(variable);
        body.declared(variable, f.variable().span());
        Frame.Loop loop = scope.frame().enterLoop(body.fresh());
        Typed round = body.infer(f.body(), inner);
        scope.frame().leaveLoop();
        Type type = loopType(loop);
        return new Typed(type, out -> new Core.For(variable.local(out), low.emit().emit(out), high.emit().emit(out),
                round.emit().emit(out), loop.breaksWithValue ? BuiltinTypes.DYNAMIC : BuiltinTypes.UNIT, f.span()));
    }

    Typed leave(Expr.Break b, LocalScope scope) {
        Frame.Loop loop = scope.frame().loop();
        if (loop == null) {
            body.session().names().outsideLoop(body.place(b.span()), "break");
            return body.erroneous(b.span());
        }
        Typed value = b.value() == null ? null : body.infer(b.value(), scope);
        if (value != null) {
            loop.breaksWithValue = true;
            body.session().unify(loop.value, value.type(), body.place(b.span()));
        }
        Type type = body.fresh();
        return new Typed(type, out -> new Core.Break(value == null ? null : value.emit().emit(out), out.concrete(type), b.span()));
    }

    Typed next(Expr.Continue c, LocalScope scope) {
        if (scope.frame().loop() == null) {
            body.session().names().outsideLoop(body.place(c.span()), "continue");
            return body.erroneous(c.span());
        }
        Type type = body.fresh();
        return new Typed(type, out -> new Core.Continue(out.concrete(type), c.span()));
    }

    Typed giveBack(Expr.Return r, LocalScope scope) {
        Typed value = r.value() == null ? null : body.infer(r.value(), scope, scope.frame().result());
        Type given = value == null ? BuiltinTypes.UNIT : value.type();
        body.session().unify(scope.frame().result(), given, body.place(r.span()));
        body.session().drain();
        Type type = body.fresh();
        return new Typed(type, out -> new Core.Return(value == null ? Body.unit(r.span()) : value.emit().emit(out),
                out.concrete(type), r.span()));
    }
}
