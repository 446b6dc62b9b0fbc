package dev.ithaca.vm.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Names of run-time kinds, as {@code typeOf} and error messages give them. */
public final class TypeNames {
    private TypeNames() {}

    public static String of(Object value) {
        return switch (value) {
            case Unit _ -> "Unit";
            case Boolean _ -> "Bool";
            case Long _ -> "Int";
            case Byte _ -> "Int8";
            case Short _ -> "Int16";
            case Integer _ -> "Int32";
            case Unsigned u -> "UInt" + u.bits();
            case Double _ -> "Float";
            case Float _ -> "Float32";
            case BigInteger _ -> "BigInt";
            case BigDecimal _ -> "Decimal";
            case CharValue _ -> "Char";
            case String _ -> "String";
            case ListValue _ -> "List";
            case Tuple _ -> "Tuple";
            case MapValue _ -> "Map";
            case SetValue _ -> "Set";
            case ReactiveStruct s when s.isPlain() -> "Variant";
            case Struct s when s.shape().reactive() -> s.shape().isRecord() ? "ReactiveRecord" : "ReactiveVariant";
            case Struct s -> s.shape().isRecord() ? "Record" : "Variant";
            case Closure c -> c.captureCount() == 0 ? "Function" : "Closure";
            case Pid _ -> "Pid";
            case Ref _ -> "Ref";
            case Int64Array _ -> "Int64Array";
            case Float64Array _ -> "Float64Array";
            case Float32Array _ -> "Float32Array";
            case ArrayValue _ -> "Array";
            case ListCursor _ -> "Cursor";
            case BufferValue _ -> "Buffer";
            default -> "NativeHandle";
        };
    }
}
