package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code receiver.name(args)}: qualified call, method, function-typed field or function in scope. */
final class MethodCalls {
    private static final Set<String> STRING_ONLY = Set.of("chars", "toUpper", "toLower", "trim", "trimStart", "trimEnd",
            "startsWith", "endsWith", "replace", "replaceAll", "repeat", "padStart", "padEnd", "lines", "words", "lastIndexOf",
            "substring");
    private static final Set<String> MAP_ONLY = Set.of("lookup", "keys", "values", "getOrThrow");
    private static final Set<String> LIST_ONLY = Set.of("filter", "fold", "any", "all", "find", "sort", "sortBy", "head",
            "tail", "init", "last", "sum", "product", "zip", "unzip", "unique", "flatten", "position", "push", "pop", "nth",
            "slice", "scanl", "foldl", "foldr", "enumerate", "intersperse", "spanList", "groupBy", "transpose", "pairwise",
            "isSorted", "isSortedBy", "maximum", "minimum", "takeWhile", "dropWhile", "partition", "zipWith");

    private final Body body;

    MethodCalls(Body body) { this.body = body; }

    Typed methodCall(Expr.MethodCall call, LocalScope scope, Type expected) {
        List<Operand> args = call.args().stream().map(Operand::of).toList();
        Typed qualified = qualified(call, args, scope, expected);
        if (qualified != null) return qualified;
        if (call.receiver() instanceof Expr.Variable v && call.name().text().equals("update") && args.size() == 1
                && scope.find(v.name()) == null && body.lookup().mvar(v.name()) != null) {
            return update(body.lookup().mvar(v.name()), args.getFirst(), scope, call.span());
        }
        Typed sugar = namespaceSugar(call, args, scope, expected);
        if (sugar != null) return sugar;
        Typed receiver = body.infer(call.receiver(), scope);
        return onReceiver(receiver, call.name().text(), call.name().span(), call.receiver().span(), args, call.typeArgs(), scope,
                expected, call.span());
    }

    private Typed qualified(Expr.MethodCall call, List<Operand> args, LocalScope scope, Type expected) {
        String path = QualifiedNames.path(call.receiver(), scope);
        if (path == null) return null;
        String name = call.name().text();
        QualifiedNames names = body.qualified();
        ModuleScope module = names.module(path);
        if (module != null && Character.isUpperCase(name.charAt(0))) return null;
        if (module != null && !module.functions().containsKey(name)
                && (module.values().containsKey(name) || module.mvars().containsKey(name))) {
            Typed value = names.member(new Expr.Field(call.receiver(), call.name(), call.span()), scope);
            return body.calls().callValue(value, args, scope, call.span());
        }
        List<? extends Callable> functions = names.functions(path, name, call.name().span());
        if (functions != null) {
            if (functions.isEmpty()) {
                for (Operand arg : args) body.calls().inferred(arg, scope);
                return body.erroneous(call.span());
            }
            if (functions.size() == 1 && functions.getFirst() instanceof FunctionSymbol f && miscounted(f, args)) {
                for (Operand arg : args) body.calls().inferred(arg, scope);
                body.report().providedCount(body.place(call.span()), path + "." + name, f.arity(), args.size(),
                        name + "(" + String.join(", ", f.parameterNames()) + ")");
                return body.erroneous(call.span());
            }
            List<Type> explicit = CallApplication.explicit(call.typeArgs(), body.types());
            return body.calls().candidates(functions, path + "." + name, args, explicit, scope, expected, call.span(), false);
        }
        return ofTrait(path, call, args, scope, expected);
    }

    private static boolean miscounted(FunctionSymbol function, List<Operand> args) {
        return !function.accepts(args.size()) && args.stream().allMatch(a -> a.label() == null);
    }

    /** {@code Type.Trait.method(x)}, or an error for a prefix that means nothing. */
    private Typed ofTrait(String path, Expr.MethodCall call, List<Operand> args, LocalScope scope, Type expected) {
        int dot = path.lastIndexOf('.');
        if (dot > 0) {
            TypeSymbol type = body.lookup().type(path.substring(0, dot));
            if (type != null) {
                List<Type> open = new ArrayList<>();
                type.params().forEach(_ -> open.add(body.fresh()));
                ImplTable.Found found = body.session().tables().implementations().method(new Type.Con(type, open),
                        call.name().text(), path.substring(dot + 1));
                if (found != null) return body.calls().apply(found.method(), args, List.of(), scope, call.span(), false);
            }
        }
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        boolean value = body.lookup().value(first) != null || body.lookup().mvar(first) != null
                || !body.lookup().functions(first).isEmpty() || !body.lookup().constructors(first).isEmpty();
        if (value) return null;
        for (Operand arg : args) body.calls().inferred(arg, scope);
        Place place = body.place(call.receiver().span());
        if (Character.isUpperCase(first.charAt(0))) {
            body.session().names().unknownType(place, path, new SimilarNames(body.module()).qualifiers(path));
        } else {
            body.names().unknown(first, call.receiver().span(), scope);
        }
        return body.erroneous(call.span());
    }

    /** {@code m.Map.insert(k, v)} is {@code Map.insert(m, k, v)}. */
    private Typed namespaceSugar(Expr.MethodCall call, List<Operand> args, LocalScope scope, Type expected) {
        if (!(call.receiver() instanceof Expr.Field f) || !QualifiedNames.NAMESPACES.contains(f.name().text())) return null;
        String name = f.name().text() + "." + call.name().text();
        List<? extends Callable> functions = body.session().methods().qualified(name);
        if (functions.isEmpty()) return null;
        List<Operand> all = new ArrayList<>();
        all.add(Operand.of(f.receiver()));
        all.addAll(args);
        return body.calls().candidates(functions, name, all, List.of(), scope, expected, call.span(), false);
    }

    /** {@code mv.update(f)}: read, apply and write under the lock; the value is the new value. */
    private Typed update(ModuleScope.MvarDeclaration mvar, Operand function, LocalScope scope, Span span) {
        MvarSymbol symbol = mvar.symbol();
        Type type = symbol.type();
        Type wanted = new Type.Function(List.of(type), type);
        function.infer(body.infer(function.expr(), scope, wanted));
        body.session().unify(wanted, function.type(), body.place(function.span()));
        body.session().drain();
        return new Typed(type, out -> {
            Core old = new Core.MvarGet(symbol, type, span);
            Core updated = new Core.CallValue(function.typed().emit().emit(out), List.of(old), type, span);
            Core write = new Core.MvarSet(symbol, updated, BuiltinTypes.UNIT, span);
            return new Core.MvarLocked(symbol, new Core.Block(List.of(write, old), type, span), type, span);
        });
    }

    Typed onReceiver(Typed receiver, String name, Span nameSpan, List<Operand> args, List<TypeExpr> typeArgs, LocalScope scope,
                     Type expected, Span span) {
        return onReceiver(receiver, name, nameSpan, span, args, typeArgs, scope, expected, span);
    }

    private Typed onReceiver(Typed receiver, String name, Span nameSpan, Span receiverSpan, List<Operand> args,
                             List<TypeExpr> typeArgs, LocalScope scope, Type expected, Span span) {
        body.session().drain();
        List<Operand> operands = new ArrayList<>();
        operands.add(Operand.of(receiver, receiverSpan));
        operands.addAll(args);
        Type type = Unifier.prune(receiver.type());
        Variable local = scope.find(name);
        if (type instanceof TypeVariable unknown) {
            if (local != null && isCallable(local) && !ReservedNames.isBuiltin(name)) {
                return body.calls().callValue(body.names().local(local, nameSpan), operands, scope, span);
            }
            guess(unknown, name, args.size());
            type = Unifier.prune(unknown);
        }
        if (type instanceof TypeVariable) return deferred(name, operands, scope, nameSpan, span);
        MethodLookup.Target target = body.session().methods().find(type, name, body.module(), args.size());
        boolean userFunction = target instanceof MethodLookup.Missing || target instanceof MethodLookup.Functions f
                && f.callables().stream().allMatch(c -> c instanceof FunctionSymbol s && s.method() == null && !s.isLibrary());
        if (local != null && userFunction && isCallable(local)) {
            return body.calls().callValue(body.names().local(local, nameSpan), operands, scope, span);
        }
        return switch (target) {
            case MethodLookup.Functions f when f.callables().isEmpty() -> body.calls().callValue(
                    body.names().value(body.lookup().value(name), nameSpan), operands, scope, span);
            case MethodLookup.Functions f -> {
                List<Type> explicit = CallApplication.explicit(typeArgs, body.types());
                yield body.calls().candidates(f.callables(), name, operands, explicit, scope, expected, span, true);
            }
            case MethodLookup.FieldFunction f -> {
                Typed field = body.names().access(receiver, name, span);
                yield body.calls().callValue(field, args, scope, span);
            }
            case MethodLookup.Missing missing -> {
                for (Operand arg : args) body.calls().inferred(arg, scope);
                missing.report(body.session(), body.place(nameSpan), type, name);
                yield body.erroneous(span);
            }
        };
    }

    private static boolean isCallable(Variable local) {
        Type type = Unifier.prune(local.type());
        return local.isPolymorphic() || type instanceof Type.Function || type instanceof TypeVariable;
    }

    /** Method names that only one builtin type has fix an unknown receiver (chapter 2, section 6.7). */
    private void guess(TypeVariable receiver, String name, int arguments) {
        boolean users = body.session().tables().implementations().anyProvides(name)
                || body.lookup().functions(name).stream().anyMatch(c -> c instanceof FunctionSymbol f && !f.isLibrary());
        Type guess = null;
        if (STRING_ONLY.contains(name) && !body.session().tables().implementations().anyProvides(name)) guess = BuiltinTypes.STRING;
        else if (MAP_ONLY.contains(name) && !users) guess = BuiltinTypes.map(body.fresh(), body.fresh());
        else if (LIST_ONLY.contains(name) && !users) guess = BuiltinTypes.list(body.fresh());
        if (guess != null) {
            body.session().unifier().unify(receiver, guess);
            body.session().drain();
        }
    }

    private Typed deferred(String name, List<Operand> operands, LocalScope scope, Span nameSpan, Span span) {
        for (Operand operand : operands.subList(1, operands.size())) {
            if (operand.isInferred()) continue;
            operand.infer(operand.isLambda() ? body.functions().openLambda((Expr.Lambda) operand.expr(), scope)
                    : body.infer(operand.expr(), scope));
        }
        Type result = body.fresh();
        PendingCall call = new PendingCall(body.place(nameSpan), body.module(), name, null, operands, result);
        return body.calls().pending(call, name, span);
    }
}
