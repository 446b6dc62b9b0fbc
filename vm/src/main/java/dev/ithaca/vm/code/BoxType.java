package dev.ithaca.vm.code;

import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Type;
import dev.ithaca.vm.types.TypeSymbol;
import java.util.Optional;

/** Which boxed form a primitive register takes when it becomes a reference. */
public enum BoxType {
    INT(Kind.LONG), INT8(Kind.LONG), INT16(Kind.LONG), INT32(Kind.LONG), UINT8(Kind.LONG), UINT16(Kind.LONG),
    UINT32(Kind.LONG), UINT64(Kind.LONG), FLOAT(Kind.DOUBLE), FLOAT32(Kind.DOUBLE), BOOL(Kind.INT), CHAR(Kind.INT);

    private final Kind kind;

    BoxType(Kind kind) { this.kind = kind; }

    public Kind kind() { return kind; }

    /** Empty for types whose values are references anyway. */
    public static Optional<BoxType> of(Type type) {
        if (!(type instanceof Type.Con(TypeSymbol s, var _))) return Optional.empty();
        if (s == BuiltinTypes.INT_SYMBOL) return Optional.of(INT);
        if (s == BuiltinTypes.FLOAT_SYMBOL) return Optional.of(FLOAT);
        if (s == BuiltinTypes.BOOL_SYMBOL) return Optional.of(BOOL);
        if (s == BuiltinTypes.CHAR_SYMBOL) return Optional.of(CHAR);
        if (s == BuiltinTypes.FLOAT32_SYMBOL) return Optional.of(FLOAT32);
        if (s == BuiltinTypes.INT8_SYMBOL) return Optional.of(INT8);
        if (s == BuiltinTypes.INT16_SYMBOL) return Optional.of(INT16);
        if (s == BuiltinTypes.INT32_SYMBOL) return Optional.of(INT32);
        if (s == BuiltinTypes.UINT8_SYMBOL) return Optional.of(UINT8);
        if (s == BuiltinTypes.UINT16_SYMBOL) return Optional.of(UINT16);
        if (s == BuiltinTypes.UINT32_SYMBOL) return Optional.of(UINT32);
        if (s == BuiltinTypes.UINT64_SYMBOL) return Optional.of(UINT64);
        return Optional.empty();
    }
}
