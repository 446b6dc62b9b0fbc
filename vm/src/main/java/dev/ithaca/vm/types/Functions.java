package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Lambdas and local functions. */
final class Functions {
    private final Body body;

    Functions(Body body) { this.body = body; }

    /** A lambda's inferred parts. */
    private record Parameter(Variable variable, Patterns.Draft pattern) {}

    Typed lambda(Expr.Lambda l, LocalScope scope, Type expected) { return lambda(l, scope, expected, false); }

    /** A lambda passed to a method of an unknown receiver: its parameters stay open to arithmetic. */
    Typed openLambda(Expr.Lambda l, LocalScope scope) { return lambda(l, scope, null, true); }

    private Typed lambda(Expr.Lambda l, LocalScope scope, Type expected, boolean open) {
        Type.Function hint = expected != null && Unifier.prune(expected) instanceof Type.Function f ? f : null;
        if (hint != null && spreads(l, hint)) {
            List<Pattern> patterns = l.params().stream().map(Item.Param::pattern).toList();
            Pattern tuple = new Pattern.Tuple(patterns, l.span());
            l = new Expr.Lambda(List.of(new Item.Param(tuple, null, null)), l.returnType(), l.body(), l.span());
        }
        return named("<lambda>", l, scope, hint, open);
    }

    /** A tuple passed to a lambda with one parameter per component is spread (chapter 1, section 5.8). */
    private boolean spreads(Expr.Lambda l, Type.Function hint) {
        if (hint.params().size() != 1 || l.params().size() < 2) return false;
        return switch (Unifier.prune(hint.params().getFirst())) {
            case Type.Tuple tuple -> tuple.elements().size() == l.params().size();
            case TypeVariable _ -> true;
            default -> false;
        };
    }

    Typed named(String name, Expr.Lambda l, LocalScope scope, Type.Function hint, boolean open) {
        return lambda(scope.frame().name() + "." + name, l, scope, hint, open);
    }

    /** @param fullName as users see it in monitors and traces */
    private Typed lambda(String fullName, Expr.Lambda l, LocalScope scope, Type.Function hint, boolean open) {
        Type result = l.returnType() != null ? body.resolve(l.returnType()) : body.fresh();
        Frame outer = scope.frame();
        Frame frame = new Frame(outer, fullName, result, l.returnType() != null);
        LocalScope inner = new LocalScope(scope, frame);
        List<Type> paramTypes = new ArrayList<>();
        List<Parameter> params = new ArrayList<>();
        for (int i = 0; i < l.params().size(); i++) {
            Item.Param param = l.params().get(i);
            Type type = paramType(param, hint != null && hint.params().size() == l.params().size() ? hint.params().get(i) : null, open);
            paramTypes.add(type);
            params.add(parameter(param, type, inner, frame, i));
        }
        Typed value = body.infer(l.body(), inner, l.returnType() != null ? result : hint != null ? hint.result() : null);
        body.session().unify(result, value.type(), body.place(l.body().span()));
        body.session().drain();
        Type type = new Type.Function(paramTypes, result);
        Span span = l.span();
        return new Typed(type, out -> emit(out, frame.name(), params, value, type, result, span));
    }

    private Type paramType(Item.Param param, Type hint, boolean open) {
        if (param.type() != null) {
            Type annotated = body.resolve(param.type());
            if (hint != null) body.session().unifier().tryUnify(hint, annotated);
            return annotated;
        }
        if (hint != null) return hint;
        TypeVariable variable = body.fresh();
        variable.open = open;
        return variable;
    }

    private Parameter parameter(Item.Param param, Type type, LocalScope inner, Frame frame, int index) {
        boolean known = param.type() != null;
        switch (param.pattern()) {
            case Pattern.Variable v -> {
                Variable variable = new Variable(v.name(), frame, type, false, known, false);
                inner.declare(variable);
                body.declared(variable, v.span());
                return new Parameter(variable, null);
            }
            case Pattern.Wildcard _ -> {
                return new Parameter(new Variable("_" + index, frame, type, false, known, true), null);
            }
            case Pattern pattern -> {
                Variable variable = new Variable("argument" + (index + 1), frame, type, false, known, true);
                return new Parameter(variable, body.patterns().infer(pattern, type, inner, inner));
            }
        }
    }

    private static Core emit(Emitter out, String name, List<Parameter> params, Typed value, Type type, Type result, Span span) {
        List<Local> locals = new ArrayList<>();
        List<Core> subjects = new ArrayList<>();
        List<CorePattern> patterns = new ArrayList<>();
        for (Parameter p : params) {
            Local local = p.variable().local(out);
            locals.add(local);
            if (p.pattern() == null) continue;
            subjects.add(new Core.LocalGet(local, local.type(), span));
            patterns.add(p.pattern().emit(out, local.type()));
        }
        Type returned = out.concrete(result);
        Core inner = value.emit().emit(out);
        if (!patterns.isEmpty()) {
            inner = new Core.Match(subjects, List.of(new Core.Arm(patterns, null, inner, span)), Control.noArm(returned, span),
                    returned, span);
        }
        return new Core.Lambda(name, locals, returned, inner, out.concrete(type), span);
    }

    /** An expression as a function without arguments. Where it is a call, the process goes by the name of what it calls. */
    Typed thunk(Expr operand, LocalScope scope) {
        String name = switch (operand) {
            case Expr.Call(Expr.Variable(String callee, var _), var _, var _, var _) -> callee;
            case Expr.MethodCall(var _, Name callee, var _, var _, var _) -> callee.text();
            default -> scope.frame().name() + ".<spawned>";
        };
        return lambda(name, new Expr.Lambda(List.of(), null, operand, operand.span()), scope, null, false);
    }

    /** Several clauses of a local function, tried in source order, as one lambda. */
    Typed local(String name, List<Stmt.LocalFunction> clauses, int arity, LocalScope scope) {
        Stmt.LocalFunction first = clauses.getFirst();
        if (clauses.size() == 1) {
            List<Item.Param> params = first.params().stream().map(p -> new Item.Param(p.pattern(), p.type(), null)).toList();
            return named(name, new Expr.Lambda(params, first.returnType(), first.body(), first.span()), scope, null, false);
        }
        Type result = body.fresh();
        Frame frame = new Frame(scope.frame(), scope.frame().name() + "." + name, result, false);
        List<Type> types = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            types.add(body.fresh());
            variables.add(new Variable("argument" + (i + 1), frame, types.get(i), false, false, true));
        }
        List<ClauseDraft> drafts = new ArrayList<>();
        for (Stmt.LocalFunction clause : clauses) drafts.add(clause(clause, types, result, new LocalScope(scope, frame)));
        Type type = new Type.Function(types, result);
        Span span = first.span();
        return new Typed(type, out -> {
            List<Local> locals = variables.stream().map(v -> v.local(out)).toList();
            Type returned = out.concrete(result);
            Core match = new Core.Match(ClauseDraft.subjects(locals, span), drafts.stream().map(d -> d.emit(out, locals)).toList(),
                    Control.noArm(returned, span), returned, span);
            return new Core.Lambda(frame.name(), locals, returned, match, out.concrete(type), span);
        });
    }

    /** A clause with fewer parameters than the others ignores the rest of the arguments. */
    private ClauseDraft clause(Stmt.LocalFunction clause, List<Type> types, Type result, LocalScope inner) {
        List<Patterns.Draft> patterns = new ArrayList<>();
        LocalScope bound = inner.nested();
        for (int i = 0; i < types.size(); i++) {
            if (i >= clause.params().size()) {
                patterns.add((_, type) -> new CorePattern.Wildcard(type));
                continue;
            }
            Item.Param param = clause.params().get(i);
            if (param.type() != null) body.session().unify(body.resolve(param.type()), types.get(i), body.place(clause.span()));
            patterns.add(body.patterns().infer(param.pattern(), types.get(i), bound, bound));
        }
        if (clause.returnType() != null) body.session().unify(body.resolve(clause.returnType()), result, body.place(clause.span()));
        Typed value = body.infer(clause.body(), bound, result);
        body.session().unify(result, value.type(), body.place(clause.body().span()));
        body.session().drain();
        return new ClauseDraft(patterns, null, value, clause.span());
    }
}
