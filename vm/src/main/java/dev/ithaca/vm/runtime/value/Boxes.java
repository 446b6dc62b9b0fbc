package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;

/**
 * Boxed forms of primitives. Fixed-size integers are {@code long} when unboxed, sign- or zero-extended; Float32 is a
 * {@code double} that is exactly a float; Bool is 0 or 1 or a boolean, Char its code point.
 */
public final class Boxes {
    private static final int CHARS = 128;
    private static final CharValue[] ASCII = ascii();

    private Boxes() {}

    private static CharValue[] ascii() {
        var all = new CharValue[CHARS];
        for (int i = 0; i < CHARS; i++) all[i] = new CharValue(i);
        return all;
    }

    private static NostosException mismatch(String expected, Object value) {
        return NostosException.typeError(expected, TypeNames.of(value));
    }

    public static Object box(long n) { return n; }

    public static Object box(double d) { return d; }

    public static Object box(boolean b) { return b; }

    public static Object boolFromInt(int b) { return b != 0 ? Boolean.TRUE : Boolean.FALSE; }

    public static CharValue character(int codePoint) {
        return codePoint >= 0 && codePoint < CHARS ? ASCII[codePoint] : new CharValue(codePoint);
    }

    public static Object int8(long n) { return (byte) n; }

    public static Object int16(long n) { return (short) n; }

    public static Object int32(long n) { return (int) n; }

    public static Object uint8(long n) { return new Unsigned(8, n & 0xff); }

    public static Object uint16(long n) { return new Unsigned(16, n & 0xffff); }

    public static Object uint32(long n) { return new Unsigned(32, n & 0xffff_ffffL); }

    public static Object uint64(long n) { return new Unsigned(64, n); }

    public static Object float32(double d) { return (float) d; }

    public static long toInt(Object o) {
        if (o instanceof Long n) return n;
        throw mismatch("Int", o);
    }

    public static double toFloat(Object o) {
        if (o instanceof Double d) return d;
        throw mismatch("Float", o);
    }

    public static boolean toBool(Object o) {
        if (o instanceof Boolean b) return b;
        throw mismatch("Bool", o);
    }

    public static int toChar(Object o) {
        if (o instanceof CharValue c) return c.codePoint();
        throw mismatch("Char", o);
    }

    public static long toInt8(Object o) {
        if (o instanceof Byte n) return n;
        throw mismatch("Int8", o);
    }

    public static long toInt16(Object o) {
        if (o instanceof Short n) return n;
        throw mismatch("Int16", o);
    }

    public static long toInt32(Object o) {
        if (o instanceof Integer n) return n;
        throw mismatch("Int32", o);
    }

    public static long toUInt8(Object o) { return unsigned(o, 8); }

    public static long toUInt16(Object o) { return unsigned(o, 16); }

    public static long toUInt32(Object o) { return unsigned(o, 32); }

    public static long toUInt64(Object o) { return unsigned(o, 64); }

    private static long unsigned(Object o, int bits) {
        if (o instanceof Unsigned u && u.bits() == bits) return u.value();
        throw mismatch("UInt" + bits, o);
    }

    public static double toFloat32(Object o) {
        if (o instanceof Float f) return f;
        throw mismatch("Float32", o);
    }

    public static boolean isInt(Object o) { return o instanceof Long; }

    public static boolean isFloat(Object o) { return o instanceof Double; }

    public static boolean isBool(Object o) { return o instanceof Boolean; }

    public static boolean isChar(Object o) { return o instanceof CharValue; }

    public static boolean isInt8(Object o) { return o instanceof Byte; }

    public static boolean isInt16(Object o) { return o instanceof Short; }

    public static boolean isInt32(Object o) { return o instanceof Integer; }

    public static boolean isUInt8(Object o) { return o instanceof Unsigned u && u.bits() == 8; }

    public static boolean isUInt16(Object o) { return o instanceof Unsigned u && u.bits() == 16; }

    public static boolean isUInt32(Object o) { return o instanceof Unsigned u && u.bits() == 32; }

    public static boolean isUInt64(Object o) { return o instanceof Unsigned u && u.bits() == 64; }

    public static boolean isFloat32(Object o) { return o instanceof Float; }
}
