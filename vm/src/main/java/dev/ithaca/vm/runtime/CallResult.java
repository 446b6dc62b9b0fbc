package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Unsigned;

/** Turns the result of a completed call into the form its caller wants, where the two differ. */
final class CallResult {
    private CallResult() {}

    /** Boxes a primitive result. */
    static Object box(int kind, long bits, double number) {
        return switch (kind) {
            case ResultKind.INT -> bits;
            case ResultKind.INT8 -> (byte) bits;
            case ResultKind.INT16 -> (short) bits;
            case ResultKind.INT32 -> (int) bits;
            case ResultKind.UINT8 -> new Unsigned(8, bits);
            case ResultKind.UINT16 -> new Unsigned(16, bits);
            case ResultKind.UINT32 -> new Unsigned(32, bits);
            case ResultKind.UINT64 -> new Unsigned(64, bits);
            case ResultKind.FLOAT -> number;
            case ResultKind.FLOAT32 -> (float) number;
            case ResultKind.BOOL -> bits != 0;
            case ResultKind.CHAR -> new CharValue((int) bits);
            default -> throw new IllegalArgumentException("result kind " + kind);
        };
    }

    /** An integer of any width. */
    static long toLong(Object value) {
        return switch (value) {
            case Long n -> n;
            case Integer n -> n;
            case Short n -> n;
            case Byte n -> n;
            case Unsigned n -> n.value();
            case null, default -> throw NostosException.typeError("Int", JavaErrors.typeName(value));
        };
    }

    static double toDouble(Object value) {
        return switch (value) {
            case Double n -> n;
            case Float n -> n;
            case null, default -> throw NostosException.typeError("Float", JavaErrors.typeName(value));
        };
    }

    /** A Bool as 0 or 1, a Char as its code point. */
    static int toInt(Object value) {
        return switch (value) {
            case Boolean b -> b ? 1 : 0;
            case CharValue c -> c.codePoint();
            case null, default -> throw NostosException.typeError("Bool", JavaErrors.typeName(value));
        };
    }
}
