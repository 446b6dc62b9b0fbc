package dev.ithaca.vm.types;

import java.util.List;

/** How well an argument fits a parameter, for choosing among overloads and implementations (chapter 2, section 7.2). */
final class Compatibility {
    static final int NO = -1;
    private static final int SAME = 100;
    private static final int SAME_NAME = 90;
    private static final int VARIABLE = 10;
    private static final int UNKNOWN = 50;

    private Compatibility() {}

    /** {@link #NO} if the argument cannot be passed, else more for the more specific parameter. */
    static int score(Type param, Type arg) {
        Type p = Unifier.prune(param);
        Type a = Unifier.prune(arg);
        if (p instanceof TypeVariable || p instanceof Type.Dynamic) return VARIABLE;
        if (a instanceof TypeVariable || a instanceof Type.Dynamic) return UNKNOWN;
        if (p.equals(a)) return SAME;
        return switch (p) {
            case Type.Con x when a instanceof Type.Con y -> x.symbol() == y.symbol()
                    ? nested(x.symbol(), x.args(), y.args()) : arrayForList(x, y);
            case Type.Tuple x when a instanceof Type.Tuple y && x.elements().size() == y.elements().size() ->
                    average(x.elements(), y.elements());
            case Type.Function x when a instanceof Type.Function y && x.params().size() == y.params().size() ->
                    functions(x, y);
            default -> NO;
        };
    }

    private static int nested(TypeSymbol symbol, List<Type> params, List<Type> args) {
        if (params.isEmpty() || args.isEmpty()) return SAME_NAME;
        int inner = average(params, args);
        if (inner == NO) return NO;
        return symbol.kind() == TypeSymbol.Kind.OPAQUE ? inner : Math.min(99, SAME_NAME + inner / 20);
    }

    private static int average(List<Type> params, List<Type> args) {
        if (params.size() != args.size()) return NO;
        if (params.isEmpty()) return SAME;
        int sum = 0;
        for (int i = 0; i < params.size(); i++) {
            int score = score(params.get(i), args.get(i));
            if (score == NO) return NO;
            sum += score;
        }
        return UNKNOWN + sum / params.size() / 2 - 1;
    }

    private static int functions(Type.Function p, Type.Function a) {
        int params = average(p.params(), a.params());
        int result = score(p.result(), a.result());
        if (p.params().isEmpty()) return result == NO ? NO : UNKNOWN + result / 2 - 1;
        return params == NO || result == NO ? NO : (params + result) / 2;
    }

    private static int arrayForList(Type.Con param, Type.Con arg) {
        boolean array = arg.symbol() == BuiltinTypes.INT64_ARRAY_SYMBOL || arg.symbol() == BuiltinTypes.FLOAT64_ARRAY_SYMBOL;
        return array && param.symbol() == BuiltinTypes.LIST_SYMBOL ? VARIABLE : NO;
    }

    /** Whether enough is known about the argument to tell whether it fits the parameter. */
    static boolean decided(Type param, Type arg) {
        Type p = Unifier.prune(param);
        Type a = Unifier.prune(arg);
        if (p instanceof TypeVariable || p instanceof Type.Dynamic || a instanceof Type.Dynamic) return true;
        if (a instanceof TypeVariable) return false;
        return switch (p) {
            case Type.Con x when a instanceof Type.Con y && x.symbol() == y.symbol() -> allDecided(x.args(), y.args());
            case Type.Tuple x when a instanceof Type.Tuple y -> allDecided(x.elements(), y.elements());
            case Type.Function x when a instanceof Type.Function y -> allDecided(x.params(), y.params())
                    && decided(x.result(), y.result());
            default -> true;
        };
    }

    private static boolean allDecided(List<Type> params, List<Type> args) {
        if (params.size() != args.size()) return true;
        for (int i = 0; i < params.size(); i++) if (!decided(params.get(i), args.get(i))) return false;
        return true;
    }
}
