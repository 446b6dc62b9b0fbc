package dev.ithaca.vm.code;

import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Type;
import java.util.Collections;
import java.util.List;

/**
 * How arguments and result of a function value are handed over, as its type says: Int and Float travel unboxed, and Bool as a
 * result, where {@link dev.ithaca.vm.runtime.value.Closure} has an entry for that. Caller and function need not agree on
 * the shape (either may know less about the type); what then meets is the boxed entry, which all functions have.
 *
 * @param params kinds of the arguments: LONG for Int, DOUBLE for Float, or REF
 * @param result kind of the result: LONG, DOUBLE, INT for Bool, or REF
 */
public record CallShape(List<Kind> params, Kind result) {
    /** The shape for a type, or for a number of arguments if it is not known to be a function of that many. */
    static CallShape of(Type function, int arity) {
        return function instanceof Type.Function(List<Type> params, Type result) && params.size() == arity
                ? of(params, result) : boxed(arity);
    }

    public static CallShape of(List<Type> params, Type result) {
        List<Kind> kinds = params.stream().map(CallShape::param).toList();
        return hasEntry(kinds) ? new CallShape(kinds, result(result)) : boxed(params.size());
    }

    /** Everything boxed. */
    public static CallShape boxed(int arity) { return new CallShape(Collections.nCopies(arity, Kind.REF), Kind.REF); }

    public boolean isBoxed() { return equals(boxed(params.size())); }

    /** One argument, or two of the same kind, or an Int and a reference. */
    private static boolean hasEntry(List<Kind> params) {
        return switch (params.size()) {
            case 1 -> true;
            case 2 -> params.getFirst() == params.getLast() || !params.contains(Kind.DOUBLE);
            default -> false;
        };
    }

    private static Kind param(Type type) {
        return BoxType.of(type).filter(b -> b == BoxType.INT || b == BoxType.FLOAT).map(BoxType::kind).orElse(Kind.REF);
    }

    private static Kind result(Type type) {
        return BoxType.of(type).filter(b -> b == BoxType.BOOL).map(BoxType::kind).orElse(param(type));
    }

    /** The type a value of that kind has on its way. */
    static Type type(Kind kind) {
        return switch (kind) {
            case LONG -> BuiltinTypes.INT;
            case DOUBLE -> BuiltinTypes.FLOAT;
            case INT -> BuiltinTypes.BOOL;
            case REF -> BuiltinTypes.DYNAMIC;
        };
    }
}
