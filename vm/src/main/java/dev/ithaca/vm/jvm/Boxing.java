package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.BoxType;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.types.Type;
import java.util.Locale;

/** Conversions between primitive registers and boxed values, in generated code and here. */
final class Boxing {
    private Boxing() {}

    /** The box of a value of that type in a register of that kind. */
    static BoxType boxType(Type type, Kind kind) {
        return BoxType.of(type).filter(b -> b.kind() == kind).orElseGet(() -> switch (kind) {
            case LONG -> BoxType.INT;
            case DOUBLE -> BoxType.FLOAT;
            case INT -> BoxType.BOOL;
            case REF -> throw new IllegalArgumentException("references have no box");
        });
    }

    static void box(Assembler a, BoxType type) {
        switch (type) {
            case INT -> a.invokeStatic(Boxes.class, "box", Object.class, long.class);
            case FLOAT -> a.invokeStatic(Boxes.class, "box", Object.class, double.class);
            case BOOL -> a.invokeStatic(Boxes.class, "boolFromInt", Object.class, int.class);
            case CHAR -> a.invokeStatic(Boxes.class, "character", CharValue.class, int.class);
            case FLOAT32 -> a.invokeStatic(Boxes.class, "float32", Object.class, double.class);
            case INT8, INT16, INT32, UINT8, UINT16, UINT32, UINT64 ->
                a.invokeStatic(Boxes.class, type.name().toLowerCase(Locale.ROOT), Object.class, long.class);
        }
    }

    static void unbox(Assembler a, BoxType type) {
        a.invokeStatic(Boxes.class, "to" + suffix(type), javaType(type), Object.class);
    }

    static void isBox(Assembler a, BoxType type) {
        a.invokeStatic(Boxes.class, "is" + suffix(type), boolean.class, Object.class);
    }

    /** Boxes what is on the stack, unless it is a reference. */
    static void box(Assembler a, Kind kind, Type type) {
        if (kind != Kind.REF) box(a, boxType(type, kind));
    }

    /** Unboxes what is on the stack, unless a reference is wanted. */
    static void unbox(Assembler a, Kind kind, Type type) {
        if (kind != Kind.REF) unbox(a, boxType(type, kind));
    }

    /** The boxed value of raw frame bits. */
    static Object box(long bits, Kind kind, Type type) {
        return switch (boxType(type, kind)) {
            case INT -> Boxes.box(bits);
            case INT8 -> Boxes.int8(bits);
            case INT16 -> Boxes.int16(bits);
            case INT32 -> Boxes.int32(bits);
            case UINT8 -> Boxes.uint8(bits);
            case UINT16 -> Boxes.uint16(bits);
            case UINT32 -> Boxes.uint32(bits);
            case UINT64 -> Boxes.uint64(bits);
            case FLOAT -> Boxes.box(Double.longBitsToDouble(bits));
            case FLOAT32 -> Boxes.float32(Double.longBitsToDouble(bits));
            case BOOL -> Boxes.boolFromInt((int) bits);
            case CHAR -> Boxes.character((int) bits);
        };
    }

    private static Class<?> javaType(BoxType type) {
        return switch (type) {
            case BOOL -> boolean.class;
            case CHAR -> int.class;
            default -> type.kind() == Kind.LONG ? long.class : double.class;
        };
    }

    private static String suffix(BoxType type) {
        return switch (type) {
            case INT -> "Int";
            case INT8 -> "Int8";
            case INT16 -> "Int16";
            case INT32 -> "Int32";
            case UINT8 -> "UInt8";
            case UINT16 -> "UInt16";
            case UINT32 -> "UInt32";
            case UINT64 -> "UInt64";
            case FLOAT -> "Float";
            case FLOAT32 -> "Float32";
            case BOOL -> "Bool";
            case CHAR -> "Char";
        };
    }
}
