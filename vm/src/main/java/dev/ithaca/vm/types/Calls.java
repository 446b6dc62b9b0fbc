package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls in function form, and pipes. */
final class Calls {
    private static final java.util.regex.Pattern CONVERSION = java.util.regex.Pattern.compile("(to|as)(U?Int|Float)(8|16|32|64)?");

    private final Body body;

    Calls(Body body) { this.body = body; }

    Typed call(Expr.Call call, LocalScope scope, Type expected) {
        List<Operand> operands = call.args().stream().map(Operand::of).toList();
        if (call.function() instanceof Expr.Variable v) return named(v, call, operands, scope, expected);
        return callValue(body.infer(call.function(), scope), operands, scope, call.span());
    }

    private Typed named(Expr.Variable v, Expr.Call call, List<Operand> operands, LocalScope scope, Type expected) {
        String name = v.name();
        Variable local = scope.find(name);
        boolean builtin = ReservedNames.isBuiltin(name);
        if (local != null && !(builtin && !isFunctionLike(local))) return callLocal(local, operands, v, scope, call.span());
        return byName(name, v.span(), call.typeArgs(), operands, scope, expected, call.span());
    }

    /** A parameter or local that may hold a function hides a builtin of its name. */
    private static boolean isFunctionLike(Variable local) {
        Type type = Unifier.prune(local.type());
        return local.isPolymorphic() || type instanceof Type.Function || type instanceof TypeVariable;
    }

    private Typed callLocal(Variable local, List<Operand> operands, Expr.Variable name, LocalScope scope, Span span) {
        if (local.function() != null && Unifier.prune(local.type()) instanceof Type.Function f && f.params().size() > operands.size()) {
            return byName(local.function(), name.span(), List.of(), operands, scope, null, span);
        }
        Variable byArity = scope.find(local.name() + "/" + operands.size());
        Variable chosen = byArity != null ? byArity : local;
        List<Operand> all = chosen.definition() == null ? operands : withDefaults(chosen, operands);
        return callValue(body.names().local(chosen, span), all, scope, span);
    }

    /** Arguments of a local function in the order of its parameters, missing ones by their default values. */
    private List<Operand> withDefaults(Variable function, List<Operand> operands) {
        List<Item.Param> params = function.definition().clauses().getFirst().params();
        Operand[] all = new Operand[Math.max(params.size(), operands.size())];
        for (Operand operand : operands) {
            for (int i = 0; i < params.size() && operand.label() != null; i++) {
                if (params.get(i).pattern() instanceof Pattern.Variable v && v.name().equals(operand.label().text())) all[i] = operand;
            }
        }
        int next = 0;
        for (Operand operand : operands) {
            if (Arrays.asList(all).contains(operand)) continue;
            while (all[next] != null) next++;
            all[next] = operand;
        }
        List<Operand> filled = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] == null && params.get(i).defaultValue() != null) {
                Expr value = params.get(i).defaultValue();
                all[i] = Operand.of(body.infer(value, function.definitionScope()), value.span());
            }
            if (all[i] != null) filled.add(all[i]);
        }
        return filled;
    }

    /** Calls what a name means outside the function. */
    Typed byName(String name, Span nameSpan, List<TypeExpr> typeArgs, List<Operand> operands, LocalScope scope, Type expected,
                 Span span) {
        if (name.equals("throw") && operands.size() == 1) return raise(operands.getFirst(), scope, span);
        if (name.equals("assertType") && typeArgs.size() == 1) return assertType(typeArgs.getFirst(), operands, scope, span);
        if (name.equals("__native__")) return extensionCall(operands, scope, span);
        if (TypeArgumentForms.isForm(name, typeArgs) && body.lookup().functions(name).isEmpty()) {
            return new TypeArgumentForms(body).call(name, typeArgs.getFirst(), operands, scope, span);
        }
        List<? extends Callable> functions = body.lookup().functions(name);
        if (!functions.isEmpty()) {
            List<Type> explicit = CallApplication.explicit(typeArgs, body.types());
            if (functions.getFirst() instanceof BuiltinFunction) {
                Typed special = builtin(name, operands, scope, span);
                if (special != null) return special;
            }
            return candidates(functions, name, operands, explicit, scope, expected, span, false);
        }
        boolean method = body.session().tables().implementations().anyProvides(name) || body.lookup().isTraitMethod(name);
        if (method && !operands.isEmpty()) {
            return body.methodCalls().onReceiver(inferred(operands.getFirst(), scope), name, nameSpan,
                    operands.subList(1, operands.size()), List.of(), scope, expected, span);
        }
        Typed value = body.names().moduleName(name, nameSpan, null);
        if (value != null) return callValue(value, operands, scope, span);
        body.names().unknown(name, nameSpan, scope);
        for (Operand operand : operands) inferred(operand, scope);
        return body.erroneous(span);
    }

    Typed inferred(Operand operand, LocalScope scope) {
        if (!operand.isInferred()) operand.infer(body.infer(operand.expr(), scope));
        return operand.typed();
    }

    private Typed raise(Operand operand, LocalScope scope, Span span) {
        Typed value = inferred(operand, scope);
        Type type = body.fresh();
        return new Typed(type, out -> new Core.Throw(value.emit().emit(out), out.concrete(type), span));
    }

    /** A function of a native extension: there are none on this machine, which the program may catch. */
    private Typed extensionCall(List<Operand> operands, LocalScope scope, Span span) {
        if (operands.isEmpty() || !(operands.getFirst().expr() instanceof Expr.StringLit)) {
            body.report().other("T1", body.place(span), "__native__ first argument must be a plain string literal", null);
            return body.erroneous(span);
        }
        List<Typed> values = operands.stream().map(operand -> inferred(operand, scope)).toList();
        Type type = body.fresh();
        return new Typed(type, out -> {
            List<Core> steps = new ArrayList<>(Collections.emitAll(out, values));
            steps.add(new Core.Throw(new Core.Const("Extension call failed: No extension manager configured",
                    BuiltinTypes.STRING, span), out.concrete(type), span));
            return new Core.Block(steps, out.concrete(type), span);
        });
    }

    private Typed assertType(TypeExpr written, List<Operand> operands, LocalScope scope, Span span) {
        Type expected = body.resolve(written);
        if (operands.size() != 1) {
            body.report().argumentCount(body.place(span), 1, operands.size());
            return body.erroneous(span);
        }
        Typed value = inferred(operands.getFirst(), scope);
        body.session().drain();
        if (body.session().unifier().unify(expected, value.type()) != null) {
            body.report().assertTypeFailed(body.place(span), expected, value.type());
        }
        return value;
    }

    /** Builtins whose rules no signature can express. */
    private Typed builtin(String name, List<Operand> operands, LocalScope scope, Span span) {
        if (CONVERSION.matcher(name).matches() && operands.size() == 1) return conversion(name, operands.getFirst(), scope, span);
        if (!name.equals("length") && !name.equals("len") || operands.size() != 1) return null;
        Typed value = inferred(operands.getFirst(), scope);
        body.session().drain();
        Type type = Unifier.prune(value.type());
        if (type instanceof Type.Tuple tuple) {
            return new Typed(BuiltinTypes.INT, out -> new Core.Block(List.of(value.emit().emit(out),
                    new Core.Const((long) tuple.elements().size(), BuiltinTypes.INT, span)), BuiltinTypes.INT, span));
        }
        if (type instanceof TypeVariable || type instanceof Type.Dynamic || hasLength(name, type)) return null;
        String hint = type instanceof Type.Con con && con.symbol() == BuiltinTypes.MAP_SYMBOL ? " (use .size() for Map)"
                : type instanceof Type.Con c && c.symbol() == BuiltinTypes.SET_SYMBOL ? " (use .size() for Set)" : "";
        body.report().plain(body.place(span), "List, String, Tuple, or Array" + hint, new TypePrinter().print(type));
        return body.erroneous(span);
    }

    private boolean hasLength(String name, Type type) {
        if (type instanceof Type.Con con && (con.symbol() == BuiltinTypes.MAP_SYMBOL || con.symbol() == BuiltinTypes.SET_SYMBOL)) {
            return false;
        }
        return body.session().tables().builtins().named(name).stream()
                .anyMatch(b -> Compatibility.score(b.shape().getFirst(), type) != Compatibility.NO);
    }

    /** @return null if the operand may be a number */
    private Typed conversion(String name, Operand operand, LocalScope scope, Span span) {
        Typed value = inferred(operand, scope);
        body.session().drain();
        Type type = Unifier.prune(value.type());
        boolean text = type.equals(BuiltinTypes.STRING) || type.equals(BuiltinTypes.BOOL) || type.equals(BuiltinTypes.UNIT);
        if (!text && !(type instanceof Type.Tuple) && !(type instanceof Type.Function)) return null;
        body.report().notNumeric(body.place(span), name, type);
        return body.erroneous(span);
    }

    /** Chooses among functions of one name and applies the choice, later if the argument types do not tell yet. */
    Typed candidates(List<? extends Callable> all, String name, List<Operand> operands, List<Type> explicit, LocalScope scope,
                     Type expected, Span span, boolean method) {
        List<? extends Callable> viable = all;
        if (all.size() > 1) {
            viable = all.stream().filter(c -> ArgumentBinding.quietly(c, operands) != null).toList();
            if (viable.isEmpty()) viable = all;
        }
        if (viable.size() == 1) return apply(viable.getFirst(), operands, explicit, scope, span, method);
        for (Operand operand : operands) if (!operand.isLambda()) inferred(operand, scope);
        body.session().drain();
        if (explicit.isEmpty() && !operands.isEmpty() && Unifier.prune(operands.getFirst().type()) instanceof Type.Dynamic) {
            for (Operand operand : operands) inferred(operand, scope);
            DynamicCall dynamic = DynamicCall.of(viable, operands, body.session(), body.place(span));
            if (dynamic != null) return new Typed(dynamic.result(), out -> dynamic.emit(out, out.concrete(dynamic.result()), span));
        }
        Callable chosen = new OverloadChoice(viable, operands).choose(false);
        if (chosen != null) return apply(chosen, operands, explicit, scope, span, method);
        for (Operand operand : operands) inferred(operand, scope);
        body.session().drain();
        Type result = body.fresh();
        return pending(new PendingCall(body.place(span), body.module(), name, viable, operands, result), name, span);
    }

    /** A call that is decided when its types are known. */
    Typed pending(PendingCall call, String name, Span span) {
        Session session = body.session();
        session.require(call);
        session.drain();
        return new Typed(call.result(), out -> {
            call.attempt(session, true);
            session.drain();
            if (call.site() != null) return call.site().emit(out, call.operands(), span);
            if (call.field() != null) return emitFieldCall(out, call, span);
            if (call.dynamic() != null) return call.dynamic().emit(out, out.concrete(call.result()), span);
            return unresolved(out, name, call.result(), span);
        });
    }

    private static Core emitFieldCall(Emitter out, PendingCall call, Span span) {
        Core receiver = call.operands().getFirst().typed().emit().emit(out);
        FieldAccess access = call.field();
        Core function = new Core.FieldGet(receiver, access.constructor(), access.index(), out.concrete(access.type()), span);
        List<Core> args = new ArrayList<>();
        for (Operand o : call.operands().subList(1, call.operands().size())) args.add(o.typed().emit().emit(out));
        return new Core.CallValue(function, args, out.concrete(call.result()), span);
    }

    static Core unresolved(Emitter out, String name, Type type, Span span) {
        return new Core.Raise("Panic", "cannot resolve trait method `" + name + "` without type information",
                out.concrete(type), span);
    }

    Typed apply(Callable callable, List<Operand> operands, List<Type> explicit, LocalScope scope, Span span, boolean method) {
        CallApplication application = new CallApplication(body.session(), operands, body.place(span), method,
                (operand, wanted) -> {
                    if (!operand.isInferred()) operand.infer(body.infer(operand.expr(), scope, wanted));
                    return operand.type();
                });
        CallApplication.Applied applied = application.apply(callable, explicit);
        if (applied == null) return body.erroneous(span);
        return new Typed(applied.site().use().result(), out -> applied.site().emit(out, operands, span));
    }

    /** Calls a function value; labels are ignored. */
    Typed callValue(Typed function, List<Operand> operands, LocalScope scope, Span span) {
        body.session().drain();
        Type result;
        switch (Unifier.prune(function.type())) {
            case Type.Function type -> {
                if (type.params().size() != operands.size()) {
                    body.report().argumentCount(body.place(span), type.params().size(), operands.size());
                    for (Operand operand : operands) inferred(operand, scope);
                    return body.erroneous(span);
                }
                result = type.result();
                passAll(type, operands, scope);
            }
            case TypeVariable unknown -> {
                List<Type> params = new ArrayList<>();
                for (Operand operand : operands) params.add(inferred(operand, scope).type());
                result = body.fresh();
                body.session().unify(unknown, new Type.Function(params, result), body.place(span));
            }
            case Type.Dynamic _ -> {
                for (Operand operand : operands) inferred(operand, scope);
                result = body.fresh();
            }
            case Type other -> {
                List<Type> params = new ArrayList<>();
                for (Operand operand : operands) params.add(inferred(operand, scope).type());
                result = body.fresh();
                body.report().quoted(body.place(span), other, new Type.Function(params, result));
            }
        }
        body.session().drain();
        return new Typed(result, out -> {
            Core callee = function.emit().emit(out);
            List<Core> args = new ArrayList<>();
            for (Operand operand : operands) args.add(operand.typed().emit().emit(out));
            return new Core.CallValue(callee, args, out.concrete(result), span);
        });
    }

    private void passAll(Type.Function type, List<Operand> operands, LocalScope scope) {
        for (boolean lambdas : new boolean[] {false, true}) {
            for (int i = 0; i < operands.size(); i++) {
                Operand operand = operands.get(i);
                if (operand.isLambda() != lambdas) continue;
                Type param = type.params().get(i);
                if (!operand.isInferred()) operand.infer(body.infer(operand.expr(), scope, param));
                Type before = Unifier.prune(param);
                Type found = Unifier.prune(operand.type());
                Mismatch m = body.session().unifier().unify(param, operand.type());
                if (m == null) continue;
                if (m.depth() == 0 && m.kind() == Mismatch.Kind.DIFFERENT) {
                    body.report().plain(body.place(operand.span()), before, found);
                } else {
                    body.report().mismatch(body.place(operand.span()), m);
                }
            }
        }
    }

    Typed pipe(Expr.Pipe pipe, LocalScope scope, Type expected) {
        Operand value = Operand.of(pipe.value());
        return switch (pipe.function()) {
            case Expr.Call c -> {
                List<Expr.Arg> args = withFirst(pipe.value(), c.args());
                yield call(new Expr.Call(c.function(), c.typeArgs(), args, pipe.span()), scope, expected);
            }
            case Expr.MethodCall m when QualifiedNames.path(m.receiver(), scope) != null -> body.methodCalls().methodCall(
                    new Expr.MethodCall(m.receiver(), m.name(), m.typeArgs(), withFirst(pipe.value(), m.args()), pipe.span()),
                    scope, expected);
            case Expr.Field f when QualifiedNames.path(f.receiver(), scope) != null -> body.methodCalls().methodCall(
                    new Expr.MethodCall(f.receiver(), f.name(), List.of(), withFirst(pipe.value(), List.of()), pipe.span()),
                    scope, expected);
            case Expr.UpperName u -> body.constructions().construct(
                    new Expr.Construct(null, u.name(), withFirst(pipe.value(), List.of()), pipe.span()), scope, expected);
            case Expr.Construct c -> body.constructions().construct(
                    new Expr.Construct(c.qualifier(), c.name(), withFirst(pipe.value(), c.args()), pipe.span()), scope, expected);
            case Expr.Variable v -> named(v, new Expr.Call(v, List.of(), withFirst(pipe.value(), List.of()), pipe.span()),
                    List.of(value), scope, expected);
            default -> {
                inferred(value, scope);
                yield callValue(body.infer(pipe.function(), scope), List.of(value), scope, pipe.span());
            }
        };
    }

    private static List<Expr.Arg> withFirst(Expr first, List<Expr.Arg> rest) {
        List<Expr.Arg> args = new ArrayList<>();
        args.add(new Expr.Arg(null, first));
        args.addAll(rest);
        return args;
    }
}
