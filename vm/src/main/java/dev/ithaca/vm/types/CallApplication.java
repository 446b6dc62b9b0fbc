package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies a chosen function to its arguments: types of one use, every argument against its parameter. */
final class CallApplication {
    private final Session session;
    private final List<Operand> operands;
    private final Place place;
    private final boolean method;
    private final Typing typing;

    /** Gives the type of an operand that goes to a parameter of the expected type. */
    interface Typing {
        Type type(Operand operand, Type expected);
    }

    record Applied(CallSite site) {}

    /** @param method whether the first operand is the receiver of a method call */
    CallApplication(Session session, List<Operand> operands, Place place, boolean method, Typing typing) {
        this.session = session;
        this.operands = operands;
        this.place = place;
        this.method = method;
        this.typing = typing;
    }

    /** Null if the arguments cannot be bound to the parameters; that was reported. */
    Applied apply(Callable callable, List<Type> explicit) {
        int[] paramOf = ArgumentBinding.bind(session, callable, operands, place);
        if (paramOf == null) {
            for (Operand operand : operands) if (!operand.isInferred()) typing.type(operand, null);
            return null;
        }
        Scheme.Use use = callable.instantiate(session, place);
        instantiateExplicitly(callable, use, explicit);
        Map<TypeVariable, Integer> shared = new HashMap<>();
        Type[] before = new Type[use.params().size()];
        for (int i = 0; i < before.length; i++) before[i] = Unifier.prune(use.params().get(i));
        for (boolean lambdas : new boolean[] {false, true}) {
            for (int i = 0; i < operands.size(); i++) {
                Operand operand = operands.get(i);
                if (operand.isLambda() != lambdas) continue;
                int param = paramOf[i];
                Type type = typing.type(operand, use.params().get(param));
                check(callable, i, param, before, use.params().get(param), type, shared, paramOf);
                if (before[param] instanceof TypeVariable v) shared.putIfAbsent(v, i);
                session.drain();
            }
        }
        if (callable instanceof FunctionSymbol f && f.method() != null) requireConditions(f.method().implementation(), use);
        return new Applied(new CallSite(callable, use, paramOf));
    }

    /** What the {@code when} clause of the method's implementation asks of this receiver's type. */
    private void requireConditions(ImplSymbol implementation, Scheme.Use use) {
        if (implementation.bounds().isEmpty()) return;
        Instantiation instantiation = new Instantiation(session.unifier()::fresh);
        if (!session.unifier().tryUnify(instantiation.apply(implementation.target()), use.params().getFirst())) return;
        for (ImplSymbol.Bound bound : implementation.bounds()) {
            session.require(new BoundConstraint(place, bound.trait(), null, instantiation.apply(bound.variable())));
        }
    }

    private void instantiateExplicitly(Callable callable, Scheme.Use use, List<Type> explicit) {
        if (explicit.isEmpty()) return;
        if (explicit.size() != use.typeParams().size()) {
            List<String> names = callable instanceof FunctionSymbol f
                    ? f.typeParams().stream().map(p -> p.name().text()).toList() : List.of();
            session.report().typeArgumentCount(place, callable.name(), names, explicit.size());
            return;
        }
        for (int i = 0; i < explicit.size(); i++) session.unify(use.typeParams().get(i), explicit.get(i), place);
    }

    private void check(Callable callable, int index, int param, Type[] before, Type expected, Type found,
                       Map<TypeVariable, Integer> shared, int[] paramOf) {
        Type expectedBefore = Unifier.prune(expected);
        Type foundBefore = Unifier.prune(found);
        Mismatch mismatch = session.unifier().unify(expected, found);
        if (mismatch == null) return;
        if (before[param] instanceof TypeVariable v && shared.containsKey(v)) {
            int earlier = shared.get(v);
            if (!isGenericResult(operands.get(earlier)) && !isGenericResult(operands.get(index))) {
                session.report().annotationRequired(place, Math.min(paramOf[earlier], param) + 1,
                        Math.max(paramOf[earlier], param) + 1, operands.get(earlier).type(), found);
                return;
            }
        }
        report(callable, index, mismatch, expectedBefore, foundBefore);
    }

    /** Whether an argument's type is only known through another inferred function. */
    private static boolean isGenericResult(Operand operand) {
        return operand.expr() instanceof Expr.Call;
    }

    private void report(Callable callable, int index, Mismatch mismatch, Type expected, Type found) {
        Place at = operands.get(index).expr() == null && operands.get(index).typed() == null ? place
                : new Place(place.file(), operands.get(index).span());
        String described = describedParameter(callable, index);
        if (described != null && mismatch.kind() == Mismatch.Kind.DIFFERENT && isOfOtherKind(expected, found)) {
            session.report().plain(at, described, new TypePrinter().print(found));
        } else if (mismatch.kind() != Mismatch.Kind.DIFFERENT && mismatch.kind() != Mismatch.Kind.TUPLE_LENGTH) {
            session.report().mismatch(at, mismatch);
        } else if (mismatch.kind() == Mismatch.Kind.TUPLE_LENGTH || isPlain(callable, expected, found)) {
            session.report().plain(at, expected, found);
        } else if (method && callable instanceof FunctionSymbol f && !f.isLibrary() && mismatch.depth() == 0) {
            session.report().argumentType(at, index + 1, callable.name(), expected, found);
        } else {
            session.report().mismatch(at, mismatch);
        }
    }

    /** What some collection functions ask for, in words (chapter 2, section 8.3). */
    private static String describedParameter(Callable callable, int index) {
        if (callable instanceof FunctionSymbol f && !f.isLibrary()) return null;
        return switch (callable.name()) {
            case "unzip" -> index == 0 ? "List of tuples" : null;
            case "Map.fromList", "fromList" -> index == 0 ? "List of key-value tuples" : null;
            case "map", "filter", "each", "flatMap" -> index == 1 ? "function" : null;
            case "zip" -> index == 1 ? "List" : null;
            default -> null;
        };
    }

    /** Whether the argument is not even of the parameter's form, down to the elements of a list of tuples. */
    private static boolean isOfOtherKind(Type expected, Type found) {
        if (expected instanceof Type.Con e && found instanceof Type.Con f && e.symbol() == f.symbol()) {
            return e.args().size() == 1 && isOfOtherKind(Unifier.prune(e.args().getFirst()), Unifier.prune(f.args().getFirst()));
        }
        return expected.getClass() != found.getClass() || expected instanceof Type.Con;
    }

    /** The cases of chapter 2, section 15.4, that are worded without quotes. */
    private boolean isPlain(Callable callable, Type expected, Type found) {
        boolean builtin = callable instanceof BuiltinFunction || callable instanceof FunctionSymbol f && f.isLibrary();
        if (builtin && method && expected instanceof Type.Function) return true;
        boolean container = expected instanceof Type.Tuple || expected instanceof Type.Con con
                && List.of(BuiltinTypes.LIST_SYMBOL, BuiltinTypes.MAP_SYMBOL, BuiltinTypes.SET_SYMBOL).contains(con.symbol());
        boolean other = !(found instanceof Type.Function) && !(found instanceof Type.Con con
                && (con.symbol().kind() == TypeSymbol.Kind.VARIANT || expected instanceof Type.Con e && e.symbol() == con.symbol()));
        return container && other && !(expected instanceof Type.Tuple && found instanceof Type.Tuple);
    }

    /** Types written as explicit type arguments. */
    static List<Type> explicit(List<TypeExpr> written, TypeResolver resolver) {
        List<Type> types = new ArrayList<>();
        for (TypeExpr type : written) types.add(resolver.resolve(type));
        return types;
    }
}
