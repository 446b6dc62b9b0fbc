package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Set;

/**
 * Values of a primitive type that may turn out to be unit: what a map has for a key it has not (chapter 3, appendix C 4).
 * They are kept as references as long as they are only bound, shown, compared or put into a tuple; where a number is needed,
 * unit is a {@code TypeError}. The tree for such a value is a block of the primitive type around the dynamic value.
 */
final class Absent {
    private static final Set<TypeSymbol> PRIMITIVES = Set.of(BuiltinTypes.INT_SYMBOL, BuiltinTypes.INT8_SYMBOL, BuiltinTypes.INT16_SYMBOL,
            BuiltinTypes.INT32_SYMBOL, BuiltinTypes.UINT8_SYMBOL, BuiltinTypes.UINT16_SYMBOL, BuiltinTypes.UINT32_SYMBOL,
            BuiltinTypes.UINT64_SYMBOL, BuiltinTypes.FLOAT_SYMBOL, BuiltinTypes.FLOAT32_SYMBOL, BuiltinTypes.BOOL_SYMBOL,
            BuiltinTypes.CHAR_SYMBOL);

    private Absent() {}

    static boolean isPrimitive(Type type) { return type instanceof Type.Con con && PRIMITIVES.contains(con.symbol()); }

    /** A dynamic value where the program says it has a primitive type. */
    static Core of(Core dynamic, Type type, Span span) {
        return isPrimitive(type) ? new Core.Block(List.of(dynamic), type, span) : dynamic;
    }

    static boolean may(Core value) {
        return value instanceof Core.Block(List<Core> body, Type type, Span _) && body.size() == 1
                && body.getFirst().type() instanceof Type.Dynamic && isPrimitive(type);
    }

    /** The value as it is, unit perhaps; any other value unchanged. */
    static Core raw(Core value) { return may(value) ? ((Core.Block) value).body().getFirst() : value; }

    /** Whether values are equal or not, if one of them may be unit; null otherwise. */
    static Core compare(BinaryOp op, Core left, Core right, Span span) {
        if (op != BinaryOp.EQ && op != BinaryOp.NE || !may(left) && !may(right)) return null;
        return new Core.Compare(op, BuiltinTypes.DYNAMIC, raw(left), raw(right), BuiltinTypes.BOOL, span);
    }
}
