package dev.ithaca.vm.code;

import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Type;
import dev.ithaca.vm.types.TypeSymbol;

/** How a register holds its value. */
public enum Kind {
    /** Int and the fixed-size integers, sign- or zero-extended to 64 bits. */
    LONG,
    /** Float, and Float32 as a double that is exactly a float. */
    DOUBLE,
    /** Bool as 0 or 1, Char as its code point. */
    INT,
    /** Everything else, and every boxed value. Unit is the runtime's unit object. */
    REF;

    public static Kind of(Type type) {
        if (!(type instanceof Type.Con(TypeSymbol s, var _))) return REF;
        if (s == BuiltinTypes.INT_SYMBOL || s == BuiltinTypes.INT8_SYMBOL || s == BuiltinTypes.INT16_SYMBOL
                || s == BuiltinTypes.INT32_SYMBOL || s == BuiltinTypes.UINT8_SYMBOL || s == BuiltinTypes.UINT16_SYMBOL
                || s == BuiltinTypes.UINT32_SYMBOL || s == BuiltinTypes.UINT64_SYMBOL) return LONG;
        if (s == BuiltinTypes.FLOAT_SYMBOL || s == BuiltinTypes.FLOAT32_SYMBOL) return DOUBLE;
        if (s == BuiltinTypes.BOOL_SYMBOL || s == BuiltinTypes.CHAR_SYMBOL) return INT;
        return REF;
    }
}
