package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Variables, functions as values, and fields. */
final class Names {
    /** Uses of general local functions; each copies the function, so uses inside one another multiply. */
    private static final int MOST_COPIES = 20_000;

    private final Body body;
    private final Set<String> unknown = new HashSet<>();
    private int copies;

    Names(Body body) { this.body = body; }

    Typed variable(Expr.Variable v, LocalScope scope, Type expected) {
        Variable local = scope.find(v.name());
        if (local != null) return local(local, v.span());
        Typed module = moduleName(v.name(), v.span(), expected);
        if (module != null) return module;
        unknown(v.name(), v.span(), scope);
        return body.erroneous(v.span());
    }

    Typed local(Variable variable, Span span) {
        if (variable.isPolymorphic() && ++copies > MOST_COPIES) {
            body.report().tooLarge(body.place(span));
            return body.erroneous(span);
        }
        Variable used = variable.isPolymorphic() ? variable.instantiate() : variable;
        used.use();
        return new Typed(used.type(), used.known(), out -> {
            Local local = used.local(out);
            Core value = new Core.LocalGet(local, local.type(), span);
            return used.holdsAbsent(out) ? Absent.of(value, out.concrete(used.type()), span) : value;
        });
    }

    /** What a name means outside the function: mvar, value, function or trait method; null if it is unknown. */
    Typed moduleName(String name, Span span, Type expected) {
        ModuleScope.MvarDeclaration mvar = body.lookup().mvar(name);
        if (mvar != null) return mvar(mvar, span);
        FunctionSymbol value = body.lookup().value(name);
        if (value != null) return value(value, span);
        List<? extends Callable> functions = body.lookup().functions(name);
        if (!functions.isEmpty()) return functionValue(functions, name, span, expected);
        if (body.session().tables().implementations().anyProvides(name)) return traitMethod(name, span);
        return null;
    }

    Typed mvar(ModuleScope.MvarDeclaration mvar, Span span) {
        MvarSymbol symbol = mvar.symbol();
        return new Typed(symbol.type(), true, _ -> new Core.MvarGet(symbol, symbol.type(), span));
    }

    /** A module binding or constant: evaluated again at every use. */
    Typed value(FunctionSymbol value, Span span) {
        Scheme.Use use = value.instantiate(body.session(), body.place(span));
        return new Typed(use.result(), true, out -> out.call(value, List.of(), out.concrete(use.result()), List.of(), span));
    }

    Typed functionValue(List<? extends Callable> candidates, String name, Span span, Type expected) {
        List<? extends Callable> fitting = candidates;
        if (candidates.size() > 1 && expected != null && Unifier.prune(expected) instanceof Type.Function f) {
            fitting = candidates.stream().filter(c -> c.arity() == f.params().size()).toList();
            if (fitting.isEmpty()) fitting = candidates;
        }
        if (fitting.size() == 1) return single(fitting.getFirst(), span);
        return overloaded(fitting, name, span, expected);
    }

    private Typed single(Callable callable, Span span) {
        Scheme.Use use = callable.instantiate(body.session(), body.place(span));
        return new Typed(new Type.Function(use.params(), use.result()), out -> out.functionValue(callable,
                out.concreteAll(use.params()), out.concrete(use.result()), span));
    }

    private Typed overloaded(List<? extends Callable> candidates, String name, Span span, Type expected) {
        int arity = candidates.getFirst().arity();
        List<? extends Callable> sameArity = candidates.stream().filter(c -> c.arity() == arity).toList();
        return pending(sameArity, name, arity, span, expected);
    }

    /** A trait method by name alone, chosen by the type of its first argument. */
    private Typed traitMethod(String name, Span span) {
        ImplSymbol any = body.session().tables().implementations().providing(name).getFirst();
        int arity = any.methods().get(name).arity();
        return arity == 0 ? null : pending(null, name, arity, span, null);
    }

    private Typed pending(List<? extends Callable> candidates, String name, int arity, Span span, Type expected) {
        List<Operand> operands = new ArrayList<>();
        List<Type> params = new ArrayList<>();
        Type.Function hint = expected != null && Unifier.prune(expected) instanceof Type.Function f
                && f.params().size() == arity ? f : null;
        for (int i = 0; i < arity; i++) {
            Type param = hint != null ? hint.params().get(i) : body.fresh();
            params.add(param);
            operands.add(Operand.of(new Typed(param, null), span));
        }
        Type result = body.fresh();
        PendingCall call = new PendingCall(body.place(span), body.module(), name, candidates, operands, result);
        body.session().require(call);
        return new Typed(new Type.Function(params, result), out -> {
            call.attempt(body.session(), true);
            if (call.site() == null) return Calls.unresolved(out, name, new Type.Function(params, result), span);
            Scheme.Use use = call.site().use();
            return out.functionValue(call.site().callee(), out.concreteAll(use.params()), out.concrete(use.result()), span);
        });
    }

    /** Reports each name once: the other uses in a function are mended with the first. */
    void unknown(String name, Span span, LocalScope scope) {
        if (body.module().lacksImport(name) || !unknown.add(name)) return;
        Set<String> candidates = new LinkedHashSet<>(scope.names());
        for (ModuleScope m = body.module(); m != null; m = m.parent()) {
            candidates.addAll(m.names());
            candidates.addAll(m.mvars().keySet());
            candidates.addAll(m.imports().keySet());
        }
        body.session().names().unknownVariable(body.place(span), name, Suggestions.similar(name, candidates),
                Suggestions.similar(name, libraryNames()));
    }

    private Set<String> libraryNames() {
        ProgramTables tables = body.module().tables();
        Set<String> found = new LinkedHashSet<>();
        for (ModuleScope module : tables.prelude()) found.addAll(module.functions().keySet());
        for (Builtin builtin : tables.builtins().all()) if (builtin.name().matches("[a-z]\\w*")) found.add(builtin.name());
        return found;
    }

    Typed field(Expr.Field f, LocalScope scope) {
        Typed qualified = body.qualified().member(f, scope);
        if (qualified != null) return qualified;
        Typed receiver = body.infer(f.receiver(), scope);
        return access(receiver, f.name().text(), f.span());
    }

    Typed access(Typed receiver, String field, Span span) {
        body.session().drain();
        TypeVariable result = body.fresh();
        result.open = true;
        body.session().require(new FieldConstraint(body.place(span), body.module(), receiver.type(), field, result));
        body.session().drain();
        return new Typed(result, true, out -> emitAccess(out, receiver, field, result, span));
    }

    private Core emitAccess(Emitter out, Typed receiver, String field, Type result, Span span) {
        Core value = receiver.emit().emit(out);
        Type type = out.concrete(receiver.type());
        if (Character.isDigit(field.charAt(0))) return new Core.TupleGet(value, Integer.parseInt(field), out.concrete(result), span);
        FieldAccess access = FieldAccess.of(type, field);
        if (access != null && ReactiveFields.isReactive(type)) return ReactiveFields.read(out, value, access, span);
        if (access != null) {
            return new Core.FieldGet(value, access.constructor(), access.index(), out.concrete(access.type()), span);
        }
        if (ReactiveFields.relatives(type, field) != null) {
            return out.helper("Reactive._" + field, List.of(type), ReactiveFields.relatives(type, field), List.of(value), span);
        }
        return out.dynamicField(value, field, span);
    }

    Typed tupleField(Expr.TupleField t, LocalScope scope) {
        Typed receiver = body.infer(t.receiver(), scope);
        return access(receiver, String.valueOf(t.index()), t.span());
    }
}
