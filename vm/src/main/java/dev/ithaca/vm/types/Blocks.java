package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Blocks and binding statements (chapter 1, sections 6 and 9). */
final class Blocks {
    private final Body body;
    private final LocalFunctions localFunctions;

    /** One statement of a block, ready to be turned into code. */
    sealed interface Step {}

    record Plain(Typed.Emit emit) implements Step {}

    /** Several pieces of code, none if the statement vanished. */
    record Many(Supplier<List<Typed.Emit>> emits) implements Step {}

    /** Binds a pattern's variables for the statements that follow. */
    record Destructure(Typed value, Patterns.Draft pattern, Span span) implements Step {}

    Blocks(Body body) {
        this.body = body;
        this.localFunctions = new LocalFunctions(body);
    }

    Typed block(Expr.Block block, LocalScope outer, Type expected) {
        LocalScope scope = outer.nested();
        List<Step> steps = new ArrayList<>();
        List<Stmt> statements = block.statements();
        LocalFunctions.Plan plan = localFunctions.plan(statements);
        Typed last = null;
        for (int i = 0; i < statements.size(); i++) {
            for (LocalFunctions.Group group : plan.startingAt(i)) steps.addAll(localFunctions.bind(group, scope));
            boolean isLast = i == statements.size() - 1;
            switch (statements.get(i)) {
                case Stmt.Expression e -> {
                    Typed value = body.infer(e.value(), scope, isLast ? expected : null);
                    body.session().drain();
                    if (isLast) last = value;
                    steps.add(new Plain(value.emit()));
                }
                case Stmt.Binding b -> steps.add(binding(b, scope));
                case Stmt.Assign a -> steps.add(new Plain(body.assignments().assign(a, scope)));
                case Stmt.LocalFunction _ -> { }
            }
        }
        Type type = last == null ? BuiltinTypes.UNIT : last.type();
        boolean known = last != null && last.known();
        if (last != null && steps.size() == 1) return new Typed(type, known, last.emit());
        return new Typed(type, known, out -> emit(out, steps, 0, out.concrete(type), block.span()));
    }

    private static Core emit(Emitter out, List<Step> steps, int from, Type type, Span span) {
        List<Core> cores = new ArrayList<>();
        for (int i = from; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Plain plain -> cores.add(plain.emit().emit(out));
                case Many many -> many.emits().get().forEach(e -> cores.add(e.emit(out)));
                case Destructure d -> {
                    Type subject = out.concrete(d.value().type());
                    Core value = d.value().emit().emit(out);
                    CorePattern pattern = d.pattern().emit(out, subject);
                    Core rest = emit(out, steps, i + 1, type, span);
                    cores.add(new Core.Match(List.of(value), List.of(new Core.Arm(List.of(pattern), null, rest, d.span())),
                            Control.noArm(type, d.span()), type, d.span()));
                    return new Core.Block(cores, type, span);
                }
            }
        }
        return new Core.Block(cores, type, span);
    }

    private Step binding(Stmt.Binding b, LocalScope scope) {
        if (!(b.pattern() instanceof Pattern.Variable v)) return destructuring(b, scope);
        if (b.isVar()) return declare(b, v, scope, true);
        Variable visible = scope.find(v.name());
        if (visible != null && visible.frame() == scope.frame()) {
            if (visible.mutable() && b.type() == null) return assign(visible, b, scope);
            if (!visible.mutable()) {
                body.session().names().reassigned(body.place(b.span()), v.name());
                body.infer(b.value(), scope);
                return new Plain(_ -> Body.unit(b.span()));
            }
        }
        if (visible != null && visible.mutable() && b.type() == null) return assign(visible, b, scope);
        if (visible == null && b.type() == null) {
            ModuleScope.MvarDeclaration mvar = body.lookup().mvar(v.name());
            if (mvar != null) return new Plain(body.assignments().mvar(mvar, b, scope));
        }
        return declare(b, v, scope, false);
    }

    private Step assign(Variable variable, Stmt.Binding b, LocalScope scope) {
        Typed value = body.infer(b.value(), scope, variable.type());
        checkWhole(variable.type(), value, b);
        variable.assign();
        return new Plain(out -> new Core.LocalSet(variable.local(out), value.emit().emit(out), BuiltinTypes.UNIT, b.span()));
    }

    /** A value against the type of what it is bound to: plain wording if the whole types differ (section 15.4). */
    private void checkWhole(Type expected, Typed value, Stmt.Binding b) {
        body.session().drain();
        Type before = Unifier.prune(expected);
        Type found = Unifier.prune(value.type());
        Mismatch m = body.session().unifier().unify(expected, value.type());
        if (m != null) {
            boolean whole = m.depth() == 0 && m.kind() == Mismatch.Kind.DIFFERENT;
            if (isUnknown(before)) {
                List<String> similar = new SimilarNames(body.module()).types(((Type.Con) before).symbol().name());
                body.report().unknownAnnotation(body.place(b.span()), before, found, similar);
            } else if (whole) body.report().plain(body.place(b.span()), before, found);
            else body.report().mismatch(body.place(b.span()), m);
        }
        body.session().drain();
    }

    private boolean isUnknown(Type type) { return body.module().tables().isUnknown(type); }

    private Step declare(Stmt.Binding b, Pattern.Variable v, LocalScope scope, boolean mutable) {
        Step step = bound(b, v, scope, mutable);
        Variable variable = scope.findOwn(v.name());
        if (variable != null) body.declared(variable, v.span());
        return step;
    }

    private Step bound(Stmt.Binding b, Pattern.Variable v, LocalScope scope, boolean mutable) {
        Span span = b.span();
        if (b.type() != null) {
            Type annotated = body.resolve(b.type());
            Typed value = body.infer(b.value(), scope, annotated);
            checkWhole(annotated, value, b);
            // Nothing has an unknown type: that has been said, and the value's own type causes no further errors.
            Type type = isUnknown(annotated) ? value.type() : annotated;
            Variable variable = new Variable(v.name(), scope.frame(), type, mutable, true, false);
            scope.declare(variable);
            return bind(variable, value, span);
        }
        if (!mutable && b.value() instanceof Expr.Lambda lambda) return localFunctions.bindLambda(v.name(), lambda, scope, span);
        body.session().unifier().enterLevel();
        Typed value = body.infer(b.value(), scope);
        body.session().drain();
        body.session().unifier().leaveLevel();
        Variable redeclared = mutable ? scope.findOwn(v.name()) : null;
        if (redeclared != null && redeclared.mutable()) checkWhole(redeclared.type(), value, b);
        Supplier<Typed> reference = mutable ? null : functionReference(b.value(), scope);
        if (reference != null && Scheme.isOpenAbove(value.type(), body.session().unifier().level())) {
            Variable variable = new Variable(v.name(), scope.frame(), value.type(), false, value.known(), false);
            variable.generalise(reference);
            noteFunction(variable, b.value(), scope);
            scope.declare(variable);
            return localFunctions.copies(variable, span);
        }
        if (!mutable && b.value() instanceof Expr.Call && Unifier.prune(value.type()) instanceof Type.Function f) {
            return generalisedResult(v.name(), value, f, scope, span);
        }
        body.session().unifier().lower(value.type());
        Variable variable = new Variable(v.name(), scope.frame(), value.type(), mutable, value.known(), false);
        if (!mutable) noteFunction(variable, b.value(), scope);
        scope.declare(variable);
        return bind(variable, value, span);
    }

    /** Calls of a name that stands for a function may leave out what that has default values for. */
    private void noteFunction(Variable variable, Expr value, LocalScope scope) {
        if (!(value instanceof Expr.Variable v)) return;
        Variable local = scope.find(v.name());
        if (local != null) variable.stands(local.function());
        else if (!body.lookup().functions(v.name()).isEmpty()) variable.stands(v.name());
    }

    private static Step bind(Variable variable, Typed value, Span span) {
        return new Plain(out -> {
            Core core = value.emit().emit(out);
            if (Absent.may(core) && !variable.mutable()) {
                variable.keepDynamic();
                core = Absent.raw(core);
            }
            return new Core.Bind(variable.local(out), core, BuiltinTypes.UNIT, span);
        });
    }

    /** Infers the name of a function anew for each use; null if the value is not such a name. */
    private Supplier<Typed> functionReference(Expr value, LocalScope scope) {
        if (!(value instanceof Expr.Variable v)) return null;
        Variable local = scope.find(v.name());
        if (local != null) return local.isPolymorphic() ? () -> body.names().local(local, v.span()) : null;
        if (body.lookup().functions(v.name()).isEmpty()) return null;
        return () -> body.names().moduleName(v.name(), v.span(), null);
    }

    /**
     * A call that returns a function gives a general one; it runs once, so the value is kept without types for what is
     * general and each use sees its own instance.
     */
    private Step generalisedResult(String name, Typed value, Type.Function type, LocalScope scope, Span span) {
        int level = body.session().unifier().level();
        Scheme scheme = Scheme.generalise(List.of(), type.params(), type.result(), level);
        Variable stored = new Variable(name, scope.frame(), type, false, false, false);
        Variable variable = new Variable(name, scope.frame(), type, false, false, false);
        variable.generalise(() -> {
            Scheme.Use use = scheme.instantiate(body.session(), body.place(span));
            return new Typed(new Type.Function(use.params(), use.result()), out -> {
                Local local = stored.local(out);
                return new Core.LocalGet(local, local.type(), span);
            });
        });
        scope.declare(variable);
        return new Many(() -> {
            List<Typed.Emit> emits = new ArrayList<>();
            emits.add(out -> {
                Core core = value.emit().emit(out);
                Local local = stored.local(out);
                for (Variable.Copy copy : variable.copies()) copy.variable().shareLocal(local);
                return new Core.Bind(local, core, BuiltinTypes.UNIT, span);
            });
            return emits;
        });
    }

    private Step destructuring(Stmt.Binding b, LocalScope scope) {
        Type annotated = b.type() == null ? null : body.resolve(b.type());
        Typed value = body.infer(b.value(), scope, annotated);
        if (annotated != null) checkWhole(annotated, value, b);
        body.session().drain();
        LocalScope before = b.isVar() ? new LocalScope(null, scope.frame()) : scope;
        Type subject = annotated != null ? annotated : value.type();
        Patterns.Draft pattern = body.patterns().infer(b.pattern(), subject, before, scope);
        body.session().drain();
        return new Destructure(value, pattern, b.span());
    }
}
